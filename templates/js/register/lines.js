// Rows of the index as lines of a list, under the headings of the page: those of the groups, and of their sections.
import { groupOf } from "./index.js";

export function list(root, index, found, isSorted) {
  const headings = [...root.querySelectorAll("[data-group] > h2")];
  const counts = headings.map((_, group) => found.filter((row) => groupOf(index, row) === group).length);
  return { index, found, isSorted, headings, counts, place: root.querySelector("[data-found]"), shown: 0 };
}

// The lines that follow those that are shown; the first of them.
export function more(view, number) {
  const { found, shown } = view;
  const added = found.slice(shown, shown + number).map((row) => {
    if (!view.list || !isAlike(view, row)) open(view, row);
    const made = line(view, row);
    view.list.append(made);
    return made;
  });
  view.shown += added.length;
  return added[0];
}

// A sorted list has no headings.
function isAlike(view, row) {
  if (view.isSorted) return true;
  return view.group === groupOf(view.index, row) && view.section === view.index.value("section", row);
}

function open(view, row) {
  const { index, place, headings, counts } = view;
  const group = groupOf(index, row);
  if (!view.isSorted) {
    if (group !== view.group) place.append(heading(headings[group], counts[group]));
    Object.assign(view, { group, section: index.value("section", row) });
    place.append(section(index.columns.section.ids[view.section]));
  }
  view.list = document.createElement("ul");
  view.list.className = "d-records";
  place.append(view.list);
}

function heading(of, count) {
  const made = of.cloneNode(true);
  made.removeAttribute("id");
  made.querySelector(".d-silence__count").textContent = made.querySelector(".d-silence__count").textContent.replace(/\d+/, count);
  return made;
}

function section(id) {
  const made = document.createElement("h3");
  made.className = "d-register__section";
  made.append(document.getElementById(id).querySelector("a").cloneNode(true));
  return made;
}

function line({ index, headings, isSorted }, row) {
  const made = document.getElementById("d-line").content.firstElementChild.cloneNode(true);
  const part = (name) => made.querySelector(`[data-${name}]`);
  const id = index.ids[row];
  made.dataset.line = id;
  write(part("link"), id, index.titles[row]);
  part("id").textContent = id;
  part("kind").textContent = index.columns.kind.labels[index.value("kind", row)];
  strength(part("strength"), index, row);
  write(part("passage"), index.passages[row], passage(part("passage").dataset, index.passages[row]));
  // What is known of none of a group, its heading says once
  const isSilent = !isSorted && headings[groupOf(index, row)].querySelector(".d-outcome");
  if (isSilent) part("outcome").remove();
  else word(part, index.said(row));
  return made;
}

function write(link, id, text) {
  link.href = link.dataset.address.replace("{id}", id);
  link.textContent = text;
}

function strength(place, { columns, value }, row) {
  const n = value("strength", row);
  place.classList.add(`d-strength--${columns.strength.ids[n]}`);
  place.textContent = columns.strength.labels[n];
}

function passage({ sentence, paragraph }, id) {
  const [of, n] = id.split(".");
  return (n ? sentence : paragraph).replace("{id}", of).replace("{n}", n);
}

// The same shape, word and colour as on every page.
function word(part, [shape, label, colour, note]) {
  part("word").classList.add(`d-outcome--${colour}`);
  part("shape").textContent = shape;
  part("label").textContent = label;
  part("note").textContent = note;
}
