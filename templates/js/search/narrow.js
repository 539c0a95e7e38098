// What hits are narrowed down to: the filters of the address, and what of the query is structure. Loaded where a query has
// some, or a filter is opened or asked for.
import { chips } from "./chips.js";
import { chosenOf, filters } from "./choices.js";
import { readFacets, readFiled } from "./facets.js";
import { FILED } from "./filed.js";
import { STATUSES, chosenIn, filtered, isAny, valuesOf } from "./filters.js";
import { knows, labelOf } from "./labels.js";
import { reachOf } from "./reach.js";
import { reportOf } from "./reports.js";
import { structureIn } from "./structure.js";

const OUTLINED = ["site", "district", "year", "report", "kind"];

// Leaves of what was found (`found.hits`) what is asked for. `view.dropped` are values that the reader took back.
export async function narrow(view, found, names) {
  const query = view.box.value.trim();
  const naming = view.store.departments?.().catch(() => (view.isPartial = true));
  const { statuses } = (await view.store.answering(query).catch(() => {})) ?? {};
  await naming;
  const isAll = Boolean(view.store.within?.(query));
  await narrowed(view, found, { query, names, statuses, isAll });
  // Nothing of the newest years is left
  if (!isAll && found.isPart && !found.hits.some(({ direct }) => direct)) await inAllYears(view, found, { query, names, statuses });
}

async function inAllYears(view, found, asked) {
  Object.assign(found, asked.query ? await view.ask(asked.query, true) : { hits: [] });
  await narrowed(view, found, { ...asked, isAll: true });
}

async function narrowed(view, found, { query, names, statuses, isAll }) {
  const { page, store } = view;
  const asked = chosenIn(location.href, names);
  const isOpen = page.querySelector("[data-filters]").open;
  const { values } = structureIn(query, { ...store, topics: [] }, statuses);
  const isNamed = ([name]) => !asked[name] && !view.dropped.has(`${name}=${values[name]}`);
  const reach = reachOf(store, { ...asked, ...Object.fromEntries(Object.entries(values).filter(isNamed)) }, isAll);
  if (reach.isOlder && !isAll) return inAllYears(view, found, { query, names, statuses });
  // What documents are filtered by is read once a filter is opened, or the address or the query has one
  if (isOpen || isAny(asked) || isAny(values)) {
    const given = [asked, structureIn(query, store, statuses).values];
    await readAll(view, reach, {
      isRead: isOpen || given.some((of) => isRead(of, OUTLINED)),
      isFiled: isOpen || isFiled(view, asked) || isFiled(view, values),
      isOutcome: !isOpen && !given.some((of) => isRead(of, [...OUTLINED, "outcome"])),
    });
  } else if (store.layout?.isTiered) view.all = undefined;
  Object.assign(view, { every: found.hits, chosen: asked, unknown: [], reach });
  if (!view.all) return undefined;
  view.unknown = unknownOf(view, asked);
  const meant = structureIn(query, store, statuses);
  const left = Object.entries(meant.values).filter(([name, value]) => !asked[name] && knows(view, name, value) && !view.dropped.has(`${name}=${value}`));
  view.chosen = { ...asked, ...Object.fromEntries(left) };
  const isList = query ? meant.isWhole && left.length === Object.keys(meant.values).length && left.some(([name]) => !ofReport(name)) : isAny(view.chosen);
  if (isList) listAll(view, found);
  found.hits = filtered(view.every, view.all, view.chosen);
  // A list of what an outline has is of all years, and who names a year does not ask for others
  if (isList) found.isPart = view.all !== view.outline && reach.left.length > 0;
  const { year, report, section } = view.chosen;
  if (!found.isPart || !reach.left.length) found.isPart = year || report || section ? undefined : found.isPart && false;
  return undefined;
}

const ofReport = (name) => name === "year" || name === "district";

// What is asked for by structure alone need not say its words: after the hits comes whatever else has it.
function listAll(view, found) {
  const whole = { whole: true, direct: true };
  const hits = new Set(found.hits.map(({ n }) => n));
  const others = view.all.filter(({ n }) => !hits.has(n)).map(({ n }) => ({ n, coverage: 1, ...whole, listed: true }));
  view.every = [...found.hits.map((hit) => ({ ...hit, ...whole, listed: !hit.direct })), ...others];
  Object.assign(found, { absent: [], repaired: [] });
}

