// A large site's newest years and its older ones: a query is answered of the newest, and the page says so and offers the rest.
// Written by disclosure/search/tiers.py.

import { replaceAddress } from "../address.js";

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
  store.stands = async (tokens, { found, together }) => {
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
  store.allYears = Object.assign(Object.create(store), { lookup, allYears: undefined });
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

// Whether the reader, or the address, asks for all years of this query.
function isAsked({ askedAll }, query) {
  const given = new URL(location.href).searchParams;
  return askedAll === query || (given.get(YEARS) === ALL && (given.get("q") ?? "").trim() === query);
}

// Where older years did not come the newest are shown again; whether they were asked for.
function giveUp(view) {
  const address = new URL(location.href);
  if (view.store.askedAll === undefined && address.searchParams.get(YEARS) !== ALL) return false;
  address.searchParams.delete(YEARS);
  replaceAddress(address);
  view.store.askedAll = undefined;
  view.isPartial = true;
  return true;
}

// What was looked through, to stand behind the number of hits, and the way to the rest.
function tellYears(view) {
  const { page, store, answer } = view;
  const status = page.querySelector("[data-count]");
  const button = page.querySelector("[data-older]");
  const older = answer.isPart ? (view.reach?.left ?? store.older()) : [];
  const values = { m: older.length, older: span(older), newest: span(newestOf(store)) };
  const fill = (words) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  button.hidden = !older.length;
  button.textContent = fill(button.dataset.label);
  button.onclick = () => askAll(view, button);
  return fill(older.length ? status.dataset.part : answer.isPart === false ? status.dataset.whole : "");
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
  const isHere = document.activeElement === button;
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
  // The button is gone once all were read
  if (isHere && button.hidden) (view.page.querySelector("[data-results] [data-link]") ?? view.box).focus();
}
