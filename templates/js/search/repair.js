// Other ways to write what was not found: traditional characters, pinyin in full or by initials, homophones.
// Loaded, with its table of readings, only where something was not found.
const MOST = 12;
// Pairs kept for a reading, as in disclosure/search/shards.py
const A_READING = 40;
const LONGEST_SYLLABLE = 6;
const WEIGHT = 0.9;
// What joins words is in every text: a pair with it sounds like anything
const JOINING = /[的了是在和与及对]/;
const LATIN = /^[a-z]{2,24}$/;

// `tables` holds { syllables, traditional }; `pairsOf(keys)` gives [pair, count] for two readings ("yang lao") or
// initials ("y l") that follow each other, for each of `keys`. `tools` are functions of the search itself.
export async function repair({ fold, parse, wording }, store, tables, pairsOf, text, terms, isLost) {
  const folded = fold(text);
  const simple = simplify(folded, tables.traditional);
  const isSimple = simple === folded;
  const repaired = [];
  const made = [];
  for (const term of joinLatin(isSimple ? terms : parse(simple, store, true).terms, isLost, wording)) {
    const words = isSimple && isLost(term) ? await otherWords(term, tables, pairsOf) : [];
    repaired.push(...words);
    const wordings = words.map((word, n) => wording(word, WEIGHT - n * 0.04));
    made.push(words.length ? { ...term, wordings: [...term.wordings, ...wordings] } : term);
  }
  return { terms: made, repaired: isSimple ? repaired : [simple] };
}

// yang lao is one word to who types it, not two.
function joinLatin(terms, isLost, wording) {
  if (terms.length < 2 || !terms.every((term) => LATIN.test(term.text) && isLost(term))) return terms;
  const text = terms.map((term) => term.text).join("");
  return [{ text, wordings: [wording(text)], size: text.length }];
}

function simplify(text, pairs) {
  const all = [...pairs];
  const simple = new Map(all.flatMap((one, n) => (n % 2 ? [] : [[one, all[n + 1]]])));
  return [...text].map((one) => simple.get(one) ?? one).join("");
}

async function otherWords(term, tables, pairsOf) {
  if (LATIN.test(term.text)) return fromLatin(term.text.replace(/ü/g, "v"), tables, pairsOf);
  if (!/^[\u3400-\u9fff]{2,12}$/.test(term.text)) return [];
  return homophones(term.text, tables, pairsOf);
}

async function fromLatin(letters, { syllables }, pairsOf) {
  const known = new Set(Object.keys(syllables));
  for (const cut of syllabify(letters, known)) {
    if (cut.length === 1) continue;
    const words = await chain(cut.map((one) => [one]), pairsOf);
    if (words.length) return words.map(({ word }) => word);
  }
  return letters.length > 6 ? [] : (await chain([...letters].map((one) => [one]), pairsOf)).map(({ word }) => word);
}

// Every way to cut Latin letters into syllables; the longest first, never more than a few.
export function syllabify(letters, known, found = [], cut = []) {
  if (!letters) found.push(cut);
  for (let size = Math.min(LONGEST_SYLLABLE, letters.length); size > 0 && found.length < 4; size--) {
    const one = letters.slice(0, size);
    if (known.has(one)) syllabify(letters.slice(size), known, found, [...cut, one]);
  }
  return found;
}

// Words that sound the same: those that keep most of the characters as typed.
async function homophones(text, { syllables }, pairsOf) {
  const all = [...text];
  const keys = all.map((one) => Object.keys(syllables).filter((name) => syllables[name].includes(one)));
  if (keys.some((of) => !of.length)) return [];
  const kept = ({ word }) => [...word].filter((one, n) => one === all[n]).length;
  const words = (await chain(keys, pairsOf)).filter((one) => one.word !== text && (kept(one) > 0 || (one.count > 1 && !JOINING.test(one.word))));
  return words.sort((a, b) => kept(b) - kept(a) || b.count - a.count).map(({ word }) => word).slice(0, 2);
}

// The site's words for a chain of readings: pairs that overlap by a character, the frequent ones first.
async function chain(keys, pairsOf) {
  const wanted = keys.slice(1).map((after, n) => keys[n].flatMap((a) => after.map((b) => `${a} ${b}`)));
  const given = await pairsOf([...new Set(wanted.flat())]);
  let words = [];
  wanted.forEach((of, n) => {
    const next = of.flatMap((key) => given.get(key) ?? []);
    words = n === 0 ? next.map(([word, count]) => ({ word, count })) : words.flatMap((one) => extend(one, next));
    words = words.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1)).slice(0, 200);
  });
  return words.slice(0, MOST);
}

function extend({ word, count }, next) {
  const last = [...word].pop();
  return next
    .filter(([pair]) => [...pair][0] === last)
    .map(([pair, more]) => ({ word: word + [...pair][1], count: Math.min(count, more) }));
}

// The readings of all pairs of a small site, from its own tokens: "yang lao" and "y l" to [pair, count].
export function readPairs(tokens, syllables) {
  const of = new Map();
  for (const [name, characters] of Object.entries(syllables)) {
    for (const one of characters) of.set(one, [...(of.get(one) ?? []), name]);
  }
  const pairs = new Map();
  for (const [token, { length }] of tokens) {
    const [a, b, more] = token;
    if (more || !b || !of.has(a) || !of.has(b)) continue;
    for (const key of keysOf(token, of.get(a), of.get(b))) {
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push([token, length]);
    }
  }
  const order = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  for (const [key, found] of pairs) pairs.set(key, found.sort(order).slice(0, A_READING));
  return pairs;
}

// Nobody means 的 by d: a pair with a joining word goes by its full reading only.
function keysOf(token, as, bs) {
  const full = as.flatMap((a) => bs.map((b) => `${a} ${b}`));
  const short = JOINING.test(token) ? [] : full.map((key) => key.replace(/(\S)\S* (\S)\S*/, "$1 $2"));
  return new Set([...full, ...short]);
}
