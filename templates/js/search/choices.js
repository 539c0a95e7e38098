// The filters' choices with their counts, the most frequent first: as a list, or, where there are many, as a box to type in
// that suggests some.
import { combobox, matching, words } from "./combobox.js";
import { counted } from "./filters.js";
import { labelOf } from "./labels.js";

// More choices are no list
const LISTED = 30;
const NAMED = 5;

// One that parts nothing is not shown.
export function filters(view, names) {
  const box = view.page.querySelector("[data-filters]");
  const hits = view.every.filter((hit) => hit.direct);
  box.hidden = !hits.length && !box.open;
  if (!view.all) return;
  const counts = counted(hits, view.all, view.chosen, names);
  for (const name of names) {
    const chosen = view.chosen[name];
    const values = [...[...counts[name]].sort((a, b) => b[1] - a[1]), ...uncounted(view, name, counts[name])];
    if (chosen && values.every(([value]) => value !== chosen)) values.push([chosen, 0]);
    const field = fieldFor(box, name, values.length > LISTED);
    field.closest("label").hidden = values.length < 2 && !chosen;
    field.choices = values.map(([value, count]) => ({ value, label: labelOf(view, name, value), count }));
    field.fold = view.store.reading.fold;
    if (field.suggested) fillIn(field, chosen);
    else list(field, chosen);
  }
  box.hidden = box.hidden || [...box.querySelectorAll("label")].every((one) => one.hidden);
}

// Years, reports and districts of which nothing was looked through yet can be chosen too, without a number.
function uncounted({ store, reach, all, outline, answer }, name, counts) {
  const at = { report: 0, year: 1, district: 3 }[name];
  if (!store.older || at === undefined) return [];
  const known = new Set(reach.numbers);
  const isKnown = (n) => (all === outline ? !answer.isPart || known.has(n) : known.has(n));
  const left = store.reports.filter((one, n) => !isKnown(n)).map((one) => String(one[at] ?? ""));
  return [...new Set(left)].filter((value) => value && !counts.has(value)).map((value) => [value, undefined]);
}

// The list of a filter, or the box in its place.
function fieldFor(box, name, isMany) {
  const field = box.querySelector(`[name=${name}]`);
  // Nobody loses the place where they are choosing
  if (Boolean(field.suggested) === isMany || field === document.activeElement) return field;
  const label = field.closest("label");
  const made = isMany ? combobox(name, label.firstChild.data.trim()) : field.instead;
  if (isMany) label.after(made.suggested);
  else field.suggested.remove();
  made.instead = field;
  field.replaceWith(made);
  return made;
}

function list(field, chosen) {
  field.replaceChildren(field.options[0], ...field.choices.map((one) => option(one.value, words(one))));
  field.value = chosen;
}

function fillIn(field, chosen) {
  const one = field.choices.find(({ value }) => value === chosen);
  field.placeholder = field.closest("[data-filters]").dataset.many.replace("{n}", field.choices.length);
  // What somebody is typing stays as it is
  if (!field.isTyped) field.value = one ? words(one) : "";
}

function option(value, text) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = text;
  return made;
}

// The value that is chosen in a field; undefined where it is none, which is said.
export function chosenOf(field, place) {
  if (!field.suggested) return field.value;
  const text = field.value.trim();
  if (!text) return "";
  const exact = field.choices.find((one) => [words(one), one.label, one.value].includes(text));
  const found = exact ? [exact] : matching(field, text);
  if (found.length === 1) return found[0].value;
  const said = found.length ? place.dataset.several : place.dataset.unknown;
  const some = found.slice(0, NAMED).map(({ label }) => `“${label}”`);
  place.textContent = said.replace("{n}", found.length).replace("{list}", () => some.join("")).replace("{value}", () => text);
  return undefined;
}
