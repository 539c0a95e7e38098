// Other ways to write what was not found: traditional characters, pinyin in full or by initials, homophones.
// Loaded, with its table of readings, only where something was not found.
import { alike, cuts, plain, readingsOf, slips } from "./pinyin.js";
import { JOINING, MOST, byCharacter, byInitial, bySyllable, keysOf, readPairs, spokenAs, wordsFor } from "./sounds.js";
import { simplify } from "./traditional.js";

const WEIGHT = 0.9;
// As in rank.js: of a word so long a part is an answer too, however it was typed
const LONG = 4;
// As in query.js
const ALIAS = 0.7;
// What a character alone counts where no word was found
const SINGLES = 0.3;
const LATIN = /^[a-z]{2,48}$/;
const HAN = /^[\u3400-\u9fff]{2,12}$/;
const LONGEST_INITIALS = 12;
const HOMOPHONES = 2;
// Mistyped letters are looked up in so many ways
const SLIPS = 90;
const MISTYPED = 2;
// What is told of: a word alone is as long at most, one of several is such a part of the query at least
const LONGEST_WORD = 3;
const A_PART = 4;
// Longer ones in capitals may be pinyin
const LONGEST_ACRONYM = 5;

// How letters are read: what two readings are compared by, and what a word is looked up by.
const HEARD = { by: alike, step: bySyllable };
const EXACT = { by: (name) => name, step: bySyllable };
const INITIALS = { by: (name) => name[0], step: byInitial };

// What is looked up again and again, of the tables { syllables, traditional }. `pairsOf(keys)` gives [pair, count] for two
// readings ("yan nao") or initials ("y l") that follow each other, for each of `keys`.
export function sounds(store, { syllables, traditional }) {
  const readings = readingsOf(syllables);
  const pairs = store.tokens && readPairs(store.tokens, readings);
  return { store, readings, traditional, names: Object.keys(syllables), pairsOf: pairs ? async () => pairs : (keys) => store.pairs(keys, (tokens) => readPairs(tokens, readings)) };
}

// { terms, repaired, settle }: what is still lost after that is settled by `settle`. `tools` are functions of the search itself.
export async function repair({ fold, letters, parse, runs, wording }, sound, text, terms, isLost) {
  const folded = fold(text);
  const asked = { text, length: letters(folded).length, store: sound.store };
  const settle = (made, isStillLost) => settled(made, isStillLost, asked, runs);
  const simple = await simplify(folded, sound.traditional, sound.store);
  if (simple !== folded) return { terms: parse(simple, sound.store.full, sound.store.full.within).terms, repaired: [simple], settle };
  const repaired = [];
  const made = [];
  for (const term of joinLatin(terms, isLost, wording)) {
    // An acronym is meant as one: there is no 看台 behind KTV
    const words = isLost(term) && !isAcronym(term.text, text) ? await otherWords(term, sound) : [];
    repaired.push(...words);
    const wordings = words.flatMap((word, n) => asAsked(word, WEIGHT - n * 0.04, isInFull(term.text, word), { ...sound.store.full, wording }));
    made.push(words.length ? { ...term, wordings: [...term.wordings, ...wordings] } : term);
  }
  return { terms: made, repaired, settle };
}

// { terms, absent }: what is lost is looked for by its characters, and of some of it is told that it stands nowhere.
async function settled(terms, isLost, asked, runs) {
  const lost = terms.filter(isLost);
  const isTold = await Promise.all(lost.map((term) => isWord(term, asked)));
  const absent = lost.filter((_, n) => isTold[n]).map((term) => asTyped(term.text, asked.text));
  return { terms: terms.map((term) => (lost.includes(term) ? withSingles(term, runs) : term)), absent };
}

function withSingles(term, runs) {
  if (term.number || term.size < 2 || term.size > 4 || !/[\u3400-\u9fff]/.test(term.text)) return term;
  const tokens = [...new Set(runs(term.text).flat())];
  return { ...term, wordings: [...term.wordings, { text: "", tokens, weight: SINGLES, part: SINGLES }] };
}

// A figure, an acronym, common words, if it is a good part of the query; what was asked for alone, if it is short.
async function isWord({ text, number }, asked) {
  if (text.length * A_PART < asked.length) return false;
  if (number || isAcronym(text, asked.text)) return true;
  const isAlone = text.length === asked.length;
  if (!HAN.test(text) || (!isAlone && text.length !== 2)) return false;
  return (isAlone && text.length <= LONGEST_WORD) || isRight([...text], asked.store);
}

