// Several sites searched as one index of all their documents: what a document counts for a word does not depend on others
// (weights.js), and how rare a word is follows from all sites' lists together, so scores compare.
import { below } from "./site.js";
import { offering } from "./tiers.js";

// As on a large site: hits that are shown at once, and documents that a phrase is looked for in
const FIRST_SHOWN = 4;
const READ_FOR_A_PHRASE = 40;
const NOWHERE = { kind: "", text: "", title: "", address: "", passage: "", section: "", place: "", start: 0, end: 0, sentences: [], outcome: "", also: "" };

// `words` are { over, year, lost }: how a year is said, that it is over, and that a hit could not be read.
export function joinSites(words) {
  const sites = [];
  const segments = [];
  const store = { kinds: [], total: 0, readable: READ_FOR_A_PHRASE, atOnce: FIRST_SHOWN, sites: [], over: {}, answering: async () => undefined };

  // Documents keep the numbers that they have once: those that a site says later stand behind those of all.
  const number = (site) => {
    const from = segments.reduce((sum, one) => sum + (one.site === site ? one.length : 0), 0);
    const length = site.store.total - from;
    if (!length) return;
    segments.push({ site, from, length, base: store.total });
    store.total += length;
  };
  const at = (n) => {
    let [low, high] = [0, segments.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle].base > n) high = middle - 1;
      else low = middle;
    }
    const { site, base, from } = segments[low];
    return { site, n: n - base + from };
  };
  const inAll = (site, n) => {
    const { base, from } = segments.find((one) => one.site === site && n >= one.from && n < one.from + one.length) ?? { base: 0, from: n };
    return base + n - from;
  };

  store.join = (site) => {
    sites.push(site);
    store.kinds.push(...site.head.kinds.filter(({ id }) => store.kinds.every((one) => one.id !== id)));
    store.sites.push([String(site.id), site.name]);
    number(site);
  };
  store.enlarge = async () => {
    const grown = await Promise.all(sites.map(async (site) => ((await site.more()) ? site : undefined)));
    grown.filter(Boolean).forEach(number);
    return grown.some(Boolean);
  };
  store.all = () => sites;
  store.kind = (n) => {
    const found = at(n);
    return found.site.store.kind(found.n);
  };
  store.group = (n) => {
    const found = at(n);
    return inAll(found.site, found.site.store.group(found.n));
  };
  store.report = (n) => {
    const found = at(n);
    return found.site.report(found.n);
  };
  const lookupBy = (name) => async (tokens) => {
    const asked = [...sites];
    const found = await Promise.all(asked.map((site) => site[name](tokens)));
    const known = new Map();
    return (token) => {
      if (!known.has(token)) known.set(token, joinLists(segments, new Map(asked.map((site, n) => [site, found[n](token)]))));
      return known.get(token);
    };
  };
  store.lookup = lookupBy("lookup");
  store.documents = async (numbers) => {
    const places = numbers.map(at);
    const read = (site) => site.documents(places.filter((one) => one.site === site).map(({ n }) => n));
    // Of each site in the order in which they are asked for; none where they cannot be read
    const found = new Map(await Promise.all(sites.map(async (site) => [site, (await read(site)).values()])));
    return places.map(({ site, n }, i) => ofSite(site, found.get(site).next().value, { n: numbers[i], report: site.report(n), words }));
  };
  store.numbers = async () => [...new Set((await Promise.all(sites.map((site) => site.numbers()))).flat())].sort();
  store.pairs = async (keys, readTokens) => {
    const found = await Promise.all(sites.map((site) => site.pairs(keys, readTokens)));
    return new Map(keys.map((key) => [key, summed(found.flatMap((of) => of.get(key) ?? []))]));
  };
  store.outline = () => Array.from({ length: store.total }, (_, n) => {
    const { site, n: own } = at(n);
    const report = site.report(own);
    return { n, kind: site.store.kind(own), group: inAll(site, site.store.group(own)), site: String(site.id), report: report ? keyOf(site, report) : "", topics: [] };
  });
  store.facets = async () => store.outline();
  store.stands = async (tokens) => (await Promise.all(sites.map((site) => site.stands(tokens)))).some(Boolean);
  const older = () => {
    const keys = new Set(sites.flatMap((site) => site.older().map(([key]) => keyOf(site, key))));
    return store.reports.filter(([key]) => keys.has(key));
  };
  return offering(store, older, lookupBy("lookupAll"));
}

export const keyOf = (site, report) => `${site.id}/${report}`;

// A hit with the site that it is of, where its address leads, and which report it is: that its year is over says the year too.
function ofSite(site, document, { n, report, words }) {
  const known = document && below(site.root, document.address) ? document : { ...NOWHERE, kind: site.head.kinds[0].id, title: words.lost };
  const [, year, , district] = site.head.reports.find(([key]) => key === report) ?? [];
  const place = site.district || district;
  const over = site.head.over.find(([of]) => of === String(year))?.[1];
  const said = [site.name, place && !site.name.includes(place) && place, over || (year && words.year.replace("{year}", year))];
  return { ...known, n, root: site.root, told: said.filter(Boolean).join(words.between) };
}

// One list of all sites' lists of a token, in the order of the numbers in all.
function joinLists(segments, lists) {
  const length = [...lists.values()].reduce((sum, list) => sum + (list?.length ?? 0), 0);
  const older = [...lists.values()].reduce((sum, list) => sum + (list?.older ?? 0), 0);
  if (!length && !older) return undefined;
  const [documents, weights] = [new Uint32Array(length), new Uint8Array(length)];
  let end = 0;
  for (const { site, from, length: many, base } of segments) {
    const list = lists.get(site);
    if (!list) continue;
    for (let n = beginning(list, from); n < list.length && list.documents[n] < from + many; n++) {
      documents[end] = list.documents[n] - from + base;
      weights[end++] = list.weights[n];
    }
  }
  return { length: end, documents: documents.subarray(0, end), weights: weights.subarray(0, end), older };
}

function beginning({ documents, length }, from) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (documents[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function summed(found) {
  const counts = new Map();
  for (const [pair, count] of found) counts.set(pair, (counts.get(pair) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
