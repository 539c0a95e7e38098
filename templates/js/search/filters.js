// Filters: hits by report, kind, section, topic and what became of promises, each choice with its count, all of it in the
// address. A document of a site with several reports has its `of`: key, year, title and district of its own.
import { FILED } from "./filed.js";

// Those of which ?status= may mean one
export const STATUSES = ["outcome", ...FILED.slice(1)];

const VALUES = {
  site: ({ site }) => [site],
  district: ({ of }) => (of?.[3] ? [of[3]] : []),
  year: ({ of }) => (of ? [String(of[1])] : []),
  report: ({ of }) => (of ? [of[0]] : []),
  kind: (one) => [one.kind],
  section: (one) => (one.section ? [one.section] : []),
  topic: (one) => one.topics,
  outcome: (one) => (one.outcome ? [one.outcome] : []),
};

export const valuesOf = (name, one) => (VALUES[name] ? VALUES[name](one) : (one.filed?.[name] ?? []));

export const isAny = (values) => Object.values(values).some(Boolean);

// `chosen` is the value of each filter, empty where it leaves all.
const passes = (one, chosen, but) =>
  Object.entries(chosen).every(([name, value]) => name === but || !value || valuesOf(name, one).includes(value));

// The value of each filter, and of ?status=.
export function chosenIn(address, names) {
  const given = new URL(address).searchParams;
  return Object.fromEntries([...names, "status"].map((name) => [name, given.get(name) ?? ""]));
}

// Of what lies in reports that no filter leaves nothing may be known.
export const filtered = (hits, all, chosen) => hits.filter(({ n }) => all[n] && passes(all[n], chosen));

// How many hits each value would leave, the other filters kept: { kind: Map(value -> number), … }.
export function counted(hits, all, chosen, names) {
  return Object.fromEntries(
    names.map((name) => {
      const counts = new Map();
      for (const { n } of hits) {
        if (!all[n] || !passes(all[n], chosen, name)) continue;
        for (const value of valuesOf(name, all[n])) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [name, counts];
    }),
  );
}
