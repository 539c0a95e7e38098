// The site's words by how they sound: pairs of characters that overlap, and the words of the editors' aliases.
import { alike, distance } from "./pinyin.js";

// Words for one that was not found
export const MOST = 12;
// Words that are followed from pair to pair
const FOLLOWED = 200;
// Pairs kept for a reading, as in disclosure/search/shards.py
const A_READING = 80;
// Ways to read a word
const READINGS = 16;
// What joins words is in every text: a pair with it sounds like anything
export const JOINING = /[的了是在和与及对]/;

// A step of a word is a character to be found: { keys } of its readings, and `cost` of a character in its place.
export function bySyllable(syllable, readings) {
  return { keys: [alike(syllable)], cost: (one) => distance(readings.get(one), syllable) };
}

export const byInitial = (letter) => ({ keys: [letter], cost: () => 0 });

// Undefined for a character without a reading.
export function byCharacter(character, readings) {
  const own = readings.get(character)?.common ?? [];
  if (!own.length) return undefined;
  const cost = (one) => (one === character ? 0 : Math.min(...own.map((name) => distance(readings.get(one), name))));
  return { keys: [...new Set(own.map(alike))], cost };
}

export const keysOf = (steps) => [...new Set(between(steps).flat())];

const between = (steps) =>
  steps.slice(1).map((step, n) => steps[n].keys.flatMap((before) => step.keys.map((after) => `${before} ${after}`)));

// The words that come nearest, frequent ones first: [{ word, count, cost }]. `given` are [pair, count] by key.
export function wordsFor(steps, given) {
  let words = [];
  between(steps).forEach((keys, n) => {
    const next = new Map(keys.flatMap((key) => given.get(key) ?? []));
    words = n ? words.flatMap((one) => extend(one, next, steps[n + 1])) : [...next].map((pair) => begin(pair, steps));
    words = words.sort((a, b) => a.cost - b.cost || b.count - a.count || (a.word < b.word ? -1 : 1)).slice(0, FOLLOWED);
  });
  return words.filter(({ cost }) => cost === words[0].cost).slice(0, MOST);
}

function begin([word, count], [first, second]) {
  const [one, other] = word;
  return { word, count, cost: first.cost(one) + second.cost(other) };
}

function extend({ word, count, cost }, next, step) {
  const last = [...word].pop();
  return [...next]
    .filter(([[first]]) => first === last)
    .map(([[, one], more]) => ({ word: word + one, count: Math.min(count, more), cost: cost + step.cost(one) }));
}

// The readings of all pairs of a small site, from its own tokens: "yan nao" and "y l" to [pair, count].
export function readPairs(tokens, readings) {
  const pairs = new Map();
  for (const [token, { length }] of tokens) {
    const [a, b, more] = token;
    if (more || !b || !readings.has(a) || !readings.has(b)) continue;
    for (const key of keysOfPair(token, all(readings.get(a)), all(readings.get(b)))) {
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push([token, length]);
    }
  }
  const order = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  for (const [key, found] of pairs) pairs.set(key, found.sort(order).slice(0, A_READING));
  return pairs;
}

const all = ({ common, rare }) => [...common, ...rare];

// Nobody means 的 by d: a pair with a joining word goes by its full reading only.
function keysOfPair(pair, before, after) {
  const keys = (by) => before.flatMap((one) => after.map((other) => `${by(one)} ${by(other)}`));
  return new Set([...keys(alike), ...(JOINING.test(pair) ? [] : keys((name) => name[0]))]);
}

// Those of the words of which one reading is wanted: `by` says how a syllable is written in it.
export function spokenAs(wanted, words, readings, by) {
  return words.filter((word) => spoken([...word], readings, by).some((one) => wanted.has(one)));
}

function spoken(characters, readings, by) {
  return characters.reduce((begun, one) => {
    const names = [...new Set((readings.get(one)?.common ?? []).map(by))];
    return begun.flatMap((before) => names.map((name) => before + name)).slice(0, READINGS);
  }, [""]);
}
