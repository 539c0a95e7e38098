// What of a query is structure: a year, a district, a topic of this site. Only where there are several reports.

const YEAR = /(\d{4})年(?!度?\d{1,2}月)/;
// What was done in a year stands in the next year's report
const PAST = /完成了|做了|去年|上年|结果/;

// { year, district, topic }, each empty where the query does not name it. A topic is one where nothing else is asked.
export function structureIn(query, { reports, topics = [], reading: { bare, fold, letters } }) {
  const folded = fold(query);
  const year = PAST.test(folded) ? "" : (YEAR.exec(folded)?.[1] ?? "");
  const isOfYear = reports.some((one) => String(one[1]) === year);
  const district = reports.map((one) => one[3]).find((name) => name && folded.includes(fold(name))) ?? "";
  const rest = letters(bare(folded.replace(YEAR, " "), district ? [fold(district)] : []));
  const isNamed = isOfYear || district;
  const topic = isNamed ? (topics.find(([, label]) => letters(fold(label)) === rest)?.[0] ?? "") : "";
  return { year: isOfYear ? year : "", district: isSole(reports) ? "" : district, topic };
}

const isSole = (reports) => new Set(reports.map((one) => one[3])).size < 2;
