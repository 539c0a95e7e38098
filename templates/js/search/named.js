// Records, paragraphs, notes and days that a query names: c098, 2022/r012, p2-05.2, n04, 2022-06-20, 6月20日. They are
// found as such, before anything is ranked.

import { daysIn } from "./days.js";
import { nameAll } from "./names.js";

// What stands before it, the report, the record, the sentence of a paragraph or the target of a promise
const RECORD = /(^|[^0-9a-z./-])(?:([0-9a-z][0-9a-z-]*)\/)?([crn]\d{1,6}|p\d+-\d{1,4})(?:\.(\d{1,3})|\/\d{1,3})?(?![0-9a-z%.-])/g;
// These are nothing else: n95 is a mask, too
const SURE = /^(?:[cr]\d{3}|p\d+-\d{2})/;

// { hits, rest, unknown, isPart, isOpen }: what is named, the query without the ids that were found, and what it names that is not there
// where it names nothing else; of a large site's newest years, whether older ones have more of it, or alone may have it.
// `folded` is the query.
export async function named(store, folded) {
  const asked = [...folded.matchAll(RECORD)].map(([whole, before, report, id, sentence]) => ({
    text: whole.slice(before.length),
    report,
    tokens: spellings(id),
    only: Number(sentence) || 0,
  }));
  const days = daysIn(folded).filter(({ day }) => day).map(dayToken);
  if (!asked.length && !days.length) return { hits: [], rest: folded };
  if (store.tokens) await nameAll(store);
  const found = await store.lookup([...asked.flatMap(({ tokens }) => tokens), ...days]);
  const records = await Promise.all(asked.map(async (one) => ({ ...one, numbers: await numbersOf(one, store, found) })));
  const known = records.filter(({ numbers }) => numbers.length);
  const hits = known.flatMap(({ numbers, only }) => numbers.map((n) => hit(n, only)));
  const ofDays = days.flatMap((day) => Array.from(found(day)?.documents ?? [], (n) => hit(n, 0)));
  const rest = known.reduce((left, { text }) => left.replace(text, " "), folded);
  const whole = folded.trim();
  const unknown = SURE.test(whole.split("/").find((part) => SURE.test(part)) ?? "") && records.some((one) => one.text === whole && !one.numbers.length);
  const isOlder = (token) => Boolean(found(token)?.older);
  const isOpen = records.some(({ numbers, tokens }) => !numbers.length && tokens.some(isOlder)) || days.some((day) => isOlder(day) && !found(day).length);
  const isPart = records.some(({ report, tokens }) => !report && tokens.some(isOlder)) || days.some(isOlder);
  return { hits: once([...hits, ...ofDays]), rest, unknown, isPart, isOpen };
}

const hit = (n, only) => ({ n, whole: true, direct: true, coverage: 1, score: Infinity, narrow: only && ((one) => sentenceOf(one, only)) });

// A paragraph as the sentence that is named, counted from 1.
function sentenceOf(paragraph, only) {
  const { address, text, start, sentences } = paragraph;
  const [from, to] = [sentences[only - 1], sentences[only]];
  if (from === undefined) return paragraph;
  return { ...paragraph, address: `${address}.${only}`, text: [...text].slice(from, to).join(""), start: start + from, sentences: [] };
}

const once = (hits) => hits.filter(({ n }, at) => hits.findIndex((one) => one.n === n) === at);

// c16 is c016, p2-5 is p2-05; as it was typed first.
function spellings(id) {
  const size = id[0] === "n" || id[0] === "p" ? 2 : 3;
  return [...new Set([id, id.replace(/\d+$/, (number) => number.padStart(size, "0"))])].map((one) => `#${one}`);
}

async function numbersOf({ report, tokens }, store, found) {
  const numbers = Array.from(tokens.map(found).find((list) => list?.length)?.documents ?? []);
  if (!report) return numbers;
  // A large site knows which report a document is of without reading it
  const some = store.report ? numbers.filter((n) => [report, undefined].includes(store.report(n))) : numbers;
  const documents = await store.documents(some);
  return some.filter((_, i) => documents[i].address.startsWith(`reports/${report}/`) || documents[i].address.endsWith(`#${report}-${tokens[0].slice(1)}`));
}

const dayToken = ({ year, month, day }) => `#${[year, month, day].filter(Boolean).map((one) => `${one}`.padStart(2, "0")).join("-")}`;
