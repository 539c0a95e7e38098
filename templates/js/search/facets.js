// What a large site's documents are filtered by, and promises are filed under: of all reports at once, or, where there are
// older years, of the years that are asked for (disclosure/search/files.py).
import { attach } from "./filed.js";

// For each number of `reports`, and of what belongs to none, its part of the file of that name; what the file says beside.
async function partsOf(store, name, numbers) {
  const whole = await store.read(name);
  if (!store.layout.isTiered) return { ...whole, parts: [...whole.parts.entries()] };
  return { ...whole, parts: [...(await partsOfYears(store, name, numbers)), [store.reports.length, whole.parts[0]]] };
}

async function partsOfYears({ read, reports }, name, numbers) {
  const years = [...new Set(numbers.map((number) => reports[number][1]))];
  const files = new Map(await Promise.all(years.map(async (year) => [year, (await read(`${name}/${year}`)).parts.values()])));
  return [...reports.entries()].flatMap(([number, [, year]]) => (files.has(year) ? [[number, files.get(year).next().value]] : []));
}

// The documents of these reports, and of those of the same years, by their numbers. Outcomes of years are files of their own:
// with `isOutcome` no more is known of theirs.
export async function readFacets(store, numbers, isOutcome) {
  const { starts, total, isTiered } = store.layout;
  const [{ labels, parts }, outcomes] = await Promise.all([partsOf(store, "facets", isOutcome ? [] : numbers), isTiered ? partsOfYears(store, "outcomes", numbers) : []]);
  store.topics = labels;
  const all = new Array(total);
  const found = new Map(parts);
  for (const [number, outcome] of outcomes) found.set(number, { ...found.get(number), outcome });
  for (const [number, part] of found) unfold(all, store, part, { first: starts[number], report: store.reports[number]?.[0] ?? "" });
  return all;
}

function unfold(all, { layout: { kind, group, kinds } }, { sections = [], section = [], known = [], topics = [], outcome }, { first, report }) {
  let last = 0;
  for (const [at, came] of outcome.entries()) {
    const n = first + at;
    last = section[at] || last;
    const [id, sectionTitle] = sections[last - 1] ?? ["", ""];
    const of = [topics[at] || []].flat().map((number) => known[number - 1]);
    all[n] = { n, kind: kinds[kind[n]].id, group: group[n], section: id, report, outcome: came || "", sectionTitle, topics: of };
  }
}

// Gives promises what they are filed under; what the ids are called.
export async function readFiled(store, all, numbers) {
  if (!store.layout) {
    const { labels, parts } = await store.read("filed");
    for (const part of parts) attach(all, part);
    return labels;
  }
  const { starts, total } = store.layout;
  const { labels, parts } = await partsOf(store, "filed", numbers);
  for (const [number, part] of parts) attach(all.slice(starts[number], starts[number + 1] ?? total), part);
  return labels;
}
