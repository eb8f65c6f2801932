// Seven fields for seven words: it completes, tells a typing mistake at once, and takes a whole line that is pasted.

import { completions, fitTogether, HOW_MANY, isKnown, lookalikes, normalise } from "./words.js";

export class Joining {
  constructor(form, screens) {
    this.form = form;
    this.screens = screens;
    this.fields = Array.from(form.querySelectorAll("input"));
    form.addEventListener("input", ({ target }) => this.#typed(target));
    form.addEventListener("focusout", ({ target }) => target.matches("input") && this.#left(target));
    form.addEventListener("click", ({ target }) => target.dataset.word && this.#chosen(target));
  }

  words() {
    return this.fields.map(({ value }) => normalise(value)[0] || "");
  }

  fill(words) {
    this.fields.forEach((field, place) => this.#set(field, words[place] || ""));
  }

  /** What is not right yet, said at the fields; null when the seven fit. */
  async fault() {
    const words = this.words();
    const wrong = words.findIndex((word) => !isKnown(word));
    if (wrong >= 0) {
      this.#left(this.fields[wrong]);
      this.fields[wrong].focus();
      return words[wrong] ? "word_unknown" : "word_missing";
    }
    return (await fitTogether(words)) ? null : "words_do_not_fit";
  }

  #typed(field) {
    const words = normalise(field.value);
    const goesOn = /[^\p{L}\p{M}]$/u.test(field.value) && words.length > 0;
    if (words.length > 1 || goesOn) return this.#spread(field, words);
    this.#mark(field);
    this.#offer(field, isKnown(words[0]) ? [] : completions(words[0] || ""));
    if (this.words().every(isKnown)) this.#judge();
  }

  /** A space goes to the next field; a pasted line fills them all. */
  #spread(field, words) {
    const from = words.length === HOW_MANY ? 0 : this.fields.indexOf(field);
    words.slice(0, HOW_MANY - from).forEach((word, i) => this.#set(this.fields[from + i], word));
    const next = this.fields[Math.min(from + words.length, HOW_MANY - 1)];
    next.focus();
    this.#judge();
  }

  #chosen(button) {
    const field = button.closest("li").querySelector("input");
    this.#set(field, button.dataset.word);
    const next = this.fields[this.fields.indexOf(field) + 1];
    (next || this.form.querySelector("[type=submit]")).focus();
    this.#judge();
  }

  #left(field) {
    const [word] = normalise(field.value);
    this.#mark(field, true);
    if (word && !isKnown(word)) this.#offer(field, lookalikes(word), true);
  }

  #set(field, word) {
    field.value = word;
    this.#mark(field, true);
    this.#offer(field, word && !isKnown(word) ? lookalikes(word) : [], Boolean(word) && !isKnown(word));
  }

  #mark(field, isDone = false) {
    const [word] = normalise(field.value);
    field.classList.toggle("is-known", isKnown(word));
    if (isDone && word && !isKnown(word)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  /** Words to tap, under the field. What stands there already stays: a finger may be on it. */
  #offer(field, words, isMistake = false) {
    const place = field.closest("li").querySelector("[data-offer]");
    const offered = [isMistake, ...words].join(" ");
    if (place.dataset.offer === offered) return;
    place.dataset.offer = offered;
    place.textContent = isMistake ? this.screens.text(words.length ? "did_you_mean" : "word_unknown") : "";
    for (const word of words) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "room-offer", textContent: word });
      button.dataset.word = word;
      place.append(" ", button);
    }
  }

  async #judge() {
    const words = this.words();
    if (!words.every(isKnown)) return this.screens.say("");
    this.screens.say((await fitTogether(words)) ? "words_fit" : "words_do_not_fit");
  }
}
