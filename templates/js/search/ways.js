// What leads past the hits: questions with an answer, and places and bodies by their names.
import { fold } from "./fold.js";
import { parse } from "./query.js";
import { letters, pairs, runs } from "./tokens.js";

const MOST = 4;
// How much of a query a question has to hold
const ENOUGH = 0.6;

// `ways` are [address, title, words], the words beside the title folded and parted by blanks; those that answer `text`,
// best first.
export function waysFor(text, store) {
  const asked = letters(fold(text));
  if (asked.length < 2) return [];
  const terms = parse(text, store).terms.filter((term) => !term.optional && !term.year && term.size > 1);
  if (!terms.length) return [];
  const scored = store.ways.map(([address, title, words]) => ({ address, title, score: score(said(title, words), asked, terms) }));
  return scored.filter((way) => way.score >= ENOUGH).sort((a, b) => b.score - a.score).slice(0, MOST);
}

const said = (title, words) => [fold(title).replace(/\s/g, ""), ...words.split(" ").filter(Boolean)];

// 2 and more where a name or a wording is said whole; else how much of the query stands in the words.
function score(words, asked, terms) {
  const whole = words.filter((word) => asked.includes(word)).map((word) => word.length);
  if (whole.length) return 1 + Math.max(...whole);
  if (words.some((word) => word.includes(asked))) return 1;
  const tokens = new Set(words.flatMap((word) => runs(word).flatMap((run) => pairs(run))));
  const size = terms.reduce((sum, term) => sum + term.size, 0);
  const held = terms.reduce((sum, term) => sum + term.size * share(term, tokens), 0);
  return size ? held / size : 0;
}

// How much of a term as it was typed is there; what it is called elsewhere is what the hits are for.
function share(term, tokens) {
  const own = term.wordings[0].tokens.filter((token) => token.length > 1);
  return own.length ? own.filter((token) => tokens.has(token)).length / own.length : 0;
}