// Whether a folded word was typed in capitals.
const isAcronym = (word, text) =>
  word.length <= LONGEST_ACRONYM && text.normalize("NFKC").split(/[^A-Za-z]+/).includes(word.toUpperCase());

const asTyped = (word, text) => (isAcronym(word, text) ? word.toUpperCase() : word);

// A word and what it is called elsewhere, as if it had been typed: of a long one typed in full a part is an answer too.
function asAsked(word, weight, isFull, { aliases, wording }) {
  const own = { ...wording(word, weight), all: !isFull || [...word].length < LONG };
  return [own, ...(aliases.get(word) ?? []).map((other) => wording(other, weight * ALIAS))];
}

// Initials may be anybody's.
const isInFull = (letters, word) => letters.length >= 2 * [...word].length;

// yang lao is one word to who types it, not two.
function joinLatin(terms, isLost, wording) {
  if (terms.length < 2 || !terms.every((term) => LATIN.test(plain(term.text)) && isLost(term))) return terms;
  const text = terms.map((term) => term.text).join("");
  return [{ text, wordings: [wording(text)], size: text.length }];
}

async function otherWords({ text }, sound) {
  const letters = plain(text);
  if (LATIN.test(letters)) return fromLatin(letters, sound);
  return HAN.test(text) ? fromHan(text, sound) : [];
}

// In full first, as it is read or heard; then by initials; then with a slip.
async function fromLatin(letters, sound) {
  const known = new Set(sound.names.flatMap((one) => [one, alike(one)]));
  const found = await read(words(letters, known), HEARD, sound);
  if (found.length) return found;
  const short = letters.length > LONGEST_INITIALS ? [] : await read([[...letters]], INITIALS, sound);
  return short.length ? short : mistyped(letters, sound);
}

const words = (letters, known) => cuts(letters, known).filter((cut) => cut.length > 1);

async function mistyped(letters, sound) {
  const known = new Set(sound.names);
  const meant = slips(letters).flatMap((one) => words(one, known).slice(0, 1));
  return (await read(meant.slice(0, SLIPS), EXACT, sound)).slice(0, MISTYPED);
}

// Words for letters that were cut in several ways.
async function read(every, { by, step }, { readings, pairsOf, store }) {
  const wanted = new Set(every.map((cut) => cut.map(by).join("")));
  const others = spokenAs(wanted, [...store.full.aliases.keys()], readings, by);
  const steps = every.map((cut) => cut.map((one) => step(one, readings)));
  const given = await pairsOf([...new Set(steps.flatMap(keysOf))]);
  const found = steps.flatMap((one) => wordsFor(one, given)).sort((a, b) => a.cost - b.cost || b.count - a.count);
  const best = found.filter(({ cost }) => cost === found[0].cost).map(({ word }) => word);
  return [...new Set([...best, ...others])].slice(0, MOST);
}

// Words that sound the same: those that keep most of the characters as typed. What is right as it is has none.
async function fromHan(text, sound) {
  const all = [...text];
  const steps = all.map((one) => byCharacter(one, sound.readings));
  if (steps.some((step) => !step)) return [];
  const kept = (word) => [...word].filter((one, n) => one === all[n]).length;
  const isLikely = ({ word, count, cost }) =>
    word !== text && (cost ? all.length > 2 && kept(word) * 2 >= all.length : kept(word) > 0 || (count > 1 && !JOINING.test(word)));
  const found = wordsFor(steps, await sound.pairsOf(keysOf(steps))).filter(isLikely);
  if (!found.length || (await isRight(all, sound.store))) return [];
  // 要建 is no 药健: where no character was kept, a word was meant
  const isMeant = await Promise.all(found.map(async ({ word }) => kept(word) > 0 || isRight([...word], sound.store)));
  const best = found.filter((_, n) => isMeant[n]).sort((a, b) => kept(b.word) - kept(a.word) || b.count - a.count);
  return best.slice(0, HOMOPHONES).map(({ word }) => word);
}

// Common words and nothing else: 驾照 is no mistyped 加装.
async function isRight(all, store) {
  const parts = all.flatMap((one, n) => (n % 2 ? [] : [one + (all[n + 1] ?? "")]));
  const known = await Promise.all(parts.map((word) => store.isWord(word)));
  return known.every(Boolean);
}
