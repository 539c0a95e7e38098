// What of a text a hit shows, and which of its words were asked for. All offsets are code points of the text.
import { foldAt } from "./fold.js";
import { runs } from "./tokens.js";

const FRAME = 120;
const LEAD = 30;
const CLAUSE = "，；。！？：";

// Spans of the text that answer the terms: whole words, else their pairs of characters.
export function marks(text, terms) {
  const { characters, origins } = foldAt(text);
  const whole = characters.join("");
  const found = terms.filter((term) => !term.optional).flatMap((term) => markTerm(term, whole));
  return join(found.map(([from, to]) => [origins[from], origins[to - 1] + 1]).sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

function markTerm(term, whole) {
  if (term.number) return numberPlaces(term, whole);
  const texts = [...new Set(term.wordings.flatMap(({ text }) => runs(text).map((run) => run.join(""))))];
  const exact = texts.flatMap((text) => places(whole, text));
  if (exact.length) return exact;
  const parts = new Set(term.wordings.flatMap(({ tokens }) => tokens));
  return [...parts].filter((part) => parts.size === 1 || [...part].length > 1).flatMap((part) => places(whole, part));
}

// Code-point positions; `whole` is nearly always without surrogates, so that positions are counted only where needed.
function places(whole, part) {
  const found = [];
  const size = [...part].length;
  for (let n = whole.indexOf(part); part && n >= 0; n = whole.indexOf(part, n + 1)) {
    const from = points(whole, n);
    found.push([from, from + size]);
  }
  return found;
}

const points = (whole, n) => [...whole.slice(0, n)].length;

function numberPlaces(term, whole) {
  const wanted = new Set(term.wordings.flatMap(({ tokens }) => tokens.filter((token) => token.startsWith("="))));
  return term.find(whole)
    .filter(({ value }) => wanted.has(`=${value}`))
    .map(({ start, end, unit }) => [points(whole, start), points(whole, end) + (unit && whole[end] === unit ? 1 : 0)]);
}

function join(spans) {
  const joined = [];
  for (const [start, end] of spans) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

// The sentence of a paragraph that holds most of what was asked for: its number (from 0), start and end.
export function bestSentence(length, starts, spans) {
  let best = { sentence: -1, start: 0, end: length, marked: -1 };
  starts.forEach((start, sentence) => {
    const end = starts[sentence + 1] ?? length;
    const inside = new Set(spans.filter(([from, to]) => from < end && to > start).map(([from]) => from));
    if (inside.size > best.marked) best = { sentence, start, end, marked: inside.size };
  });
  return best;
}

// A stretch of at most about 120 characters around the first mark, from the beginning of a clause.
export function frame(characters, start, end, spans) {
  if (end - start <= FRAME) return [start, end];
  const first = spans.find(([, to]) => to > start)?.[0] ?? start;
  let from = Math.max(start, first - LEAD);
  for (let n = first - 1; n >= from && from > start; n--) {
    if (CLAUSE.includes(characters[n])) {
      from = n + 1;
      break;
    }
  }
  return [from, Math.min(end, from + FRAME)];
}
