// Reads { site, home, queries, scripts }: a built small site, and where MiniSearch and FlexSearch are installed. Writes the
// site's documents, and of each engine what it finds for each query (numbers of documents, the first ten), what it would
// load, and how long a query takes: all in this process, of the same documents.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { ask } from "../../templates/js/search/ask.js";
import { openOne } from "../../templates/js/search/one.js";
import { LONGEST } from "../../templates/js/search/query.js";
import { open } from "../../templates/js/search/store.js";

const { site, home, queries } = JSON.parse(readFileSync(0, "utf8"));
const packages = createRequire(`${home}/`);
const CUT = 10;
const ROUNDS = 5;
const size = (...texts) => texts.reduce((sum, one) => sum + gzipSync(one, { level: 9 }).length, 0);
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];

function read(name) {
  const found = new Map();
  runInNewContext(readFileSync(`${site}/search/${name}.js`, "utf8"), { disclosure: { data: (key, value) => found.set(key, value) } });
  return found.get(name);
}

const store = await open(openOne, async (name) => read(name), (name) => import(`../../templates/js/search/${name.replace("search-", "")}.js`));
await store.more();
const documents = (await store.facets()).map(({ n, address, passage, start, end, title, text, also }) => ({ id: n, address, passage, start, end, title, text, also }));

// As good as they get: the pairs of characters of each run of letters, and the characters themselves
const PARTS = /[\p{L}\p{N}]+/gu;
function bigrams(text) {
  const runs = (text.normalize("NFKC").toLowerCase().match(PARTS) ?? []).map((run) => [...run]);
  return runs.flatMap((run) => [...run, ...run.slice(1).map((one, n) => run[n] + one)]);
}
// Of a query only what is longer than a character, where there is such
function asked(text) {
  const all = bigrams(text);
  const pairs = all.filter((one) => [...one].length > 1);
  return pairs.length ? pairs : all;
}
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const words = (text) => [...segmenter.segment(text.normalize("NFKC").toLowerCase())].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

const FIELDS = ["title", "text", "also"];
// What a page needs to show hits, and to make the index in the browser where that is less
const shown = JSON.stringify(documents);

function miniSearch(options, search) {
  const MiniSearch = packages("minisearch");
  const index = new MiniSearch({ fields: FIELDS, ...options });
  index.addAll(documents);
  const library = readFileSync(`${home}/node_modules/minisearch/dist/umd/index.js`);
  return { find: (query) => index.search(query, search).map(({ id }) => id), index: JSON.stringify(index), library };
}

function flexSearch(options, search) {
  const { Document, Charset } = packages("flexsearch");
  const index = new Document({ document: { id: "id", index: FIELDS }, ...options(Charset) });
  for (const one of documents) index.add(one);
  const parts = [];
  index.export((key, data) => parts.push(String(data ?? "")));
  const library = readFileSync(`${home}/node_modules/flexsearch/dist/flexsearch.bundle.min.js`);
  // Fields in turn, the first one's hits before the next one's, as `merge` has them
  const find = (query) => [...new Set(index.search(query, { limit: 100, ...search }).flatMap(({ result }) => result))];
  return { find, index: parts.join("\n"), library };
}

async function ours(query) {
  const text = [...query].length > LONGEST ? await store.shorten(query) : query;
  return (await ask(store, text, store.repair)).hits.filter(({ direct }) => direct).map(({ n }) => n);
}

async function measured(name, { find, index, library }) {
  const found = [];
  for (const query of queries) {
    const hits = await find(query);
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      await find(query);
      times.push(performance.now() - start);
    }
    found.push({ hits: hits.slice(0, CUT), ms: median(times) });
  }
  const loaded = library && Math.min(size(library, shown), size(library, index, shown));
  return { name, found, index: index ? size(index) : 0, loaded: loaded ?? 0 };
}

const OR = { combineWith: "OR", boost: { title: 3 } };
const strict = (encode) => () => ({ tokenize: "strict", encode });
const engines = [["ours", { find: ours }]];
if (existsSync(`${home}/node_modules/minisearch`)) {
  engines.push(["MiniSearch, pairs of characters", miniSearch({ tokenize: bigrams }, { ...OR, tokenize: asked })]);
  engines.push(["MiniSearch, the browser's word breaking", miniSearch({ tokenize: words }, OR)]);
  engines.push(["MiniSearch as it comes", miniSearch({}, {})]);
  engines.push(["MiniSearch, prefix and fuzzy", miniSearch({}, { prefix: true, fuzzy: 0.2, boost: { title: 2 } })]);
  engines.push(["FlexSearch, pairs of characters", flexSearch(strict(bigrams), { suggest: true })]);
  engines.push(["FlexSearch, Charset.CJK", flexSearch((charset) => ({ encoder: charset.CJK }), {})]);
  engines.push(["FlexSearch, Charset.CJK, forward, suggest", flexSearch((charset) => ({ encoder: charset.CJK, tokenize: "forward" }), { suggest: true })]);
  engines.push(["FlexSearch as it comes", flexSearch(() => ({}), {})]);
}
const measuredAll = [];
for (const [name, engine] of engines) measuredAll.push(await measured(name, engine));
console.log(JSON.stringify({ documents, engines: measuredAll }));