// Whether the file is needed that tells of promises, or what an outcome is called that none has.
const isFiled = ({ outcomes }, { status, outcome, ...others }) =>
  [status, outcome].some((id) => id && !outcomes[id]) || FILED.some((name) => others[name]);

// Values that are not there, which are left out. ?status= is another name for the filter that knows the value.
function unknownOf(view, asked) {
  const { status } = asked;
  delete asked.status;
  const of = STATUSES.find((name) => status && knows(view, name, status));
  if (of) asked[of] = asked[of] || status;
  const unknown = Object.entries(asked).filter(([name, value]) => value && !knows(view, name, value));
  for (const [name] of unknown) asked[name] = "";
  return [...(status && !of ? [status] : []), ...unknown.map(([, value]) => value)];
}

// A large site knows the reports and kinds of its documents without reading more of them.
const isRead = (values, known) => Object.keys(values).some((name) => values[name] && !known.includes(name));

async function readAll(view, { numbers }, { isRead, isFiled, isOutcome }) {
  const { store } = view;
  const isTiered = Boolean(store.layout?.isTiered);
  // Who once needed more than outcomes may need it again
  view.isWhole = view.isWhole || !isOutcome || isFiled;
  const isLean = isTiered && !view.isWhole;
  try {
    // The same documents as before where no further report, and no more of them, is asked for
    const isLess = isTiered && (!isRead || numbers.some((n) => !view.read?.has(n)) || (view.isLean && !isLean));
    const isNew = !view.all || (view.all === view.outline ? isRead && store.layout : isLess);
    if (isNew && store.outline && !isRead) view.all = view.outline = view.outline ?? store.outline();
    else if (isNew) Object.assign(view, { all: await (store.layout ? readFacets(store, numbers, isLean) : store.facets()), read: new Set(numbers), isLean, sections: undefined });
    if (isFiled && (!view.filed || (isNew && store.layout))) view.filed = await readFiled(store, view.all, numbers);
  } catch {
    view.isPartial = true;
  }
  if (!store.reports.length || !view.all || view.all === view.told) return;
  const reports = new Map(store.reports.map((one) => [one[0], one]));
  view.all.forEach((one) => (one.of = reports.get(reportOf(one, store))));
  view.told = view.all;
}

export function present(view, names) {
  filters(view, names);
  // 未完成 may be an outcome, or what a report says
  chips(view, (name, value) => (ofPromises(name) ? said(view, name, [value]) : labelOf(view, name, value)));
}

export function choose(view, field) {
  const value = chosenOf(field, view.page.querySelector("[data-unknown]"));
  if (value === undefined || value === view.chosen[field.name]) return;
  const address = new URL(location.href);
  if (view.chosen[field.name] === address.searchParams.get("status")) address.searchParams.delete("status");
  if (value) address.searchParams.set(field.name, value);
  else address.searchParams.delete(field.name);
  // Also where it was the query that named it
  if (!value) view.dropped.add(`${field.name}=${view.chosen[field.name]}`);
  history.pushState(null, "", address);
  view.run();
}

// A promise with what it is filed under, where that was read and reports are told apart.
export function file(view, made, n) {
  const one = view.all?.[n];
  if (!one?.filed || !view.store.reports.length) return;
  const all = ["topic", ...FILED].flatMap((name) => {
    const values = valuesOf(name, one);
    return values.length ? said(view, name, values) : [];
  });
  const line = document.createElement("p");
  line.className = "d-hit__place";
  line.textContent = all.join("；");
  made.append(line);
}

const ofPromises = (name) => name === "outcome" || FILED.includes(name);

// Values of a filter after its label.
function said(view, name, values) {
  const { textContent } = view.page.querySelector(`[name=${name}]`).closest("label").firstChild;
  return `${textContent.trim()}：${values.map((value) => labelOf(view, name, value)).join("、")}`;
}
