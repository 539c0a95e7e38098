// Filters: hits by report, kind, section, topic and outcome, each choice with its count, all of it in the address.
// A document of a site with several reports has its `of`: key, year, title and district of its own.
const valuesOf = {
  district: ({ of }) => (of?.[3] ? [of[3]] : []),
  year: ({ of }) => (of ? [String(of[1])] : []),
  report: ({ of }) => (of ? [of[0]] : []),
  kind: (one) => [one.kind],
  section: (one) => (one.section ? [one.section] : []),
  topic: (one) => one.topics,
  outcome: (one) => (one.outcome ? [one.outcome] : []),
};

// `chosen` is the value of each filter, empty where it leaves all.
const passes = (one, chosen, but) =>
  Object.entries(chosen).every(([name, value]) => name === but || !value || valuesOf[name](one).includes(value));

export function chosenIn(address, names) {
  const given = new URL(address).searchParams;
  // ?status= is another name for what became of a promise
  const value = (name) => given.get(name) ?? (name === "outcome" ? given.get("status") : "") ?? "";
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

export const isKnown = (all, name, value) => all.some((one) => valuesOf[name](one).includes(value));

export const filtered = (hits, all, chosen) => hits.filter(({ n }) => passes(all[n], chosen));

// How many hits each value would leave, the other filters kept: { kind: Map(value -> number), … }.
export function counted(hits, all, chosen, names) {
  return Object.fromEntries(
    names.map((name) => {
      const counts = new Map();
      for (const { n } of hits) {
        if (!passes(all[n], chosen, name)) continue;
        for (const value of valuesOf[name](all[n])) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [name, counts];
    }),
  );
}
