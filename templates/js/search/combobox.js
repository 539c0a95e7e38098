// A box to type in that suggests some of many choices, used by mouse, touch and keyboard. A browser's own (datalist) shows
// nothing in Android's web views, and takes nothing on some iPhones.

// Choices that are suggested at once
const SUGGESTED = 30;

// What a choice is called in the box: with how many hits it leaves, where that is known.
export const words = ({ label, count }) => (count === undefined ? label : `${label}（${count}）`);

// Those of a box whose name holds what is typed, the most frequent first.
export function matching({ choices, fold }, text) {
  const wanted = fold(text.trim());
  return choices.filter(({ label }) => fold(label).includes(wanted));
}

// A box with a name and a label; its `suggested` is the list that stands behind it. `choices` and `fold` are set from outside.
export function combobox(name, label) {
  const field = document.createElement("input");
  const suggested = document.createElement("ul");
  Object.assign(suggested, { id: `d-choices-${name}`, className: "d-filters__choices", hidden: true });
  Object.assign(field, { name, suggested, autocomplete: "off", className: "d-filters__list" });
  attributes(suggested, { role: "listbox", "aria-label": label });
  attributes(field, { role: "combobox", "aria-autocomplete": "list", "aria-controls": suggested.id, "aria-expanded": "false" });
  listenTo(field);
  return field;
}

function attributes(element, values) {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
}

function listenTo(field) {
  const { suggested } = field;
  field.addEventListener("click", () => suggest(field));
  field.addEventListener("compositionend", () => suggest(field));
  field.addEventListener("input", (event) => event.isComposing || suggest(field));
  field.addEventListener("input", () => (field.isTyped = true));
  field.addEventListener("change", () => (field.isTyped = false));
  field.addEventListener("keydown", (event) => event.isComposing || press(field, event));
  field.addEventListener("blur", () => close(field));
  // The box keeps the focus, so that the list is still there when it is let go
  suggested.addEventListener("mousedown", (event) => event.preventDefault());
  suggested.addEventListener("click", ({ target }) => target !== suggested && take(field, target));
}

function suggest(field) {
  const isWhole = field.choices.some((one) => words(one) === field.value);
  const found = matching(field, isWhole ? "" : field.value).slice(0, SUGGESTED);
  field.suggested.replaceChildren(...found.map((one, n) => item(field, one, n)));
  field.suggested.hidden = !found.length;
  field.setAttribute("aria-expanded", String(found.length > 0));
  point(field, undefined);
}

function item({ suggested }, one, n) {
  const made = document.createElement("li");
  Object.assign(made, { id: `${suggested.id}-${n}`, className: "d-filters__choice", textContent: words(one) });
  made.setAttribute("role", "option");
  return made;
}

// Without its list.
function close(field) {
  field.suggested.hidden = true;
  field.setAttribute("aria-expanded", "false");
  point(field, undefined);
}

// To one of the list, or to none.
function point(field, item) {
  for (const one of field.suggested.children) one.setAttribute("aria-selected", String(one === item));
  field.pointed = item;
  if (item) {
    field.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function press(field, event) {
  const { suggested, pointed } = field;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    if (suggested.hidden) suggest(field);
    const all = [...suggested.children];
    const at = pointed ? all.indexOf(pointed) + step : step > 0 ? 0 : all.length - 1;
    point(field, all[Math.min(Math.max(at, 0), all.length - 1)]);
  } else if (event.key === "Enter" && pointed) take(field, pointed);
  else if (event.key === "Escape" && !suggested.hidden) close(field);
  else {
    if (event.key === "Enter") close(field);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function take(field, { textContent }) {
  field.value = textContent;
  close(field);
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
