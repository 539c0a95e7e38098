// Values held against their targets, what is said in words and what is on file: asked about, and only refused where it
// cannot be.
import { problem } from "./fields.js";
import { targetOf } from "./named.js";
import { isDay, span } from "./times.js";
import { walk } from "./walk.js";

// Whose number is the one that a value is held against
const NUMBERED = new Set(["ge", "le", "gt", "lt", "about_ge", "about_le", "about", "range", "int_range", "ge_base"]);
const CEILINGS = new Set(["le", "lt", "about_le"]);
const FIGURE = /([0-9]+(?:\.[0-9]+)?)\s*([万亿]?)/g;
const SCALES = { "": 1, 万: 1e4, 亿: 1e8 };

export function ofValues(desk, values, body) {
  const seen = observed(desk, values);
  return [...seen.flatMap((one) => [...heldAgainst(desk, one), ...ofTime(desk, values, one)]), ...ofWords(desk, values, body, seen), ...ofEvent(desk, values), ...ofDepartments(desk, values), ...onFile(desk, values)];
}

// Each value that is typed, with the target that it is of.
function observed(desk, values) {
  const found = [];
  walk(desk.site.records, desk.form.record, values, ({ values: own, path }) => {
    (own.observations || []).forEach((one, n) => {
      found.push({ ...one, path: [...path, "observations", n], ...targetOf(desk, one.target || "", own.commitment) });
    });
  });
  return found;
}

function heldAgainst({ site }, { target: held, value, unit, path }) {
  if (!held || typeof held !== "object") return [];
  const { written, operator, unit: other = "" } = held;
  if (unit && other && unit !== other) return [{ ...problem(site, "unit", { unit, other, written }), path: [...path, "unit"], notice: true }];
  if (held.counted && Number(value) < 0) return [{ ...problem(site, "negative", { value, unit: unit || other }), path: [...path, "value"] }];
  const [number, low, high] = [Number(value), Number(held.value), Number(held.upper || held.value)];
  if (!value || Number.isNaN(number) || !low || !NUMBERED.has(operator)) return [];
  const words = { value, unit: unit || other, written };
  if (Math.abs(number) >= Math.abs(high) * 10) return [doubt(site, "size", words, path)];
  const isSmall = number !== 0 && Math.abs(number) <= Math.abs(low) * 0.015 && !CEILINGS.has(operator);
  return isSmall ? [doubt(site, "size-small", words, path)] : [];
}

// No document knows what is after its day, but a whole year's figure in December that it calls so.
function ofTime({ site }, { date, published = "", evidence = [] }, { path, ...seen }) {
  const known = date || published.slice(0, 10);
  const name = ["done", "open_on", "period"].find((one) => seen[one]);
  const time = name && span(seen[name]);
  if (!time || !isDay(known) || time.last <= known) return [];
  const isWholeYear = seen[name] === known.slice(0, 4) && known.slice(5, 7) === "12" && evidence.some(({ says = "" }) => /全年|年度|提前完成/.test(says));
  if (isWholeYear) return [];
  const { label } = site.records.SeenRecord.find((one) => one.name === name) || { label: "" };
  const told = problem(site, "period-after", { label, value: seen[name], day: known });
  return [{ ...told, hint: seen[name].slice(0, 4) === known.slice(0, 4) ? told.hint : "", path: [...path, name] }];
}

function doubt(site, name, words, path) {
  return { ...problem(site, name, words, { hint: "size-hint" }), path: [...path, "value"], notice: true };
}

// Figures of title and text whose unit a value has, and that none of the values says.
function ofWords({ site }, values, body, seen) {
  const units = new Map();
  for (const { unit, value } of seen) if (unit && value && Number.isFinite(Number(value))) units.set(unit, [...(units.get(unit) || []), value]);
  const places = [
    ["title", values.title || ""],
    ["body", body || ""],
  ];
  return places.flatMap(([place, text]) => [...units].flatMap(([unit, numbers]) => ofUnit(site, place, text, unit, numbers)));
}

function ofUnit(site, place, text, unit, numbers) {
  const written = [...text.normalize("NFKC").matchAll(FIGURE)].filter((one) => one.input.startsWith(unit, one.index + one[0].length));
  if (!written.length) return [];
  const isSaid = ([, figure, scale]) => numbers.some((value) => Math.abs(Math.abs(value) - figure * SCALES[scale]) < 1e-9);
  const others = written.filter((one) => !isSaid(one));
  if (!others.length || others.length < written.length) return [];
  const words = { found: others.map((one) => one[0] + unit).join("、"), values: numbers.map((one) => one + unit).join("、") };
  return [{ ...problem(site, "figure", words), path: [place], notice: true }];
}

function ofEvent({ site, form }, values) {
  const field = site.records[form.record].find(({ name }) => name === "event");
  const { event } = values;
  if (!field || !event || !/^[0-9/-]+$/.test(event)) return [];
  const found = span(event);
  if (!found) return [{ ...problem(site, "event-real", { label: field.label, value: event }, { hint: "event-hint" }), path: ["event"] }];
  return found.last < found.first ? [{ ...problem(site, "event-order", { label: field.label, value: event }, { hint: "event-hint" }), path: ["event"] }] : [];
}

// A department that was called so on no such day any more.
function ofDepartments({ site, form }, values) {
  const found = [];
  walk(site.records, form.record, values, ({ record, values: own, path }) => {
    const day = own.date || values.date || "";
    for (const { name } of site.records[record].filter(({ words }) => words === "departments")) {
      [].concat(own[name] || []).forEach((value, n) => {
        const { until } = (site.vocabularies.departments || []).find((one) => one.value === value) || {};
        if (!until || !isDay(day) || day <= until) return;
        const at = Array.isArray(own[name]) ? [n] : [];
        found.push({ ...problem(site, "department-until", { value, until, day }), path: [...path, name, ...at], notice: true });
      });
    }
  });
  return found;
}

// The same once more: an update of that day on that promise, or a document that an update cites already.
function onFile(desk, values) {
  const { site, form, data } = desk;
  if (form.id !== "update" || !data) return [];
  const own = [...(values.commitments || []), ...(values.entries || []).map((one) => one.commitment || "")];
  const named = own.map((one) => (one.includes("/") ? one : `${desk.report}/${one}`));
  const same = data.updates.find((one) => isDay(values.date || "") && one.date === values.date && one.commitments && one.commitments.some((id) => named.includes(id)));
  const found = same ? [{ ...problem(site, "same-update", { title: same.title }), path: ["date"], notice: true }] : [];
  (values.evidence || []).forEach((one, n) => {
    const cited = citing(data, one);
    if (cited) found.push({ ...problem(site, "same-evidence", { title: cited.title }), path: ["evidence", n, one.url ? "url" : "title"], notice: true });
  });
  return found;
}

function citing(data, { url, title, publisher, date }) {
  const isSame = (one) => (url ? one.url === url : title && one.title === title && one.publisher === publisher && (one.date || "") === (date || ""));
  const numbers = data.evidence.map((one, n) => (isSame(one) ? n : -1)).filter((n) => n >= 0);
  return data.updates.find((one) => one.evidence && one.evidence.some((n) => numbers.includes(n)));
}
