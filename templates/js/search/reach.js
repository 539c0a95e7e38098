// How far a query reaches on a site with older years: which reports its filters leave, and what was looked through of them.

// Of a report's row, what a filter compares
const OF_REPORT = { report: 0, year: 1, district: 3 };

// The numbers of the reports that may have what these values leave; one that no report has leaves all.
export function reaching({ reports }, { site, section, ...values }) {
  const all = [...reports.keys()];
  // A section's id begins with its report's
  const given = { ...values, ...(section && { report: values.report || section.split("/")[0] }) };
  const tests = Object.entries(OF_REPORT).map(([name, at]) => (n) => !given[name] || String(reports[n][at]) === given[name]);
  const ofSite = (n) => !site || reports[n][0].startsWith(`${site}/`);
  return [...tests, ofSite].filter((test) => all.some(test)).reduce((left, test) => left.filter(test), all);
}

// { isOlder, numbers, left }: whether all that may have it are older ones; of which reports documents have to be known, the
// newest of these, or, with `isAll`, all; and the rows of those that are left out.
export function reachOf(store, values, isAll) {
  const numbers = reaching(store, values);
  if (!store.older) return { numbers, isOlder: false, left: [] };
  const older = new Set(store.older());
  const newest = numbers.filter((n) => !older.has(store.reports[n]));
  const isOlder = numbers.length > 0 && !newest.length;
  if (isAll || isOlder) return { numbers, isOlder, left: [] };
  return { numbers: newest, isOlder, left: numbers.map((n) => store.reports[n]).filter((one) => older.has(one)) };
}
