// What one value is typed into: { element, read, write }. A value is a text; nothing is an empty one.
import { make } from "./dom.js";
import { wordsOf } from "./fields.js";
import { beijing, tidyDay, tidyMinute } from "./times.js";

const AREA_ROWS = 3;
const TIDY = { day: tidyDay, minute: tidyMinute, number: tidyNumber, whole: tidyNumber, wholes: tidyNumber };
const KEYS = { day: "numeric", number: "decimal", whole: "numeric", wholes: "numeric" };
// What names promises and targets
const PROMISED = ["commitment", "own-commitment", "far-commitment", "target", "own-target"];
const EXAMPLES = { day: "2025-05-12", minute: "2025-05-12 18:00" };

export function controlOf(desk, field, attributes) {
  if (field.input === "truth") return tick(attributes);
  if (field.words === "departments") return lineControl(desk, field, attributes);
  if (field.input === "choice" || (field.input === "choices" && field.words)) return choice(desk, field, attributes);
  return field.input === "text" ? area(attributes) : lineControl(desk, field, attributes);
}

function tick(attributes) {
  const element = make("input", { ...attributes, type: "checkbox", class: "d-desk-tick" });
  return { element, read: () => (element.checked ? "true" : ""), write: (value) => { element.checked = value === "true"; } };
}

function choice({ site }, field, attributes) {
  const options = wordsOf(site, field).map(({ value, label, help }) => make("option", { value, title: help }, label || value));
  const element = make("select", attributes, make("option", { value: "" }, site.words["not-chosen"]), ...options);
  return { element, read: () => element.value, write: (value) => chosen(element, value) };
}

// A word that is not in the list is shown all the same, and said to be wrong.
function chosen(element, value) {
  if (value && ![...element.options].some((one) => one.value === value)) element.append(make("option", { value }, value));
  element.value = value;
}

export function area(attributes, rows = AREA_ROWS) {
  const element = make("textarea", { rows, ...attributes });
  element.addEventListener("input", () => grow(element));
  return { element, read: () => unwrapped(element.value), write: (value) => { element.value = value; requestAnimationFrame(() => grow(element)); } };
}

// As high as its text; no style is set, but a number of rows.
function grow(element) {
  while (element.scrollHeight > element.clientHeight + 4 && element.rows < 30) element.rows += 1;
}

function unwrapped(text) {
  return text.replace(/\r\n?/g, "\n").trim();
}

function lineControl({ offers }, field, attributes) {
  const element = make("input", {
    type: "text",
    autocomplete: "off",
    inputmode: KEYS[field.input],
    placeholder: EXAMPLES[field.input],
    list: (offers && offers.listOf(field)) || undefined,
    ...attributes,
  });
  if (field.default === "now") element.value = beijing();
  else if (field.default && field.required) element.value = field.default;
  const tidy = TIDY[field.input] || (PROMISED.includes(field.names) ? tidyName : tidyLine);
  element.addEventListener("change", () => { element.value = tidy(element.value); });
  return { element, read: () => tidy(element.value), write: (value) => { element.value = value; } };
}

// What was pasted out of a table or over several lines stands on one.
function tidyLine(text) {
  return text.replace(/[\t\r\n]+/g, " ").trim();
}

// A keyboard of a phone writes C012.
function tidyName(text) {
  return tidyLine(text.normalize("NFKC")).replace(/(^|\/)C(?=[0-9])/g, "$1c");
}

// １，２００ is 1200.
function tidyNumber(text) {
  const plainText = text.normalize("NFKC").trim();
  return /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(plainText) ? plainText.replace(/,/g, "") : plainText;
}
