// The index of a large site: postings and documents in many small files, of which a query needs a few.
// Written by disclosure/search/shards.py and postings.py.

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUES = Object.fromEntries([...SIGNS].map((sign, n) => [sign, n]));
// How many documents a phrase in quotation marks is looked for in
const READABLE = 40;

// `load` gives the data of a file of the index by its name; `tools` are functions of the search itself.
export function openShards({ lookups, readRows }, head, load) {
  const { kind, group, block, blocks, starts, total } = layout(head);
  const lists = new Map();
  const read = async ({ name, first }) => readRows(await load(`documents/${name}`), head, first);
  return {
    ...lookups(head),
    kinds: head.kinds,
    over: head.over,
    readable: READABLE,
    total,
    kind: (n) => head.kinds[kind[n]].id,
    group: (n) => group[n],
    async lookup(tokens) {
      const wanted = tokens.filter((token) => !lists.has(token));
      const found = await Promise.all(wanted.map((token) => load(`tokens/${shard(token, head.shards)}`)));
      wanted.forEach((token, n) => lists.set(token, readList(found[n][token], starts)));
      return (token) => lists.get(token);
    },
    async documents(numbers) {
      const wanted = new Map();
      for (const n of numbers) if (!wanted.has(block[n])) wanted.set(block[n], read(blocks[block[n]]));
      return Promise.all(numbers.map(async (n) => (await wanted.get(block[n]))[n - blocks[block[n]].first]));
    },
    async facets() {
      const facets = await load("facets");
      this.topics = facets.labels;
      return readFacets(facets, { kind, group, head });
    },
    numbers: async () => (await load("numbers")).split(" "),
    async pairs(keys) {
      const found = await Promise.all(keys.map((key) => load(`readings/${shard(key, head.readings)}`)));
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

// Kind, passage and file of each document, from runs of letters: a capital begins a passage. Each report's documents
// begin in a file of their own, and `starts` are their numbers.
function layout({ documents, passages }) {
  const kind = [];
  const group = [];
  const block = [];
  const blocks = [];
  const starts = [];
  for (const [number, part] of documents.split(";").entries()) {
    starts.push(kind.length);
    let begun = 0;
    for (const [, letter, times] of part.matchAll(/([A-Za-z])(\d*)/g)) {
      for (let left = Number(times || 1); left > 0; left--) {
        const n = kind.length;
        if (letter < "a") {
          if (begun % passages === 0) blocks.push({ name: `${number}-${begun / passages}`, first: n });
          begun++;
        }
        kind.push(letter.toLowerCase().charCodeAt(0) - 97);
        group.push(letter < "a" ? n : group[n - 1]);
        block.push(blocks.length - 1);
      }
    }
  }
  return { kind, group, block, blocks, starts, total: kind.length };
}

// A report's part begins with its number in `starts`; its documents are counted from there.
export function readList(written, starts) {
  if (!written) return undefined;
  const list = { length: 0, documents: [], weights: [] };
  for (const part of written.split(".")) {
    let at = 0;
    const number = () => {
      let [value, scale] = [0, 1];
      for (; VALUES[part[at]] >= 32; at++, scale *= 32) value += (VALUES[part[at]] - 32) * scale;
      return value + VALUES[part[at++]] * scale;
    };
    let last = starts[number()];
    while (at < part.length) {
      last += number();
      list.documents.push(last);
      list.weights.push(VALUES[part[at++]]);
      list.length++;
    }
  }
  return list;
}

const readPairs = (words = "") => [...words.matchAll(/(\S+) (\d+)/g)].map(([, pair, count]) => [pair, Number(count)]);

function readFacets({ parts }, { kind, group, head }) {
  const all = [];
  for (const [part, { sections, section, known, topics, outcome }] of parts.entries()) {
    const report = head.reports[part]?.[0] ?? "";
    let last = 0;
    for (const [at, step] of section.entries()) {
      const n = all.length;
      last = step || last;
      const [id, title] = sections[last - 1];
      const of = [topics[at] || []].flat().map((number) => known[number - 1]);
      const base = { n, kind: head.kinds[kind[n]].id, group: group[n], section: id, report, outcome: outcome[at] || "" };
      all.push({ ...base, sectionTitle: title, topics: of });
    }
  }
  return all;
}
