// A long text to as much of it as an address can hold: the clauses that carry most, in their order.
// Loaded only where there is one.
import { clauses } from "./clauses.js";
import { findNumbers } from "./numbers.js";

// What a number or a word in quotation marks counts where nothing is known of the words
const TELLING_MOST = 8;

// `tools` are functions of the search itself.
export function shorten(tools, text, store) {
  const { LONGEST } = tools;
  const weighed = clauses(text).map((clause, n) => ({ clause, n, size: [...clause].length, worth: worth(clause, store, tools) }));
  const kept = [];
  let left = LONGEST;
  for (const one of weighed.sort((a, b) => b.worth / b.size - a.worth / a.size || a.n - b.n)) {
    if (one.size > left && kept.length) continue;
    kept.push(one);
    left -= one.size + 1;
  }
  return [...kept.sort((a, b) => a.n - b.n).map(({ clause }) => clause).join("，")].slice(0, LONGEST).join("");
}

// How rare the pairs of characters are that the texts hold; on a large site, whose tokens are in many files, how much
// there is beside what only asks.
function worth(clause, { tokens, total, names }, { bare, fold, pairs, rarity, runs }) {
  const folded = fold(clause);
  const found = [...new Set(runs(tokens ? folded : bare(folded, names)).flatMap((run) => pairs(run)))];
  if (tokens) return found.reduce((sum, pair) => sum + (tokens.has(pair) ? rarity(total, tokens.get(pair).length) : 0), 0);
  return found.length + TELLING_MOST * (findNumbers(folded).length + /[“"「『]/.test(clause));
}
