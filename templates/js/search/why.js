// Why nothing was found, with a way out of it; and what of a long text was looked for. Loaded only where there is something to say.
import { brief } from "./brief.js";
import { clauses } from "./clauses.js";
import { fill } from "./fill.js";
import { filtered } from "./filters.js";

// As in signs.js
const MINUS = /(^|\s)[-−–](?:[“"「『‘][^“”"「」『』‘’]+[”"」』’]|[^\s\-−–“"「『‘]+)/g;
const QUOTES = /[“”"「」『』‘’]/g;

export async function why(view, turn) {
  const place = view.page.querySelector("[data-why]");
  const isEmpty = !view.left.some(isDirect);
  const reasons = isEmpty ? [...byFilter(view, place), ...(await bySigns(view, place))] : [];
  if (turn === view.turn) place.replaceChildren(...reasons, ...byLength(view, place));
}

const isDirect = ({ direct }) => direct;
// What is there only because a filter was all that was asked for says nothing of the words
const isSaying = ({ direct, listed }) => direct && !listed;

// Each filter that alone is in the way, and all of them together. The chips know how to take one back.
function byFilter(view, { dataset }) {
  const { every, all, chosen, page, query } = view;
  const hits = every.filter(isSaying);
  const names = Object.keys(chosen).filter((name) => chosen[name]);
  if (!hits.length || !names.length) return [];
  const chips = [...page.querySelectorAll("[data-chips] button")];
  const without = (name) => filtered(hits, all, { ...chosen, [name]: "" }).length;
  // Of what other years have only their hits may be known
  const isKnown = (name) => !["year", "report", "section"].includes(name) || hits.every(({ n }) => all[n]);
  const way = (name, n) => [isKnown(name) ? without(name) : undefined, chips[n].getAttribute("aria-label"), () => chips[n].click()];
  const ways = names.map(way).filter(([number]) => number !== 0);
  if (names.length > 1) ways.push([hits.length, dataset.all, () => chips.forEach((one) => one.click())]);
  const buttons = ways.map(([n, label, act]) => button(n === undefined ? label : fill(dataset.way, { label, n }), act));
  return [item([fill(query ? dataset.filtered : dataset.narrow, { n: hits.length, q: brief(query) }), ...buttons])];
}

// What would be found without the words that shall not be there, or without the demand that some stand together.
async function bySigns(view, { dataset }) {
  const { query } = view;
  if (view.every.some(isDirect)) return [];
  const left = query.replace(MINUS, "$1").trim();
  const loose = query.replace(QUOTES, " ").trim();
  const asked = [["minus", left], ["quoted", loose], ["signs", left.replace(QUOTES, " ").trim()]].filter(([, text], n, all) => text && text !== query && !all.slice(0, n).some(([, other]) => other === text));
  const found = await Promise.all(asked.map(async ([name, text]) => [name, text, (await view.ask(text, true)).hits.filter(isDirect).length]));
  return found
    .filter(([, , n]) => n)
    .slice(0, 2)
    .map(([name, text, n]) => item([fill(dataset[name], { n, w: brief(left), q: brief(text) }), button(fill(dataset.again, { q: brief(text) }), () => again(view, text))]));
}

function again(view, text) {
  view.box.value = text;
  view.box.focus();
  view.run();
}

// Of a long text the clauses that were looked for, and the others.
function byLength({ box, query, isCut }, { dataset }) {
  const text = box.value.trim();
  const left = isCut ? unused(text, query) : [];
  // Nothing but what it says twice
  if (!left.length) return [];
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = dataset.parts;
  details.append(summary, paragraph(fill(dataset.used, { q: query })), paragraph(fill(dataset.unused, { q: left.join("，") })));
  return [item([fill(dataset.cut, { n: [...text].length, m: [...query].length }), details])];
}

// One that is too long alone was looked for by its beginning.
export function unused(text, query) {
  const used = clauses(query);
  const left = clauses(text).filter((clause) => !used.includes(clause));
  return left.map((clause) => (clause.startsWith(query) ? clause.slice(query.length) : clause));
}

function item(contents) {
  const made = document.createElement("li");
  made.append(...contents.flatMap((one) => [one, " "]));
  return made;
}

function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "d-button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}
