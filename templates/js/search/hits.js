// A hit as an element. All text enters as text nodes; what is shown of a passage can be read from outside.
import { bestSentence, frame, marks } from "./excerpt.js";
import { keyIn } from "./reports.js";
import { PARAGRAPH } from "./rows.js";

// `document` is what was found, `terms` what was asked for; `partly` says that other hits hold more of it.
export function element({ page, store, outcomes }, document, terms, partly) {
  const hit = window.document.getElementById("d-hit").content.firstElementChild.cloneNode(true);
  const part = (name) => hit.querySelector(`[data-${name}]`);
  const shown = excerpt(document, terms);
  hit.dataset.hit = shown.address;
  if (document.passage) hit.dataset.passage = `${document.passage}:${shown.start}:${shown.end}`;
  part("label").textContent = store.kinds.find(({ id }) => id === document.kind).label;
  word(part, outcomes[document.outcome]);
  part("partly").hidden = !partly;
  part("over").textContent = document.told ?? told(store, keyIn(document.address));
  part("over").hidden = !part("over").textContent;
  part("place").textContent = document.place;
  part("text").hidden = !document.text || document.text === document.title;
  part("link").href = (document.root ?? page.dataset.root) + withMarks(shown);
  write(part("link"), [...document.title], 0, [...document.title].length, marks(document.title, terms));
  write(part("text"), shown.characters, shown.from, shown.to, shown.spans);
  return hit;
}

// Which report it is, where there are several, and that its year is over.
function told({ reports, over, year }, key) {
  const one = reports.find(([known]) => known === key);
  return key ? [one?.[2], over[one ? one[1] : year]].filter(Boolean).join("，") : "";
}

// The same shape, word and colour as on every page; that nothing is known is said by the filter, once with its number.
function word(part, outcome) {
  const [shape, label, colour, silent] = outcome ?? ["", "", "", true];
  part("outcome").hidden = silent;
  if (silent) return;
  part("outcome").classList.add(`d-outcome--${colour || "muted"}`);
  part("shape").textContent = shape;
  part("word").textContent = label;
}

// What is shown of a document: offsets within its text (from, to) and within its paragraph (start, end).
function excerpt(document, terms) {
  const characters = [...document.text];
  const spans = marks(document.text, terms);
  const isParagraph = document.kind === PARAGRAPH;
  const best = bestSentence(characters.length, isParagraph ? document.sentences : [], spans);
  const [from, to] = frame(characters, best.start, best.end, spans);
  const address = isParagraph && best.sentence >= 0 && spans.length ? `${document.address}.${best.sentence + 1}` : document.address;
  return { address, characters, spans, from, to, start: document.start + from, end: document.start + to };
}

// The words to mark on the page it leads to travel in the address.
function withMarks({ address, characters, spans, from, to }) {
  const inside = spans.filter(([start, end]) => start >= from && end <= to);
  const words = [...new Set(inside.map(([start, end]) => characters.slice(start, end).join("")))].slice(0, 5);
  const [path, fragment] = address.split("#");
  const query = words.length ? `?${new URLSearchParams({ mark: words.join(" ") })}` : "";
  return `${path}${query}${fragment ? `#${fragment}` : ""}`;
}

function write(place, characters, from, to, spans) {
  const words = (start, end) => characters.slice(Math.max(start, from), Math.min(end, to)).join("");
  let last = from;
  if (from) place.append("…");
  for (const [start, end] of spans.filter((span) => span[1] > from && span[0] < to)) {
    const marked = window.document.createElement("mark");
    marked.textContent = words(start, end);
    place.append(words(last, start), marked);
    last = end;
  }
  place.append(words(last, to));
  if (to < characters.length) place.append("…");
}
