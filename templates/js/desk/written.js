// Values as YAML, in the layout of files that are written by hand: what the program reads back is the text that was
// typed, and every other reader of YAML (1.1 or 1.2) reads the same text.

// Needs no quotes wherever it stands, as in disclosure/forms/form.py
const PLAIN = /^[\p{L}\p{N}〔](?:[\p{L}\p{N}_〔〕（）()·《》〈〉“”‘’、，。：；！？—／/.+ -]*[\p{L}\p{N}_〔〕（）()·《》〈〉“”‘’、，。：；！？—／/.+-])?$/u;
// What some reader takes for a number, a day, a truth value or nothing
const RESOLVED = /^(?:[0-9][0-9a-zA-Z_.+-]*|y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
// Inputs whose values are no text, and what of them stands without quotes
const FIGURES = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;
const BARE = {
  day: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  minute: /^[0-9-]{10} [0-9]{2}:[0-9]{2}$/,
  number: FIGURES,
  whole: FIGURES,
  wholes: FIGURES,
  truth: /^(?:true|false)$/,
};
// Periods and numbers of targets: texts of a form of their own, which no text that is typed can have
const FORMED = /^[0-9][0-9-]*$/;
// A line of a literal text that stands there as it is
export const LITERAL = /^(?:\S(?:[^\t]*[^\s])?)?$/;
const STEP = "  ";

// Whether a text, a list or a record holds anything.
export function isGiven(value) {
  if (value === null || value === undefined) return false;
  return typeof value === "object" ? Object.values(value).some(isGiven) : value !== "";
}

// A value without what holds nothing.
export function tidied(value) {
  if (Array.isArray(value)) return value.filter(isGiven).map(tidied);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => isGiven(one)).map(([name, one]) => [name, tidied(one)]));
}

export function scalar(text, { input = "line", pattern = "" } = {}) {
  const bare = BARE[input] || (pattern && FORMED);
  if (bare && bare.test(text)) return text;
  if (PLAIN.test(text) && !RESOLVED.test(text)) return text;
  return /[\n\t]/.test(text) ? double(text) : single(text);
}

export function single(text) {
  return `'${text.replace(/'/g, "''")}'`;
}

export function double(text) {
  return `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t")}"`;
}

// The lines of a record: `records` are fields by the name of their record, as a form describes them.
export function recordLines(records, record, values) {
  return records[record].filter(({ name }) => isGiven(values[name])).flatMap((field) => fieldLines(records, field, values[field.name]));
}

export function fieldLines(records, field, value) {
  if (field.input === "records") return [`${field.name}:`, ...value.flatMap((one) => item(records, field.record, one))];
  if (field.input === "record") {
    const isFlow = isFlat(records, field.record, value);
    return isFlow ? [`${field.name}: ${flow(records, field.record, value)}`] : [`${field.name}:`, ...recordLines(records, field.record, value).map(indented)];
  }
  if (Array.isArray(value)) return [`${field.name}: [${value.map((one) => scalar(one, field)).join(", ")}]`];
  if (isLiteral(value)) return [`${field.name}: |-`, ...value.split("\n").map(indented)];
  return [`${field.name}: ${scalar(value, field)}`];
}

function indented(line) {
  return line && STEP + line;
}

function isLiteral(text) {
  return text.includes("\n") && text.split("\n").every((line) => LITERAL.test(line)) && !text.startsWith("\n");
}

// A record of a list on one line, unless a text in it has several.
function item(records, record, value) {
  if (!holdsLines(value)) return [`${STEP}- ${flow(records, record, value)}`];
  return itemLines(records, record, value).map(indented);
}

// A record as an item of a list at the margin, a field on each line.
export function itemLines(records, record, value) {
  return recordLines(records, record, value).map((line, n) => (n ? indented(line) : `- ${line}`));
}

function flow(records, record, value) {
  const fields = records[record].filter(({ name }) => isGiven(value[name]));
  return `{${fields.map((field) => `${field.name}: ${inside(records, field, value[field.name])}`).join(", ")}}`;
}

function inside(records, field, value) {
  if (field.input === "records") return `[${value.map((one) => flow(records, field.record, one)).join(", ")}]`;
  if (field.input === "record") return flow(records, field.record, value);
  if (Array.isArray(value)) return `[${value.map((one) => scalar(one, field)).join(", ")}]`;
  return scalar(value, field);
}

// Whether a record holds none itself: then it stands on one line.
function isFlat(records, record, value) {
  return !holdsLines(value) && records[record].every((field) => !field.record || !isGiven(value[field.name]));
}

function holdsLines(value) {
  if (typeof value === "string") return value.includes("\n");
  return value !== null && typeof value === "object" && Object.values(value).some(holdsLines);
}
