// What hits are narrowed down to: the filters of the address, and what of the query is structure.
import { chosenIn, filtered, isKnown } from "./filters.js";
import { reportOf } from "./reports.js";
import { structureIn } from "./structure.js";

// The hits that are left. `view.dropped` are values that the reader took back.
export async function narrowed(view, hits, names) {
  const { page, store } = view;
  const query = view.box.value.trim();
  const asked = chosenIn(location.href, names);
  const isAsked = (values) => Object.values(values).some(Boolean);
  // What documents are filtered by is read once a filter is opened, or the address or the query has one
  if (page.querySelector("[data-filters]").open || isAsked(asked) || isAsked(structureIn(query, { ...store, topics: [] }))) await read(view);
  view.every = hits;
  view.chosen = asked;
  view.unknown = [];
  if (!view.all) return hits;
  view.unknown = names.filter((name) => asked[name] && !isKnown(view.all, name, asked[name])).map((name) => ({ name, value: asked[name] }));
  for (const { name } of view.unknown) asked[name] = "";
  const meant = Object.entries(structureIn(query, store)).filter(([name, value]) => value && !asked[name] && !view.dropped.has(`${name}=${value}`));
  view.chosen = { ...asked, ...Object.fromEntries(meant) };
  if (!query && isAsked(view.chosen)) view.every = view.all.map(({ n }) => ({ n, whole: true, direct: true, coverage: 1 }));
  return filtered(view.every, view.all, view.chosen);
}

async function read(view) {
  try {
    view.all = view.all ?? (await view.store.facets());
  } catch {
    view.isPartial = true;
  }
  const { reports } = view.store;
  if (reports.length && view.all) for (const one of view.all) one.of = reports.find(([key]) => key === reportOf(one, view.store));
}
