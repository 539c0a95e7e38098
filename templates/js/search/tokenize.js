// Tokens of a text: its characters, its pairs of characters, its numbers. No word list, so that what the index holds
// and what a reader types can never be cut differently. The same in disclosure/search/tokens.py.
import { fold } from "./fold.js";
import { numberTokens } from "./numbers.js";
import { pairs, runs } from "./tokens.js";

const NUMERAL = /[0-9零〇一二三四五六七八九十百千万亿两]/;

// All tokens of a text, repeated ones again: characters, pairs, then numbers.
export function tokens(text) {
  const folded = fold(text);
  const found = runs(folded).flatMap((run) => [...run, ...pairs(run)]);
  return NUMERAL.test(folded) ? [...found, ...numberTokens(folded)] : found;
}
