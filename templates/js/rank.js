// The ranking: characters and pairs of characters, BM25 weighted by how much of the query a document covers.
// No word list, so what the index holds and what the reader types can never be cut differently. No DOM in here.
const K = 1.2;
const LENGTH = 0.5;
const SINGLE = 0.15; // what one character counts beside a pair
const FIELDS = { title: 2.5, text: 1, place: 0.5 };
const LETTER = /[\p{L}\p{N}%.+]/u;
const HAN = /\p{Script=Han}/u;

// Full and half width, upper and lower case are the same. `at[i]` is the code point that folded character i came from.
export function fold(text) {
  const characters = [];
  const at = [];
  [...text].forEach((one, place) => {
    for (const folded of one.normalize("NFKC").toLowerCase()) {
      characters.push(folded);
      at.push(place);
    }
  });
  return { characters, at };
}

export function tokens(text) {
  const { characters } = fold(text);
  const found = [];
  characters.forEach((one, n) => {
    if (!LETTER.test(one)) return;
    found.push(one);
    const next = characters[n + 1];
    if (next && LETTER.test(next)) found.push(one + next);
  });
  return found;
}

export function words(query) {
  const folded = fold(query).characters.join("");
  return [...new Set(folded.split(/[\s，。、；：！？“”"'（）()《》]+/u).filter((one) => LETTER.test(one)))];
}

const size = (token) => [...token].length;

export function build(documents) {
  const postings = new Map();
  const entries = documents.map((document, n) => {
    const counts = new Map();
    let length = 0;
    for (const [field, weight] of Object.entries(FIELDS)) {
      for (const token of tokens(document[field] ?? "")) {
        counts.set(token, (counts.get(token) ?? 0) + weight);
        length += weight;
      }
    }
    for (const [token, count] of counts) {
      if (!postings.has(token)) postings.set(token, []);
      postings.get(token).push([n, count]);
    }
    const whole = fold(`${document.title}\n${document.place}\n${document.text}`).characters.join("");
    return { document, length, whole };
  });
  const mean = entries.reduce((sum, one) => sum + one.length, 0) / (entries.length || 1);
  return { entries, postings, mean };
}

// Documents that hold at least one pair of the query (or its one character), best first, whole matches before others.
export function search(index, query) {
  const asked = words(query);
  const wanted = [...new Set(asked.flatMap(tokens))];
  const pairs = wanted.filter((token) => size(token) > 1);
  const needed = new Set(pairs.length ? pairs : wanted);
  const hits = new Map();
  let total = 0;
  for (const token of wanted) {
    const list = index.postings.get(token) ?? [];
    const weight = rarity(index, list.length) * (size(token) > 1 || !pairs.length ? 1 : SINGLE);
    total += weight;
    for (const [n, count] of list) add(hits, index, n, count, weight, needed.has(token));
  }
  const ranked = [...hits.values()]
    .filter((hit) => hit.found)
    .map((hit) => finish(hit, index.entries[hit.n], asked, total))
    .sort((a, b) => b.exact - a.exact || b.score - a.score || a.n - b.n);
  // A part of a word still means something, a part of a number does not
  return ranked[0]?.exact && !HAN.test(query) ? ranked.filter((hit) => hit.exact) : ranked;
}

function rarity(index, holding) {
  return Math.log(1 + (index.entries.length - holding + 0.5) / (holding + 0.5));
}

function add(hits, index, n, count, weight, needed) {
  if (!hits.has(n)) hits.set(n, { n, score: 0, covered: 0, found: false });
  const hit = hits.get(n);
  const length = 1 - LENGTH + (LENGTH * index.entries[n].length) / index.mean;
  hit.score += (weight * count * (K + 1)) / (count + K * length);
  hit.covered += weight;
  hit.found ||= needed;
}

function finish(hit, entry, asked, total) {
  const coverage = hit.covered / total;
  const exact = asked.every((word) => entry.whole.includes(word));
  return { n: hit.n, document: entry.document, exact, score: hit.score * coverage ** 2 };
}
