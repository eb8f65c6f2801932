// Reads a text page aloud with a voice of the device itself. Where there is none, there is no button.

class ReadAloud extends HTMLElement {
  #button = document.createElement("button")

  connectedCallback() {
    if (!("speechSynthesis" in window)) return
    this.#button.className = "button button-quiet"
    this.#button.type = "button"
    this.#button.addEventListener("click", () => (speechSynthesis.speaking ? this.#stop() : this.#start()))
    window.addEventListener("pagehide", () => this.#stop())
    speechSynthesis.addEventListener?.("voiceschanged", () => this.#show())
    this.#show()
  }

  // A voice that speaks elsewhere would send what is read to somebody else.
  get #voice() {
    const language = document.documentElement.lang
    return speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.startsWith(language))
  }

  #show() {
    if (!this.#voice || this.contains(this.#button)) return
    this.#button.textContent = this.dataset.start
    this.append(this.#button)
  }

  #start() {
    for (const part of document.querySelectorAll("main :is(h1, h2, p, li, dt, dd)")) {
      if (part.closest(".no-print, form") || part.querySelector("p, li")) continue
      const words = new SpeechSynthesisUtterance(part.innerText)
      words.voice = this.#voice
      words.lang = document.documentElement.lang
      words.onend = () => speechSynthesis.pending || this.#stop()
      speechSynthesis.speak(words)
    }
    this.#button.textContent = this.dataset.stop
  }

  #stop() {
    speechSynthesis.cancel()
    this.#button.textContent = this.dataset.start
  }
}

customElements.define("read-aloud", ReadAloud)
