// What many districts have is in files of its own, read for a query that names one of them or asks for it
// (disclosure/search/answer_files.py, titles.py).
import { fold } from "./fold.js";
import { letters } from "./tokens.js";

const RANK_OF_DISTRICT = /[区县市]$/;

// Gives rows of reports the titles that are formed as most are.
export function entitle(rows, form) {
  for (const row of rows) row[2] = row[2] || form.replace("{year}", () => row[1]).replace("{district}", () => row[3]);
}

// Gives the store of a large index what reads the files beside the first.
export function readsParts(store, { reports }, read) {
  let isRead = false;
  // For whoever may name one, and once the first hits are there
  store.departments = async () => {
    const departments = await read("departments");
    if (!isRead) store.ways = [...store.ways, ...departments];
    isRead = true;
  };
  // Before the hits, where the words that were looked for stand in a department's name
  store.leading = async (terms) => {
    if (!isRead && (await isOfDepartment(store, terms))) await store.departments();
  };
  // The lines of figures that `text` may ask for, of the districts that it names, with their rank or without; `isAny` where
  // whatever they have may be meant.
  store.figures = async (text, isAny) => {
    const folded = fold(text);
    const whole = letters(folded);
    const names = [...new Set(reports.map((one) => one[3]))].map(fold);
    const isSaid = (name) => name && [name, name.length > 2 ? name.replace(RANK_OF_DISTRICT, "") : name].some((one) => folded.includes(one));
    const isAsked = (name) => ([, words]) => isAny || words.split(" ").some((word) => whole.includes(word.slice(name.length)));
    const found = names.map(async (name, n) => (isSaid(name) ? (await read(`figures/${n}`)).filter(isAsked(name)) : []));
    return (await Promise.all(found)).flat();
  };
}

// The page of such a site has departments before whatever stands after them: what was asked waits for those that it may name.
export function leadsOn(view) {
  const { ask, store } = view;
  const { more } = store;
  if (!store.departments) return;
  view.ask = async (...asked) => {
    const found = await ask(...asked);
    await store.leading(found.terms).catch(() => {});
    return found;
  };
  store.more = async () => {
    await store.departments();
    await more();
  };
}

// Whether one of the words stands in a document of a department: those of no report come last.
async function isOfDepartment({ lookup, kind, report }, terms) {
  const tokens = terms.flatMap(({ wordings }) => wordings.flatMap((one) => one.tokens));
  const found = await lookup(tokens);
  return tokens.some((token) => {
    const { documents, length } = found(token) ?? { length: 0 };
    for (let at = length - 1; at >= 0 && !report(documents[at]); at--) if (kind(documents[at]) === "department") return true;
    return false;
  });
}
