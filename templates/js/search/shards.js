// The index of a large site: postings and documents in many small files, of which a query needs a few.
// Written by disclosure/search/shards.py and postings.py.

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUES = Object.fromEntries([...SIGNS].map((sign, n) => [sign, n]));
// How many documents a phrase in quotation marks is looked for in
const READABLE = 40;

// `load` gives the JSON of a file of the index by its name; `tools` are functions of the search itself.
export default function openShards({ lookups, readRows }, head, load) {
  const { kind, group, block, first, total } = layout(head);
  const files = new Map();
  const lists = new Map();
  const file = (name) => {
    if (!files.has(name)) files.set(name, load(name));
    return files.get(name);
  };
  const read = async (n) => readRows(await file(`documents/${n}`), head, first[n]);
  return {
    ...lookups(head),
    kinds: head.kinds,
    readable: READABLE,
    total,
    kind: (n) => head.kinds[kind[n]].id,
    group: (n) => group[n],
    async lookup(tokens) {
      const wanted = tokens.filter((token) => !lists.has(token));
      const found = await Promise.all(wanted.map((token) => file(`tokens/${shard(token, head.shards)}`)));
      wanted.forEach((token, n) => lists.set(token, readList(found[n][token])));
      return (token) => lists.get(token);
    },
    async documents(numbers) {
      const blocks = new Map();
      for (const n of numbers) if (!blocks.has(block[n])) blocks.set(block[n], read(block[n]));
      return Promise.all(numbers.map(async (n) => (await blocks.get(block[n]))[n - first[block[n]]]));
    },
    async facets() {
      const facets = await file("facets");
      this.topics = facets.labels;
      return readFacets(facets, { kind, group, total, head });
    },
    async pairs(keys) {
      const found = await Promise.all(keys.map((key) => file(`readings/${shard(key, head.readings)}`)));
      return new Map(keys.map((key, n) => [key, readPairs(found[n][key])]));
    },
  };
}

// The file that holds a key, as disclosure/search/shards.py counts it.
export function shard(key, of) {
  let number = 0;
  for (const one of key) number = (Math.imul(number, 31) + one.codePointAt(0)) >>> 0;
  return (number ^ (number >>> 15)) & (of - 1);
}

// Kind, passage and file of each document, from runs of letters: a capital begins a passage.
function layout({ documents, passages }) {
  const kind = [];
  const group = [];
  const block = [];
  const first = [];
  let begun = 0;
  for (const [, letter, times] of documents.matchAll(/([A-Za-z;])(\d*)/g)) {
    // A report's documents begin in a file of their own
    if (letter === ";") {
      begun = 0;
      continue;
    }
    for (let left = Number(times || 1); left > 0; left--) {
      const n = kind.length;
      if (letter < "a") {
        if (begun % passages === 0) first.push(n);
        begun++;
      }
      kind.push(letter.toLowerCase().charCodeAt(0) - 97);
      group.push(letter < "a" ? n : group[n - 1]);
      block.push(first.length - 1);
    }
  }
  return { kind, group, block, first, total: kind.length };
}

export function readList(written) {
  if (!written) return undefined;
  const list = { length: 0, documents: [], weights: [] };
  let last = 0;
  for (let at = 0; at < written.length; at++) {
    let [step, scale] = [0, 1];
    for (; VALUES[written[at]] >= 32; at++, scale *= 32) step += (VALUES[written[at]] - 32) * scale;
    last += step + VALUES[written[at++]] * scale;
    list.documents.push(last);
    list.weights.push(VALUES[written[at]]);
    list.length++;
  }
  return list;
}

const readPairs = (words = "") => [...words.matchAll(/(\S+) (\d+)/g)].map(([, pair, count]) => [pair, Number(count)]);

function readFacets({ sections, section, labels, topics, status }, { kind, group, total, head }) {
  const all = [];
  let last = 0;
  for (let n = 0; n < total; n++) {
    last = section[n] || last;
    const [id, title] = sections[last - 1];
    const of = [topics[n] || []].flat().map((number) => labels[number - 1][0]);
    const base = { n, kind: head.kinds[kind[n]].id, group: group[n], section: id, status: status[n] || "" };
    all.push({ ...base, sectionTitle: title, topics: of });
  }
  return all;
}
