// Filters: hits by kind, section, topic and outcome, each choice with its count, all of it in the address.
const valuesOf = {
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
  return Object.fromEntries(names.map((name) => [name, given.get(name) ?? ""]));
}

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
