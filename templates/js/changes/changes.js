// The list of changes: filtered out of an index that is loaded when somebody chooses; and what is new since the last visit.
import { asked, begin, keep, read } from "../register/form.js";
import { loader } from "../search/loader.js";
import { lines } from "./lines.js";
import { since } from "./since.js";

const STEP = 40;
const INDEX = "changes-index";

const box = document.querySelector("[data-since]");
const root = document.querySelector("[data-changes]");
const start = document.querySelector("[data-start]");
const files = loader((name) => `${(box || root).dataset.root}${name}.js`);
window.disclosure = { data: files.hand };
const view = { turn: 0, rows: [], shown: 0 };

if (box) since(box, files);
if (root) listen(root.querySelector("form"));

function listen(form) {
  const choose = (isStep) => show(form, isStep);
  form.addEventListener("change", () => choose(true));
  // A form is empty only after its reset event
  form.addEventListener("reset", () => setTimeout(choose, 0, true));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    read(form);
    choose(false);
  });
  root.querySelector("[data-more] button").addEventListener("click", () => more().querySelector("a, p").focus());
  begin(form);
  choose(false);
}

async function show(form, isStep) {
  const turn = ++view.turn;
  const wanted = asked(form);
  keep(wanted, isStep);
  const chosen = [...wanted.keys()].length;
  swap(chosen > 0);
  number(form, chosen);
  if (!chosen) {
    say("all");
    return;
  }
  try {
    const index = await files.load(INDEX);
    if (turn !== view.turn) return;
    const fits = tests(Object.fromEntries(wanted));
    Object.assign(view, { index, rows: index.rows.filter((row) => fits.every((one) => one(row))), shown: 0 });
    root.querySelector("[data-found]").replaceChildren();
    more();
    say(view.rows.length ? "some" : "none", view.rows.length);
  } catch {
    if (turn === view.turn) say("failed");
  }
}

// A row is day, sort, kind, report, name, address, note, sentences, corrections, outcome before, outcome now.
function tests({ what, kind, report }) {
  return [
    (row) => !what || row[1] === what || (what === "corrected" && row[8].length > 0),
    (row) => !kind || row[2] === kind,
    (row) => !report || row[3] === report,
  ];
}

// The lines that follow; the first of them.
function more() {
  const place = root.querySelector("[data-found]");
  const added = lines(place, view.index, view.rows.slice(view.shown, view.shown + STEP), root.dataset.root);
  view.shown += added.length;
  root.querySelector("[data-more]").hidden = view.shown >= view.rows.length;
  return added[0];
}

// How many choices there are, where they are folded away; what an address asks for is not.
function number(form, chosen) {
  const place = form.querySelector("[data-chosen]");
  place.textContent = chosen ? place.dataset.chosen.replace("{n}", chosen) : "";
  if (chosen) form.querySelector("details").open = true;
}

function swap(isChosen) {
  start.hidden = isChosen;
  root.querySelector("[data-reset]").hidden = !isChosen;
  root.querySelector("[data-found]").hidden = !isChosen;
  if (!isChosen) root.querySelector("[data-more]").hidden = true;
}

// The words come from data attributes, so that they are translated with the page.
function say(name, found) {
  const status = root.querySelector("[data-count]");
  status.textContent = status.dataset[name].replace("{n}", found).replace("{all}", status.dataset.number);
}
