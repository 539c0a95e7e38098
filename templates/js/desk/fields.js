// What is wrong with one field by itself, as it is described.
import { fault } from "./address.js";
import { strange } from "./characters.js";
import { numbers } from "./personal.js";
import { say, short } from "./say.js";
import { isDay, isMinute } from "./times.js";
import { isGiven } from "./written.js";

const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;
const WHOLE = /^[+-]?[0-9]+$/;
const BOUNDED = /^[+-]?[0-9]{1,14}(?:\.[0-9]{1,6})?$/;
const SCALED = /^([+-]?[0-9]+(?:\.[0-9]+)?)\s*([万亿])/;
// So many names are offered instead of one that is not known, and so much they share with it
const NEAREST = 3;
const LIKE = 0.5;
const BLANK = /〔待填[^〕]*〕?/;

// Problems with a field of a record: { item, message, hint, notice }, `item` the number of an item, where it is one's.
export function ofField(site, field, value) {
  if (!isGiven(value)) return field.required ? [problem(site, "needed", { label: field.label })] : [];
  if (field.record) return field.input === "records" ? ofNumber(site, field, value) : [];
  if (!Array.isArray(value)) return ofText(site, field, value);
  const items = value.flatMap((one, n) => one === "" ? [] : ofText(site, { ...field, shortest: 0, longest: undefined }, one).map((found) => ({ ...found, item: n })));
  return [...ofNumber(site, field, value), ...items, ...twice(site, field, value)];
}

export function problem(site, name, values = {}, more = {}) {
  const hint = more.hint || `${name}-hint`;
  return { rule: name, message: say(site.words, name, values), hint: hint in site.words ? say(site.words, hint, values) : "", ...more.said };
}

function ofNumber(site, { label, shortest = 0 }, value) {
  return value.filter(isGiven).length < shortest ? [problem(site, "few", { label, limit: shortest })] : [];
}

function twice(site, { label, input }, values) {
  if (input === "wholes") return [];
  return values.flatMap((value, n) => (value && values.indexOf(value) < n ? [{ ...problem(site, "twice", { label, value }), item: n }] : []));
}

function ofText(site, field, text) {
  const found = [...ofCharacters(site, text), ...ofBlank(site, field, text)];
  return found.length ? found : (BY_INPUT[field.input] || ofLine)(site, field, text);
}

// What may stand nowhere in a file.
export function ofCharacters(site, text) {
  const signs = strange(text).map((one) => problem(site, one.kind, one));
  return [...signs, ...numbers(text).map((one) => problem(site, one.what, one, { hint: "personal-hint" }))];
}

function ofBlank(site, { label }, text) {
  const found = BLANK.exec(text);
  return found ? [problem(site, "blank", { label, value: found[0] })] : [];
}

const BY_INPUT = { day: ofDay, minute: ofMinute, number: ofAmount, whole: ofWhole, wholes: ofWhole, choice: ofWord, choices: ofWord, truth: () => [] };

function ofDay(site, { label }, value) {
  return isDay(value) ? [] : [problem(site, "day", { label, value })];
}

function ofMinute(site, { label }, value) {
  return isMinute(value) ? [] : [problem(site, "minute", { label, value })];
}

function ofAmount(site, { label }, value) {
  if (!NUMBER.test(value)) return [problem(site, "number", { label, value }, scaled(site, value))];
  return BOUNDED.test(value) ? [] : [problem(site, "digits", { label })];
}

// 1.5万 is said in figures.
function scaled(site, value) {
  const found = SCALED.exec(value.normalize("NFKC"));
  if (!found) return {};
  const meant = String(Math.round(found[1] * (found[2] === "万" ? 1e4 : 1e8) * 1e6) / 1e6);
  return { said: { hint: say(site.words, "number-scaled", { meant }), meant } };
}

function ofWhole(site, { label, least, most }, value) {
  if (!WHOLE.test(value)) return [problem(site, "number", { label, value }, scaled(site, value))];
  if (least !== undefined && +value < least) return [problem(site, "small", { label, limit: least })];
  return most !== undefined && +value > most ? [problem(site, "great", { label, limit: most })] : [];
}

function ofWord(site, field, value) {
  const known = wordsOf(site, field);
  if (known.some((one) => one.value === value)) return [];
  if (field.words !== "departments") return [problem(site, "word", { label: field.label, value })];
  return [problem(site, "department", { value }, { said: { near: likest(value, known.map((one) => one.value)) } })];
}

// Of several names those that have most pairs of signs with a text in common.
function likest(text, names) {
  const pairs = (one) => Array.from(one).map((sign, n, all) => sign + (all[n + 1] || "")).slice(0, -1);
  const own = pairs(text);
  const known = new Set(own);
  const score = (all) => all.filter((pair) => known.has(pair)).length / Math.max(Math.min(all.length, own.length), 1);
  const scored = names.map((name) => ({ name, score: score(pairs(name)) }));
  return scored.filter(({ score }) => score > LIKE).sort((one, other) => other.score - one.score).slice(0, NEAREST).map(({ name }) => name);
}

export function wordsOf(site, { words, choices = [] }) {
  return words ? site.vocabularies[words] || [] : choices;
}

function ofLine(site, field, text) {
  const { label, pattern, shortest = 0, longest = Infinity } = field;
  const n = Array.from(text).length;
  if (n < shortest) return [problem(site, "short", { label, n, limit: shortest })];
  if (n > longest) return [problem(site, "long", { label, n, limit: longest })];
  if (pattern && !new RegExp(pattern, "u").test(text)) return [{ ...problem(site, "form", { label, value: short(text) }), hint: field.help }];
  return field.name === "url" ? ofAddress(site, text) : [];
}

function ofAddress(site, url) {
  const found = fault(url);
  return found ? [{ ...problem(site, found.name, found), notice: found.name === "login" }] : [];
}
