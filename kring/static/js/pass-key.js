// Asks the device for a passkey before its form is sent. Without this file the form stays hidden; a code always works.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
const known = (list) => (list || []).map((key) => ({ ...key, id: toBytes(key.id) }));

class PassKey extends HTMLElement {
  #form = null;

  connectedCallback() {
    if (!window.PublicKeyCredential) return;
    this.hidden = false;
    this.#form = this.querySelector("form");
    this.#form.addEventListener("submit", this.#ask);
  }

  #ask = async (event) => {
    event.preventDefault();
    const sorry = this.querySelector(".field-error");
    sorry.hidden = true;
    try {
      const { publicKey } = await this.#options();
      const credential = this.dataset.asks === "create" ? await this.#make(publicKey) : await this.#show(publicKey);
      this.#form.elements.credential.value = JSON.stringify(credential);
      this.#form.submit();
    } catch {
      sorry.hidden = false;
    }
  };

  async #options() {
    if (!this.dataset.from) return JSON.parse(document.getElementById(this.dataset.options).textContent);
    const answer = await fetch(this.dataset.from, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.status);
    return (await answer.json()).request_options;
  }

  async #make(options) {
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    return this.#described(credential, {
      attestationObject: toText(credential.response.attestationObject),
      transports: credential.response.getTransports?.() || [],
    });
  }

  async #show(options) {
    const credential = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        allowCredentials: known(options.allowCredentials),
      },
    });
    const { authenticatorData, signature, userHandle } = credential.response;
    return this.#described(credential, {
      authenticatorData: toText(authenticatorData),
      signature: toText(signature),
      userHandle: userHandle ? toText(userHandle) : null,
    });
  }

  #described(credential, response) {
    return {
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: { clientDataJSON: toText(credential.response.clientDataJSON), ...response },
    };
  }
}

customElements.define("pass-key", PassKey);
