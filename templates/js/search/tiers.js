// A large site's newest years and its older ones: a query is answered of the newest, and the page says so and offers the rest.
// Written by disclosure/search/tiers.py.

import { replaceAddress } from "../address.js";
import { isLost, together } from "./ask.js";

// Characters of a word; what is longer is a sentence, of which a part is an answer
const LONGEST_WORD = 8;
// In an address: the query that stands there was asked of all years
const [YEARS, ALL] = ["years", "all"];

// The store of the first tier, with one of both. `older` are the older tier's `lookup` and the numbers of its documents.
export function withOlder(store, { reports, first }, older) {
  const lists = new Map();
  const lookup = async (tokens) => {
    const newest = await store.lookup(tokens);
    const found = await older.lookup(tokens.filter((token) => newest(token)?.older));
    return (token) => {
      if (!newest(token)?.older) return newest(token);
      if (!lists.has(token)) lists.set(token, merged(newest(token), found(token), older));
      return lists.get(token);
    };
  };
  // Whether a document of older years holds all of these tokens; the rarest are read first
  store.stands = async (tokens, found) => {
    const lists = [];
    for (const token of [...tokens].sort((a, b) => found(a).older - found(b).older)) {
      lists.push((await older.lookup([token]))(token));
      if (!together([...lists]).length) return false;
    }
    return true;
  };
  return offering(store, () => reports.slice(first), lookup);
}

// A store whose lists are of the newest years alone: `older` gives the rows of all other reports, `lookup` looks in all.
export function offering(store, older, lookup) {
  // What the store learns later, this one knows too
  store.allYears = Object.assign(Object.create(store), { lookup, allYears: undefined, lacks: undefined, isOpen: undefined });
  store.lacks = lacks;
  store.isOpen = (...asked) => isOpen(store, ...asked);
  store.older = older;
  // The store that a query is put to; undefined is itself
  store.within = (query, isAll) => (isAll || isAsked(store, query) ? store.allYears : undefined);
  store.tellYears = tellYears;
  store.giveUp = giveUp;
  return store;
}

// Documents of no report stand behind those of the last one.
function merged(newest, older = { length: 0, documents: [], weights: [] }, { from }) {
  const before = newest.documents.findIndex((n) => n >= from);
  const at = before < 0 ? newest.length : before;
  const length = newest.length + older.length;
  const put = (Numbers, name) => {
    const all = new Numbers(length);
    all.set(newest[name].subarray(0, at));
    all.set(older[name], at);
    all.set(newest[name].subarray(at), at + older.length);
    return all;
  };
  return { length, documents: put(Uint32Array, "documents"), weights: put(Uint8Array, "weights") };
}

// The wordings of a term of which a document of older years may hold the whole.
const olderOf = ({ wordings }, found) => wordings.filter(({ tokens }) => tokens.length && tokens.every((token) => found(token)?.older));

// Whether a term that the newest years do not have may be mistyped, or called something else. A sentence of which older years
// may hold more is answered by what holds a part of it.
const lacks = (term, found, of) => isLost(term, found, of) && !(term.size > LONGEST_WORD && olderOf(term, found).length);

// Whether older years have a word among these that the newest do not have.
async function isOpen(store, terms, found, of) {
  const words = terms.filter((term) => term.size <= LONGEST_WORD && isLost(term, found, of));
  const stand = await Promise.all(words.flatMap((term) => olderOf(term, found)).map(({ tokens }) => store.stands(tokens, found)));
  return stand.some(Boolean);
}

// Whether the reader, or the address, asks for all years of this query.
function isAsked({ askedAll }, query) {
  const given = new URL(location.href).searchParams;
  return askedAll === query || (given.get(YEARS) === ALL && (given.get("q") ?? "").trim() === query);
}

// Where older years did not come the newest are shown again; whether they were asked for.
async function giveUp(view) {
  const address = new URL(location.href);
  if (view.store.askedAll === undefined && address.searchParams.get(YEARS) !== ALL) return false;
  address.searchParams.delete(YEARS);
  replaceAddress(address);
  view.store.askedAll = undefined;
  view.isPartial = true;
  await view.run();
  return true;
}

// What was looked through, to stand behind the number of hits, and the way to the rest.
function tellYears(view, name) {
  const { page, store, answer } = view;
  const status = page.querySelector("[data-count]");
  const button = page.querySelector("[data-older]");
  const isSaid = name && name !== "failed";
  const older = isSaid && answer.isPart ? (view.reach?.left ?? store.older()) : [];
  const values = { m: older.length, older: span(older), newest: span(newestOf(store)) };
  const fill = (words) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  // Whoever pressed it goes on with the first hit, whichever run it was that had no more need of it
  const isHere = document.activeElement === button;
  button.hidden = !older.length;
  if (isHere && button.hidden) (page.querySelector("[data-results] [data-link]") ?? view.box).focus();
  button.textContent = fill(button.dataset.label);
  button.onclick = () => askAll(view, button);
  return fill(older.length ? status.dataset.part : isSaid && answer.isPart === false ? status.dataset.whole : "");
}

function newestOf({ reports, older }) {
  const others = new Set(older());
  return reports.filter((one) => !others.has(one));
}

// The years of reports, as they are written.
function span(reports) {
  const years = reports.map((one) => one[1]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first}` : `${first}—${last}`;
}

async function askAll(view, button) {
  const address = new URL(location.href);
  address.searchParams.set(YEARS, ALL);
  try {
    history.pushState(null, "", address);
  } catch {
    // Some browsers forbid it on a disk
    view.store.askedAll = view.query;
  }
  view.page.querySelector("[data-count]").textContent = button.dataset.coming;
  await view.run();
}
