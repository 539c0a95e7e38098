// Pinyin as people type it: cut into syllables, as it is heard, and with a slip of the finger.
const LONGEST_SYLLABLE = 6;
// Ways to cut the same letters
const CUTS = 8;
// Before the characters that are rarely read so, as in disclosure/search/tables.py
const RARELY = "/";
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

// What z and zh, l and n, n and ng, u and ü have in common: the same in disclosure/search/tables.py.
export const alike = (syllable) =>
  syllable.replace(/^(?:([zcs])h|l)/, (_, one) => one ?? "n").replace(/ng$/, "n").replace("v", "u");

// Letters without tones, ü as v; after j, q, x and y it is written u.
export const plain = (letters) =>
  letters.normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "").replace(/([jqxy])v/g, "$1u");

// By character its syllables, { common, rare }, from characters by syllable.
export function readingsOf(syllables) {
  const found = new Map();
  for (const [name, characters] of Object.entries(syllables)) {
    const [common, rare = ""] = characters.split(RARELY);
    for (const one of common) reading(found, one).common.push(name);
    for (const one of rare) reading(found, one).rare.push(name);
  }
  return found;
}

function reading(found, one) {
  if (!found.has(one)) found.set(one, { common: [], rare: [] });
  return found.get(one);
}

// How far a character's readings are from a syllable: 0 is as it is commonly read.
export function distance({ common, rare }, syllable) {
  if (common.includes(syllable)) return 0;
  if (rare.includes(syllable)) return 1;
  return common.some((one) => alike(one) === alike(syllable)) ? 2 : 3;
}

// Every way to cut letters into syllables; the longest first, never more than a few.
export function cuts(letters, known, found = [], cut = []) {
  if (!letters) found.push(cut);
  for (let size = Math.min(LONGEST_SYLLABLE, letters.length); size > 0 && found.length < CUTS; size--) {
    const one = letters.slice(0, size);
    if (known.has(one)) cuts(letters.slice(size), known, found, [...cut, one]);
  }
  return found;
}

// What may have been meant where two letters changed places, one is too many, the next key was hit, or one is missing.
export function slips(letters) {
  const changed = (n, size, put) => letters.slice(0, n) + put + letters.slice(n + size);
  const places = [...letters, ""].map((_, n) => n);
  return [
    ...places.slice(2).map((n) => changed(n - 2, 2, letters[n - 1] + letters[n - 2])),
    ...places.slice(1).map((n) => changed(n - 1, 1, "")),
    ...places.slice(1).flatMap((n) => beside(letters[n - 1]).map((one) => changed(n - 1, 1, one))),
    ...places.flatMap((n) => [...LETTERS].map((one) => changed(n, 0, one))),
  ];
}

function beside(letter) {
  const row = ROWS.findIndex((of) => of.includes(letter));
  const at = ROWS[row].indexOf(letter);
  return [-1, 0, 1].flatMap((step) => [...(ROWS[row + step] ?? "")].filter((one, n) => one !== letter && Math.abs(n - at) <= 1));
}
