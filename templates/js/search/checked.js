// What another site hands over, held to the shapes and sizes that the search's readers rely on. Whoever runs that site may write
// what they like: what is not as it should be is refused as a whole, nothing of it is mended.
import { Unreadable } from "./fetched.js";
import { entitle } from "./parted.js";

// As in disclosure/search/files.py
export const FORMAT = 1;
// As in disclosure/search/tiers.py
export const TIERED = 2;

const AT_MOST = { kinds: 26, names: 50, reports: 5000, years: 300, documents: 3000000, columns: 13, rows: 60000, aliases: 400000, shards: 1 << 20, passages: 64 };
// A title's stretches of the text begin with one (rows.js)
const STRETCHES = "\ue000";
const CELL = { id: 80, label: 60, title: 400, text: 20000, address: 400, list: 2000 };
// All quotes of a file together: each is a part of its paragraph, and many may be of one
const MOST_QUOTED = 8000000;

export class OtherFormat extends Error {}

// The first file, of a small site or a large one: no more of it than is used.
export function headOf(given) {
  demand(isRecord(given));
  if (given.format !== (given.first === undefined ? FORMAT : TIERED)) throw new OtherFormat(isNumber(given.format, 9999) ? given.format : "");
  const kinds = listOf(given.kinds, AT_MOST.kinds, isRecord).map(({ id, label, prior }) => ({ id: phrase(id, CELL.id), label: phrase(label, CELL.label), prior: portion(prior) }));
  const reports = listOf(given.reports, AT_MOST.reports, Array.isArray).map(reportRowOf);
  if (given.parted) entitle(reports, phrase(given.titled, CELL.title));
  const head = {
    kinds,
    reports: reports.length || !given.only ? reports : [reportRowOf(given.only)],
    names: listOf(given.names, AT_MOST.names, isText(CELL.label)),
    year: number(given.year, 9999),
    over: Object.entries(record(given.over)).slice(0, AT_MOST.years).map(([year, said]) => [phrase(year, 4), phrase(said, CELL.label)]),
    aliases: phrase(given.aliases, AT_MOST.aliases),
    rarer: given.rarer === true,
    scale: scaleOf(record(given.scale)),
    documents: given.documents,
  };
  if (given.shards === undefined) return { ...head, documents: columnsOf(given.documents, kinds) };
  return { ...head, ...sizesOf(given), ...tiersOf(given, reports), documents: runsOf(given.documents, kinds) };
}

// The columns of documents (disclosure/search/rows.py).
export function columnsOf(given, kinds) {
  const columns = listOf(given, AT_MOST.columns, Array.isArray);
  if (!columns.length) return columns;
  demand(columns.length === AT_MOST.columns && columns[0].length <= AT_MOST.rows && columns.every(({ length }) => length === columns[0].length));
  CELLS.forEach((isCell, n) => demand(columns[n].every(isCell)));
  demand(columns[0].every((kind) => kind < kinds.length));
  demand(columns[6].reduce((sum, length) => sum + length, 0) + columns[3].reduce((sum, title) => sum + shortened(title), 0) <= MOST_QUOTED);
  return columns;
}

// How long what a title takes from its text may become.
const shortened = (title) => [...(title || "")].reduce((sum, one) => sum + (one >= STRETCHES && one < "\uf900" ? one.charCodeAt(0) - 0xe000 : 0), 0);

export const recordOf = (given) => record(given);

// Texts by name.
export const stringsOf = (given) => checked(record(given), (of) => Object.values(of).every(isText(Infinity)));

// A list of a token's documents, or nothing where it is none: their numbers rise, and are all the site's own, as many as there are.
export function isRising({ length, documents, older = 0 }, total) {
  let last = -1;
  if (!(length + older <= total)) return false;
  for (let n = 0; n < length; n++) {
    if (!(documents[n] > last)) return false;
    last = documents[n];
  }
  return last < total;
}

export const stringOf = (given) => phrase(given, AT_MOST.aliases);

function sizesOf({ shards, readings, passages }) {
  return { shards: power(shards), readings: power(readings), passages: number(passages, AT_MOST.passages) || refuse() };
}

// How many reports are in the first tier: some, not all, each of which has documents of its own.
function tiersOf({ first, older, documents }, reports) {
  if (first === undefined) return {};
  demand(number(first, reports.length - 1) > 0 && typeof documents === "string" && documents.split(";").length === reports.length + 1);
  return { first, older: power(older) };
}

// Letters of kinds, each with how many documents follow: what is made of them takes as much room as they say.
function runsOf(given, kinds) {
  demand(typeof given === "string" && /^[A-Za-z0-9;]*$/.test(given));
  let total = 0;
  for (const [, letter, times] of given.matchAll(/([A-Za-z])(\d*)/g)) {
    total += Number(times || 1);
    demand(letter.toLowerCase().charCodeAt(0) - 97 < kinds.length && total <= AT_MOST.documents);
  }
  return given;
}

function reportRowOf(given) {
  const [key, year, title, district] = listOf(given, 4, () => true);
  return [phrase(key, CELL.id), number(year, 9999), phrase(title, CELL.title), phrase(district, CELL.label)];
}

const scaleOf = ({ k, b, mean, title, steps }) => ({ k: amount(k), b: amount(b), mean: amount(mean) || refuse(), title: amount(title), steps: amount(steps) });

const isRecord = (one) => typeof one === "object" && one !== null && !Array.isArray(one);
const isNumber = (one, most) => Number.isInteger(one) && one >= 0 && one <= most;
const isText = (most) => (one) => typeof one === "string" && one.length <= most;
const isNothingOr = (isIt) => (one) => one === 0 || isIt(one);
const isSteps = (one) => Array.isArray(one) && one.length <= CELL.list && one.every((step) => isNumber(step, CELL.text));
const isGap = (one) => Number.isInteger(one) && Math.abs(one) <= CELL.text;
// By column: kind, the address's beginning and rest, title, text, gap, length, passage, section, place, sentences, outcome, also
const CELLS = [
  (one) => isNumber(one, AT_MOST.kinds),
  (one) => isNumber(one, CELL.address),
  isNothingOr(isText(CELL.address)),
  isNothingOr(isText(CELL.title)),
  isNothingOr(isText(CELL.text)),
  isGap,
  (one) => isNumber(one, CELL.text),
  isNothingOr(isText(CELL.id)),
  isNothingOr(isText(CELL.id)),
  isNothingOr(isText(CELL.title)),
  isNothingOr(isSteps),
  isNothingOr(isText(CELL.id)),
  isNothingOr(isText(CELL.title)),
];

function refuse() {
  throw new Unreadable("another shape");
}

function demand(isAsItShouldBe) {
  if (!isAsItShouldBe) refuse();
}

function checked(value, isIt) {
  demand(isIt(value));
  return value;
}

const phrase = (one, most) => checked(one, isText(most));
const number = (one, most) => checked(one, (given) => isNumber(given, most));
const amount = (one) => checked(one, (given) => Number.isFinite(given) && given >= 0 && given < 1e6);
const portion = (one) => checked(one, (given) => given > 0 && given <= 1);
const power = (one) => checked(one, (given) => isNumber(given, AT_MOST.shards) && given >= 4 && (given & (given - 1)) === 0);
const record = (one) => checked(one, isRecord);
const listOf = (one, most, isItem) => checked(one, (given) => Array.isArray(given) && given.length <= most && given.every(isItem));
