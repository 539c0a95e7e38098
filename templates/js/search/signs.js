// What a query says by its signs: “words in quotation marks” stand there as they are, -words that shall not.
import { runs } from "./tokens.js";

const QUOTED = "[“\"「『‘]([^“”\"「」『』‘’]+)[”\"」』’]";
const PHRASE = new RegExp(QUOTED, "g");
// Hyphen, minus and dash; two of them are punctuation
const WITHOUT = new RegExp(`(^|\\s)[-−–](?:${QUOTED}|([^\\s\\-−–“"「『‘]+))`, "g");

// { words, phrases, without } of a folded text: all that is asked for, in which the phrases are words too. Only where nothing
// but phrases is asked for do they have to stand there: who pastes a sentence leaves its quotation marks in it.
export function signs(folded) {
  const without = [];
  const left = folded.replace(WITHOUT, (_, before, phrase, word) => {
    without.push(phrase ?? word);
    return before;
  });
  // Nothing is asked for but what shall not be there: then it was no sign
  if (!runs(left).length) return { words: folded, phrases: [], without: [] };
  const phrases = [];
  const around = left.replace(PHRASE, (_, words) => {
    if (runs(words).length) phrases.push(letters(words));
    return " ";
  });
  const words = left.replace(PHRASE, (_, phrase) => ` ${phrase} `);
  return { words, phrases: runs(around).length ? [] : phrases, without: without.filter((one) => runs(one).length) };
}

// Without marks and blanks, as a phrase is compared.
export const letters = (folded) => runs(folded).flat().join("");

// Longer ones in capitals may be pinyin.
const LONGEST_ACRONYM = 5;

// Whether a folded word was typed as an acronym, in capitals.
export const isAcronym = (word, text) =>
  word.length <= LONGEST_ACRONYM && text.normalize("NFKC").split(/[^A-Za-z]+/).includes(word.toUpperCase());
