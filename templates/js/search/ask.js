// From what was typed to hits: terms, their documents, repairs where something is not found, ranking, grouping.
import { fold } from "./fold.js";
import { parse, wording } from "./query.js";
import { rank } from "./rank.js";
import { runs } from "./tokens.js";

const SINGLES = 0.3; // what a character alone counts where no word was found
const LEAN = 1.25;
const COMPARABLE = 0.75;
const NOTE = /什么是|是什么|什么叫|什么意思|干什么的/;
const PAST = /去年|上年|上一年|完成了|做了/;
const FUTURE = /今年|明年|目标|计划|打算|将要|承诺/;

// { terms, repaired, hits }: hits in the order they are shown, each { n, whole, direct }.
// `repair` is asked only where a term is not found: it gives other terms, or nothing.
export async function ask(store, text, repair) {
  const query = parse(text, store);
  let { terms } = query;
  if (!terms.length) return { terms, repaired: [], hits: await signs(store, text) };
  let repaired = [];
  let found = await store.lookup(tokensOf(terms));
  const lost = () => terms.some((term) => isLost(term, found));
  if (lost()) {
    // 停车泊位 stands there as it was typed; 停车位收费 does not, but its 停车位 is called something else
    terms = parse(text, store, true).terms;
    found = await store.lookup(tokensOf(terms));
  }
  if (lost()) {
    const better = await repair(text, terms, (term) => isLost(term, found));
    terms = better.terms;
    found = await store.lookup(tokensOf(terms));
    repaired = better.repaired.filter((word) => !isLost({ wordings: [wording(word)] }, found));
    terms = terms.map((term) => (isLost(term, found) ? withSingles(term) : term));
    found = await store.lookup(tokensOf(terms));
  }
  const hits = rank(terms, found, store.total, leaning(text, store));
  return { terms, repaired, hits: arrange(await holding(store, hits, query.phrases), store) };
}

// Marks without a letter are in no index; where all texts are at hand they are looked for as they are.
async function signs(store, text) {
  const all = store.add ? await store.facets() : [];
  return all.filter((one) => one.text.includes(text)).map(({ n }) => ({ n, whole: true, direct: true }));
}

const tokensOf = (terms) => [...new Set(terms.flatMap((term) => term.wordings.flatMap(({ tokens }) => tokens)))];

// Whether no document holds the whole of any of its wordings.
export function isLost(term, found) {
  return !term.optional && !term.wordings.some(({ tokens }) => isTogether(tokens.map(found)));
}

function isTogether(lists) {
  if (!lists.length || lists.some((list) => !list)) return false;
  const [first, ...rest] = lists.sort((a, b) => a.length - b.length);
  const sets = rest.map((list) => new Set(list.documents));
  return first.documents.some((n) => sets.every((set) => set.has(n)));
}

function withSingles(term) {
  if (term.number || term.size < 2 || term.size > 4 || !/[\u3400-\u9fff]/.test(term.text)) return term;
  const tokens = [...new Set(runs(term.text).flat())];
  return { ...term, wordings: [...term.wordings, { text: "", tokens, weight: SINGLES, part: SINGLES }] };
}

// 什么是… asks for the explanation, 去年 for results, 目标 for commitments.
function leaning(text, store) {
  const isPast = PAST.test(text) || text.includes(`${store.year - 1}年`);
  const kind = NOTE.test(text) ? "note" : isPast ? "result" : FUTURE.test(text) ? "commitment" : "";
  return kind ? (n) => (store.kind(n) === kind ? LEAN : 1) : () => 1;
}

// A phrase in quotation marks has to stand there, marks apart.
async function holding(store, hits, phrases) {
  if (!phrases.length) return hits;
  const some = hits.filter((hit) => hit.whole).slice(0, store.readable);
  const documents = await store.documents(some.map(({ n }) => n));
  const letters = (text) => runs(fold(text)).flat().join("");
  return some.filter((_, i) => {
    const texts = [letters(documents[i].title), letters(documents[i].text)];
    return phrases.every((phrase) => texts.some((one) => one.includes(phrase)));
  });
}

// Hits of one passage stand together, the records before the paragraph that contains them, if they answer about as
// well: a passing mention further down the same paragraph waits for its own turn.
function arrange(hits, store) {
  const groups = new Map();
  for (const hit of hits) {
    const key = hit.direct ? store.group(hit.n) : `near ${hit.n}`;
    const group = groups.get(key)?.find(([first]) => hit.score >= first.score * COMPARABLE && hit.whole === first.whole);
    if (group) group.push(hit);
    else groups.set(key, [...(groups.get(key) ?? []), [hit]]);
  }
  return [...groups.values()]
    .flat()
    .sort(([a], [b]) => b.direct - a.direct || b.score - a.score || a.n - b.n)
    .flatMap((group) => group.sort((a, b) => isParagraph(a, store) - isParagraph(b, store)));
}

const isParagraph = (hit, store) => store.kind(hit.n) === "paragraph";
