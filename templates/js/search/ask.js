// From what was typed to hits: terms, their documents, repairs where something is not found, ranking, grouping.
import { fold } from "./fold.js";
import { bare, isExact, parse, wording } from "./query.js";
import { better, rank } from "./rank.js";
import { letters } from "./tokens.js";

export const NOTHING = { terms: [], repaired: [], absent: [], hits: [] };
const LEAN = 1.25;
const COMPARABLE = 0.75;
const TELLING = 0.3;
const NOTE = /什么是|是什么|什么叫|什么意思|干什么的/;
// Said beside the number of a record
const RECORDS = /承诺|成果|编号|段落|原文|注释|第|条|号|段|注/g;
const PAST = /去年|上年|上一年|完成了|做了/;
const FUTURE = /今年|明年|目标|计划|打算|将要|承诺/;

// { terms, repaired, absent, hits, isPart }: hits in the order they are shown, each { n, whole, direct }; `absent` are words that
// stand nowhere. What is named (c098) comes before what is ranked. `repair` is asked only where a term is not found: it
// gives other terms, or nothing. Of a large site's newest years alone `isPart` says whether older ones may have more; where
// the newest have no answer, all are asked before anything is called missing.
export async function ask(store, text, repair) {
  const found = await asked(store, text, repair);
  const isOpen = found.isOpen || (found.isPart && !found.hits.some(({ direct }) => direct));
  return isOpen ? asked(store.allYears, text, repair) : found;
}

async function asked(store, text, repair) {
  if (!isExact(text)) return ranking(store, text, repair);
  await store.exacting();
  const { hits, rest, unknown, isPart, isOpen } = (await store.exact?.named(store, fold(text))) ?? { hits: [], rest: text };
  if (isOpen) return { ...NOTHING, isOpen };
  if (unknown) return { ...NOTHING, absent: [text] };
  if (!hits.length) return ranking(store, text, repair);
  const more = letters(bare(rest.replace(RECORDS, " "), store.names)).length > 1 ? await ranking(store, rest, repair) : NOTHING;
  const seen = new Set(hits.map(({ n }) => n));
  return { ...more, isPart: Boolean(isPart || more.isPart), hits: [...hits, ...more.hits.filter(({ n }) => !seen.has(n))] };
}

async function ranking(store, text, repair) {
  const query = parse(text, store);
  if (!query.terms.length) return { ...NOTHING, isPart: false, hits: await marksOnly(store, text) };
  const { terms, found, repaired, absent, isOpen } = await meant(store, text, await ranged(query.terms, store), repair);
  if (isOpen) return { ...NOTHING, isOpen };
  const ranked = rank(terms, found, store.total, leaning(text, store));
  const hits = query.isMarked ? await store.exact.obeying(store, ranked, query, { fold, letters, together }) : ranked;
  return { terms, repaired, absent, isPart: tokensOf(terms).some((token) => found(token)?.older), hits: arrange(hits, store) };
}

// The terms as they are to be looked for, what the index has for them, and the words that were looked for as well.
async function meant(store, text, asked, repair) {
  let terms = asked;
  let found = await store.lookup(tokensOf(terms));
  // Of the newest years alone: what older ones have is not lost (tiers.js)
  const { lacks = isLost, isOpen } = store;
  const lost = (of) => terms.some((term) => lacks(term, found, of));
  // What stands only where the site speaks in its own words is looked for in the report's too
  const counts = telling(store);
  if (await isOpen?.(terms, found, counts)) return { isOpen: true };
  if (!lost(counts)) return { ...NOTHING, terms, found };
  const full = await store.fuller();
  // 停车泊位 stands there as it was typed; 停车位收费 does not, but its 停车位 is called something else
  for (const within of [undefined, full.within]) {
    terms = await ranged(parse(text, full, within).terms, store);
    found = await store.lookup(tokensOf(terms));
    const of = within ? undefined : counts;
    if (await isOpen?.(terms, found, of)) return { isOpen: true };
    if (!lost(of)) return { ...NOTHING, terms, found };
  }
  const better = await repair(text, terms, (term) => lacks(term, found));
  terms = await ranged(better.terms, store);
  found = await store.lookup(tokensOf(terms));
  if (await isOpen?.(terms, found)) return { isOpen: true };
  const called = (word) => [word, ...(full.aliases.get(word) ?? [])];
  const repaired = better.repaired.filter((word) => !isLost({ wordings: called(word).map((one) => wording(one)) }, found));
  const { terms: last, absent } = await better.settle(terms, (term) => lacks(term, found));
  return { terms: last, found: await store.lookup(tokensOf(last)), repaired, absent };
}

// 1万多户 asks for more numbers than one.
async function ranged(terms, store) {
  return Promise.all(terms.map((term) => (term.about ? withNear(term, store) : term)));
}

const withNear = async (term, store) => store.exact.withNear(term, await store.numbers());

// Marks without a letter are in no index; where all texts are at hand they are looked for as they are.
async function marksOnly(store, text) {
  const all = store.add ? await store.facets() : [];
  return all.filter((one) => one.text.includes(text)).map(({ n }) => ({ n, whole: true, direct: true }));
}

const tokensOf = (terms) => [...new Set(terms.flatMap((term) => term.wordings.flatMap(({ tokens }) => tokens)))];

// Whether no document, of those that count, holds the whole of any of its wordings.
export function isLost(term, found, counts = () => true) {
  return !term.optional && !term.wordings.some(({ tokens }) => together(tokens.map(found)).some(counts));
}

// The documents of kinds that do more than say again what others say.
function telling({ kinds, kind }) {
  const few = new Set(kinds.filter(({ prior }) => prior < TELLING).map(({ id }) => id));
  return (n) => !few.has(kind(n));
}

// The documents that stand in all of the lists, each in its order.
export function together(lists) {
  if (!lists.length || lists.some((list) => !list)) return [];
  const [first, ...rest] = lists.sort((a, b) => a.length - b.length);
  const at = rest.map(() => 0);
  const stands = (n) =>
    rest.every(({ documents }, i) => {
      while (documents[at[i]] < n) at[i]++;
      return documents[at[i]] === n;
    });
  return Array.from(first.documents).filter(stands);
}

// 什么是… asks for the explanation, 去年 for results, 目标 for commitments.
function leaning(text, store) {
  const isPast = PAST.test(text) || text.includes(`${store.year - 1}年`);
  const kind = NOTE.test(text) ? "note" : isPast ? "result" : FUTURE.test(text) ? "commitment" : "";
  return kind ? (n) => (store.kind(n) === kind ? LEAN : 1) : () => 1;
}

// Direct hits of one passage stand together, the records before the paragraph that contains them, if they answer about as
// well: a passing mention further down the same paragraph waits for its own turn.
function arrange(hits, store) {
  const groups = new Map();
  const all = [];
  for (const hit of hits.filter(({ direct }) => direct)) {
    const key = store.group(hit.n);
    const known = groups.get(key);
    const group = known?.find(([first]) => hit.score >= first.score * COMPARABLE && hit.whole === first.whole);
    if (group) {
      group.push(hit);
      continue;
    }
    const made = [hit];
    all.push(made);
    if (known) known.push(made);
    else groups.set(key, [made]);
  }
  const arranged = all
    .sort(([a], [b]) => better(a, b))
    .flatMap((group) => (group.length > 1 ? group.sort((a, b) => isParagraph(a, store) - isParagraph(b, store)) : group));
  return [...arranged, ...hits.filter(({ direct }) => !direct)];
}

const isParagraph = (hit, store) => store.kind(hit.n) === "paragraph";
