// What of a query is structure: a district, a year, a topic, a department, a status of this site.
import { inDigits } from "./days.js";

const YEAR = /(^|\D)((?:19|20)\d\d)(?:年(?!度?\d{1,2}月|年?[底末])度?|(?=\s|$))/;
// What was done in a year stands in the next year's report
const PAST = /完成了|做了|去年|上年|结果/;
const RANK = /[区县市]$/;
// Said around what is structure, longest first
const AROUND = ["政府工作报告", "工作报告", "方面", "领域", "工作", "承诺", "任务", "项目", "事项", "报告", "全部", "所有", "清单", "列表", "状态", "结论", "负责", "里", "的", "有", "还", "都"];
const DEPARTMENT = /^departments\/(.+)\.html$/;
const SHORTEST = 3;
// What is longer asks for more than structure
const LONGEST_NAMED = 60;

// { values, isWhole, left, place }: values by the filter's name; whether the query asks for nothing else; the folded query without
// district and year; the district's name. `statuses` are those of the answers, where the query has a word of theirs.
export function structureIn(query, store, statuses) {
  const folded = inDigits(store.reading.fold(query));
  const found = read(folded, store, statuses, placeIn(folded, store));
  // 东湖 is 东湖区 only where it is said by itself
  return found.isDoubtful ? read(folded, store, statuses, undefined) : found;
}

// Whether it names a district without its rank.
export const isShort = (query, store) => Boolean(placeIn(inDigits(store.reading.fold(query)), store)?.isShort);

function read(folded, store, statuses, place) {
  const { reports, reading: { bare, letters } } = store;
  const without = place ? folded.replace(place.said, " ") : folded;
  const year = PAST.test(folded) ? "" : (YEAR.exec(without)?.[2] ?? "");
  const isOfYear = reports.some((one) => String(one[1]) === year);
  const left = isOfYear ? without.replace(YEAR, "$1 ") : without;
  const named = { ...(isOfYear && { year }), ...(place && !isSole(reports) && { district: place.name }) };
  const candidates = wordsOf(store, statuses, place);
  const asked = letters(bare(left, store.names));
  const whole = asked && asked.length <= LONGEST_NAMED && cut(asked, candidates, {});
  const values = { ...named, ...(whole ? ifNamed(whole, named) : parted(left, candidates, letters)) };
  return { values, isWhole: Boolean(whole) || !asked, left, place: place?.name, isDoubtful: place?.isShort && asked && !whole && !folded.split(/\s+/).includes(place.said) };
}

const isSole = (reports) => new Set(reports.map((one) => one[3])).size < 2;

// The longest name of a district that is said, or begins one without its rank.
function placeIn(folded, { reports, reading: { fold } }) {
  const names = [...new Set(reports.map((one) => one[3]))].filter(Boolean).sort((a, b) => b.length - a.length);
  const full = names.find((name) => folded.includes(fold(name)));
  if (full) return { name: full, said: fold(full) };
  const short = names.find((name) => name.length > 2 && folded.includes(fold(name.replace(RANK, ""))));
  return short && { name: short, said: fold(short.replace(RANK, "")), isShort: true };
}

// [word, filter, value] of all that a query may name, longest first.
function wordsOf(store, statuses, place) {
  const { topics = [], reading: { fold, letters } } = store;
  const all = [
    ...(statuses ? statusWords(statuses) : []),
    ...departmentWords(store, place),
    ...topics.map(([id, label]) => [letters(fold(label)), "topic", id]),
  ];
  return all.sort((a, b) => b[0].length - a[0].length);
}

// A word of several statuses is the first that a promise has.
function statusWords({ values, reports, counted }) {
  const isCounted = (n) => counted?.[n] ?? reports.some(([, , , counts]) => counts[n]);
  const words = values.flatMap(([facet, , id, , said, nearly], n) => [
    ...said.split(" ").map((word) => ({ word, facet, id, order: isCounted(n) ? 0 : 1 })),
    ...(nearly ? [{ word: nearly, facet, id, order: 2 }] : []),
  ]);
  return words.sort((a, b) => a.order - b.order).map(({ word, facet, id }) => [word, facet, id]);
}

// By their names, and without the place before it where that leaves no doubt.
function departmentWords({ ways, reports, names, reading: { fold } }, place) {
  const places = [...new Set([...reports.map((one) => fold(one[3])), ...names])].filter(Boolean);
  const before = [...places, ...places.map((name) => name.replace(RANK, ""))].sort((a, b) => b.length - a.length);
  const full = ways.flatMap(([address, title, words]) => {
    const id = DEPARTMENT.exec(address)?.[1];
    return id ? [fold(title).replace(/\s/g, ""), ...words.split(" ")].filter(Boolean).map((word) => [word, "department", id]) : [];
  });
  const short = full.flatMap(([word, name, id]) => {
    const of = before.find((one) => word.startsWith(one) && word.length - one.length >= SHORTEST);
    return of ? [[word.slice(of.length), name, id, of]] : [];
  });
  const isHere = ([, , , of]) => !place || place.said.startsWith(of);
  const sure = short.filter((one) => isHere(one) && short.every((other) => other[0] !== one[0] || other[2] === one[2] || !isHere(other)));
  return [...full, ...sure];
}

// A text as nothing but words that are structure, each filter once: their values, or nothing.
function cut(text, candidates, taken) {
  if (!text) return taken;
  for (const [word, name, value] of candidates) {
    if (!word || !text.startsWith(word) || name in taken) continue;
    const found = cut(text.slice(word.length), candidates, { ...taken, [name]: value });
    if (found) return found;
  }
  // Only the longest: others would be tried again and again
  const around = AROUND.find((word) => text.startsWith(word));
  return around && cut(text.slice(around.length), candidates, taken);
}

// A topic or a department alone is a word like others.
function ifNamed(found, named) {
  const isAlone = Object.keys({ ...found, ...named }).length < 2;
  return isAlone && ("topic" in found || "department" in found) ? {} : found;
}

// Beside other words only what stands by itself.
function parted(left, candidates, letters) {
  const parts = left.split(/\s+/).map(letters).filter(Boolean);
  if (parts.length < 2) return {};
  const own = candidates.filter(([, name]) => name !== "topic");
  return parts.filter((part) => part.length <= LONGEST_NAMED).reduce((found, part) => ({ ...found, ...cut(part, own, found) }), {});
}
