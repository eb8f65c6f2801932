// Every kind of note as a card and as a form. Which fields a kind has, and what they are called, stands in the page.

export class Cards {
  constructor(root) {
    this.root = root;
    this.kinds = Array.from(root.querySelectorAll("template[data-kind]"));
  }

  /** The buttons «Zet er iets bij», one for each kind. */
  buttons() {
    const list = document.createDocumentFragment();
    for (const { dataset } of this.kinds) {
      const button = list.appendChild(document.createElement("li")).appendChild(document.createElement("button"));
      Object.assign(button, { type: "button", className: "button", textContent: dataset.name });
      Object.assign(button.dataset, { do: "write", kind: dataset.kind });
    }
    return list;
  }

  /** The fields of a kind, filled with a note. */
  fields(kind, note = {}) {
    const fields = this.#template(kind).content.cloneNode(true);
    fields.querySelectorAll("[name]").forEach((field) => {
      const value = note[field.name];
      if (field.type === "radio") field.checked = value ? field.value === value : field.defaultChecked;
      else if (value !== undefined) field.value = value;
    });
    return fields;
  }

  nameOf(kind) {
    return this.#template(kind).dataset.name;
  }

  /** What was typed, as a note. */
  read(form, kind) {
    const note = { kind };
    new FormData(form).forEach((value, name) => (note[name] = value.replace(/\r\n/g, "\n").trim()));
    return note;
  }

  isEmpty(note) {
    return !this.#lines(note).some(({ field }) => field.type !== "radio");
  }

  /** All notes, kind by kind, each under its heading. `decorate` adds what can be done with a card. */
  list(entries, decorate) {
    const list = document.createDocumentFragment();
    for (const { dataset } of this.kinds) {
      const some = entries.filter(({ note }) => note && note.kind === dataset.kind);
      if (some.length) list.append(this.#group(dataset.title, some, decorate));
    }
    const others = entries.filter(({ note }) => !note || !this.#template(note.kind));
    if (others.length) list.append(this.#group(null, others, decorate));
    return list;
  }

  #group(title, entries, decorate) {
    const group = document.createElement("section");
    group.className = "room-group";
    if (title) group.appendChild(document.createElement("h2")).textContent = title;
    const list = group.appendChild(document.createElement("ul"));
    for (const entry of entries) {
      const item = list.appendChild(document.createElement("li"));
      item.className = `room-card room-card--${entry.state}`;
      item.dataset.note = entry.id;
      item.append(this.text(entry.note));
      decorate(item, entry);
    }
    return group;
  }

  /** The words of a note: the first field large, the others with their label. */
  text(note) {
    const text = document.createElement("div");
    text.className = "room-card__text";
    const lines = this.#lines(note);
    lines.forEach(({ field, label, value }, place) => {
      const line = text.appendChild(document.createElement("p"));
      line.className = place === 0 ? "room-card__first" : "room-card__more";
      const named = place > 0 || field.dataset.always !== undefined;
      if (named) line.appendChild(document.createElement("span")).textContent = label;
      const words = line.appendChild(document.createElement("bdi"));
      words.textContent = value;
    });
    return text;
  }

  #lines(note) {
    const template = note && this.#template(note.kind);
    if (!template) return [];
    const fields = Array.from(template.content.querySelectorAll("[name]"));
    const told = fields.filter(({ type, name, value }) => note[name] && (type !== "radio" || value === note[name]));
    const shown = told.filter(({ dataset }) => dataset.label);
    return shown.map((field) => ({ field, label: field.dataset.label, value: spoken(field, note[field.name]) }));
  }

  #template(kind) {
    return this.kinds.find((template) => template.dataset.kind === kind);
  }
}

/** A value as people say it: the text of a choice, a day with its name. */
function spoken(field, value) {
  if (field.dataset.value) return field.dataset.value;
  if (field.type === "date") {
    const how = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
    const day = new Date(`${value}T12:00:00`);
    return isNaN(day) ? value : new Intl.DateTimeFormat(document.documentElement.lang || "nl", how).format(day);
  }
  const choice = field.options && Array.from(field.options).find((option) => option.value === value);
  return choice ? choice.textContent : value;
}
