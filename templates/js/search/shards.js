// The index of a large site: postings and documents in many small files, of which a query needs a few.
// Written by disclosure/search/shards.py and postings.py.
import { entitle, readsParts } from "./parted.js";
import { readRows } from "./rows.js";
import { withOlder } from "./tiers.js";

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALUES = new Uint8Array(128);
[...SIGNS].forEach((sign, n) => (VALUES[sign.charCodeAt(0)] = n));
const [BETWEEN, OLDER] = [".", "!"].map((one) => one.charCodeAt(0));
const PAIR = /^[^=#].$/su;
// How many documents a phrase in quotation marks is looked for in
const READABLE = 40;
// Hits that are shown at once: as many as the first screen of a phone has room for
const AT_ONCE = 2;

// `head` is its first file, `load` gives the data of any other by its name.
export function openShards(head, load) {
  if (head.parted) entitle(head.reports, head.titled);
  const { kind, group, block, part, blocks, starts, total } = layout(head);
  const read = async ({ name, first }) => readRows(await load(`documents/${name}`), head, first);
  // Lists of tokens, of the files of one tier
  const lookupIn = (folder, shards) => {
    const lists = new Map();
    return async (tokens) => {
      const wanted = tokens.filter((token) => !lists.has(token));
      const found = await Promise.all(wanted.map((token) => load(`${folder}/${tokenFile(token, shards)}`)));
      wanted.forEach((token, n) => lists.set(token, readList(found[n][token], starts)));
      return (token) => lists.get(token);
    };
  };
  const store = {
    kinds: head.kinds,
    over: head.over,
    readable: READABLE,
    atOnce: AT_ONCE,
    total,
    kind: (n) => head.kinds[kind[n]].id,
    group: (n) => group[n],
    // The key of the report that a document is of; undefined for what is of none, and where there is one report
    report: (n) => head.reports[part[n]]?.[0],
    lookup: lookupIn("tokens", head.shards),
    async documents(numbers) {
      const wanted = new Map();
      for (const n of numbers) if (!wanted.has(block[n])) wanted.set(block[n], read(blocks[block[n]]));
      return Promise.all(numbers.map(async (n) => (await wanted.get(block[n]))[n - blocks[block[n]].first]));
    },
    // What is known of all documents without reading anything
    outline: () => Array.from(kind, (_, n) => ({ n, kind: head.kinds[kind[n]].id, group: group[n], report: head.reports[part[n]]?.[0] ?? "", topics: [] })),
    // For who reads more of them (facets.js)
    layout: { kind, group, starts, total, kinds: head.kinds, isTiered: Boolean(head.first) },
    numbers: async () => (await load("numbers")).split(" "),
    async pairs(keys) {
      const found = await Promise.all(keys.map((key) => load(`readings/${shard(key, head.readings)}`)));
      return new Map(keys.map((key, n) => [key, readPairs(found[n][key])]));
    },
  };
  if (head.parted) readsParts(store, head, load);
  return head.first ? withOlder(store, head, { lookup: lookupIn("older", head.older), from: starts[head.first], to: starts[head.reports.length] }) : store;
}

// The file that holds a token, as disclosure/search/shards.py counts it: characters and numbers have files of their own.
export function tokenFile(token, pairs) {
  if (PAIR.test(token)) return shard(token, pairs);
  return pairs + shard(/^=[0-9.]+/.exec(token)?.[0] ?? token, pairs / 4);
}

function shard(key, of) {
  let number = 0;
  for (const one of key) number = (Math.imul(number, 31) + one.codePointAt(0)) >>> 0;
  return (number ^ (number >>> 15)) & (of - 1);
}

// Kind, passage, file and report of each document, from runs of letters: a capital begins a passage. Each report's documents
// begin in a file of their own, and `starts` are their numbers.
function layout({ documents, passages }) {
  const parts = documents.split(";").map((letters) => [...letters.matchAll(/([A-Za-z])(\d*)/g)].map(([, letter, times]) => [letter, Number(times || 1)]));
  const total = parts.flat().reduce((sum, [, times]) => sum + times, 0);
  const [kind, group, block, part] = [Uint8Array, Uint32Array, Uint32Array, Uint16Array].map((Numbers) => new Numbers(total));
  const [blocks, starts] = [[], []];
  let n = 0;
  for (const [number, runs] of parts.entries()) {
    starts.push(n);
    let begun = 0;
    for (const [letter, times] of runs) {
      const isFirst = letter < "a";
      const code = letter.toLowerCase().charCodeAt(0) - 97;
      for (const end = n + times; n < end; n++) {
        if (isFirst && begun++ % passages === 0) blocks.push({ name: `${number}-${(begun - 1) / passages}`, first: n });
        kind[n] = code;
        group[n] = isFirst ? n : group[n - 1];
        block[n] = blocks.length - 1;
        part[n] = number;
      }
    }
  }
  return { kind, group, block, part, blocks, starts, total };
}

// A report's part begins with its number in `starts`; its documents are counted from there. Numbers of documents and their
// weights, as many as there are signs at most, and how many documents of the older tier hold the token as well.
export function readList(written, starts) {
  if (!written) return undefined;
  const documents = new Uint32Array(written.length);
  const weights = new Uint8Array(written.length);
  let older = 0;
  let length = 0;
  let last = 0;
  for (let at = 0; at < written.length; at++) {
    const isTold = written.charCodeAt(at) === OLDER;
    if (isTold) at++;
    const isFirst = at === 0 || written.charCodeAt(at - 1) === BETWEEN;
    let [value, scale] = [0, 1];
    let sign = VALUES[written.charCodeAt(at)];
    for (; sign >= 32; scale *= 32) {
      value += (sign - 32) * scale;
      sign = VALUES[written.charCodeAt(++at)];
    }
    value += sign * scale;
    if (isTold) {
      older = value;
      at++;
      continue;
    }
    if (isFirst) {
      last = starts[value];
      continue;
    }
    documents[length] = last += value;
    weights[length++] = VALUES[written.charCodeAt(++at)];
    if (written.charCodeAt(at + 1) === BETWEEN) at++;
  }
  return { length, documents: documents.subarray(0, length), weights: weights.subarray(0, length), older };
}

const readPairs = (words = "") => [...words.matchAll(/(\S+) (\d+)/g)].map(([, pair, count]) => [pair, Number(count)]);
