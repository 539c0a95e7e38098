// What a correction corrects: the record in the file that stands, its fields, and the file with the value changed.
import { ofField, problem } from "./fields.js";
import { readYaml } from "./reader.js";
import { replaceText, replaceValue, valueIn } from "./replacing.js";
import { say, short } from "./say.js";
import { bodyOf, headOf } from "./standing.js";
import { fieldOf } from "./walk.js";

export const BODY = "body";
const SHOWN = 24;

// By a record's name: the piece of data that holds its file, and where it is in that.
const CORRECTABLE = [
  { form: /^updates\/([^/]+)\/[^/]+$/, piece: (key) => `updates/${key}`, find: article("UpdateMeta") },
  { form: /^corrections\/[^/]+$/, piece: () => "files", find: article("CorrectionMeta") },
  { form: /^requests\/[^/]+$/, piece: () => "files", find: article("RequestMeta") },
  { form: /^responsibilities\/([^/]+)\/(c[0-9]+)\/([0-9-]{10})$/, piece: (key) => `files/${key}`, find: responsibility },
  { form: /^votes\/([^/]+)\/(c[0-9]+)$/, piece: (key) => `files/${key}`, find: vote },
  { form: /^([^/]+)\/(c[0-9]+)$/, piece: (key) => `commitments/${key}`, find: promise },
  { form: /^[a-z0-9-]+$/, piece: () => "files", find: article("NarrativeMeta") },
];

function kindOf(name) {
  const kind = CORRECTABLE.find(({ form }) => form.test(name));
  return kind && { ...kind, parts: kind.form.exec(name).slice(1) };
}

// The pieces of data that hold what is corrected, of reports that there are.
export function piecesOf({ site }, { corrects = [] }) {
  const isKnown = (key) => key === undefined || site.reports.some((one) => one.key === key);
  const kinds = corrects.map(({ record = "" }) => kindOf(record)).filter((kind) => kind && isKnown(kind.parts[0]));
  return [...new Set(kinds.map(({ piece, parts }) => piece(parts[0])))];
}

// { path, isArticle, model, steps, value, text, others }: the record of a name, where its file is loaded; `steps` lead to it in
// the file, `others` are further promises that the same lines speak of. Nothing where it is not to be found.
export function recordOf(desk, name) {
  const kind = kindOf(name || "");
  const texts = kind && desk.pieces[kind.piece(kind.parts[0])];
  if (!texts) return null;
  try {
    return kind.find(texts, name, kind.parts);
  } catch {
    return null;
  }
}

function article(model) {
  return (texts, name) => {
    const path = `${name}.md`;
    return path in texts ? { path, isArticle: true, model, steps: [], value: headOf(texts[path]), text: texts[path], others: [] } : null;
  };
}

function responsibility(texts, _name, [key, id, day]) {
  const path = `responsibilities/${key}.yml`;
  const rows = readYaml(texts[path]);
  const n = rows.findIndex(({ commitments, date }) => date === day && [].concat(commitments).includes(id));
  return n < 0 ? null : { path, model: "ResponsibilityRecord", steps: [n], value: rows[n], text: texts[path], others: rows[n].commitments.filter((one) => one !== id) };
}

function vote(texts, _name, [key, id]) {
  const path = `votes/${key}.yml`;
  const { projects } = readYaml(texts[path]);
  const n = projects.findIndex(({ commitment }) => commitment === id);
  return n < 0 ? null : { path, model: "ProjectVoteRecord", steps: ["projects", n], value: projects[n], text: texts[path], others: [] };
}

function promise(texts, _name, [, id]) {
  const line = new RegExp(`^[-\\s]*id: *['"]?${id}\\b`, "m");
  for (const [path, text] of Object.entries(texts)) {
    if (!line.test(text)) continue;
    const value = readYaml(text);
    const n = Array.isArray(value) ? value.findIndex((one) => one.id === id) : -1;
    if (n >= 0 || value.id === id) return { path, model: "CommitmentRecord", steps: n < 0 ? [] : [n], value: n < 0 ? value : value[n], text, others: [] };
  }
  return null;
}

// { field, label, value }: each single value of a record, by what corrections call it.
export function fieldsOfRecord({ records }, { model, value }) {
  return fieldsWithin(records, model, value, [], []);
}

function fieldsWithin(records, model, value, path, labels) {
  return Object.entries(value).flatMap(([name, one]) => {
    const field = fieldOf(records, model, name);
    return field ? insideField(records, field, one, [...path, name], [...labels, field.label]) : [];
  });
}

function insideField(records, field, value, path, labels) {
  if (Array.isArray(value)) {
    const [last] = labels.slice(-1);
    return value.flatMap((one, n) => insideField(records, field, one, [...path, n + 1], [...labels.slice(0, -1), `${last} ${n + 1}`]));
  }
  if (value && typeof value === "object") return field.record ? fieldsWithin(records, field.record, value, path, labels) : [];
  return value ? [{ field: path.join("."), label: labels.join(" · "), value: value.trim() }] : [];
}

// A field's path in a record, counted as files are, and how it is described.
function fieldNamed({ records }, { model, value }, name) {
  const path = [];
  let [record, field, now] = [model, undefined, value];
  for (const step of name.split(".")) {
    const isItem = Array.isArray(now) && /^[1-9][0-9]*$/.test(step);
    if (!isItem) field = record && fieldOf(records, record, step);
    if (!isItem) record = field && field.record;
    path.push(isItem ? step - 1 : step);
    now = valueIn(now, path.slice(-1));
  }
  return { path, field, now };
}

// What a field of the record says, as it stands; nothing where it is no single value.
function standingValue({ site }, found, name) {
  if (name === BODY && found.isArticle) return bodyOf(found.text);
  const { now } = fieldNamed(site, found, name);
  return typeof now === "string" && now ? now.trim() : undefined;
}

// The files that a correction changes besides its own: { path, before, text }, or { path, before, text, refused, lines }.
export function correctedFiles(desk, { corrects = [] }) {
  const files = new Map();
  for (const one of corrects) {
    const found = one.field && one.was && recordOf(desk, one.record);
    if (!found) continue;
    const file = files.get(found.path) || { path: found.path, before: found.text, text: found.text, lines: [] };
    files.set(found.path, change(desk, file, found, one, corrects));
  }
  return [...files.values()].filter(({ before, text, refused }) => refused || before !== text);
}

function change(desk, file, found, one, corrects) {
  const { site } = desk;
  const now = one.now || "";
  const standing = standingValue(desk, found, one.field);
  const isDone = one.field === BODY ? now && standing && standing.includes(now) && !standing.includes(one.was) : standing === (now || undefined);
  if (isDone) return file;
  const label = labelOf(site, found, one.field);
  const refused = (reason) => ({ ...file, refused: reason, lines: [...file.lines, say(site.words, now ? "by-hand" : "by-hand-gone", { label, was: one.was, now })] });
  const alone = found.others.every((id) => corrects.some((other) => other.field === one.field && other.now === one.now && other.record === one.record.replace(/c[0-9]+/, id)));
  if (!alone) return refused("shared");
  try {
    return { ...file, text: changedText(desk, file.text, found, one, standing) };
  } catch (error) {
    return refused(error.message || "other");
  }
}

function changedText({ site }, text, found, { field: name, was, now = "" }, standing) {
  if (name === BODY) return replaceText(text, was, now);
  if (standing !== was) throw new Error("was");
  const { path, field } = fieldNamed(site, found, name);
  return replaceValue(text, { isArticle: Boolean(found.isArticle), path: [...found.steps, ...path], value: now, field });
}

export function labelOf(site, found, name) {
  const known = fieldsOfRecord(site, found).find(({ field }) => field === name);
  return known ? say(site.words, "field-called", { label: known.label, name }) : name;
}

// What does not agree with the record that is corrected.
export function ofCorrected(desk, { corrects = [] }) {
  return corrects.flatMap((one, n) => {
    const found = one.field && recordOf(desk, one.record);
    return found ? ofOne(desk, found, one).map(({ at, ...told }) => ({ ...told, path: ["corrects", n, at] })) : [];
  });
}

function ofOne(desk, found, { field: name, was = "", now = "" }) {
  const { site } = desk;
  const standing = standingValue(desk, found, name);
  const { field } = name === BODY ? {} : fieldNamed(site, found, name);
  if (standing === undefined) return now ? [{ ...problem(site, "no-such-field", { name }), at: "field", notice: true }] : [];
  const wrong = field && now && !field.record ? ofField(site, { ...field, required: false }, now).filter(({ notice }) => !notice).map((one) => ({ ...one, at: "now" })) : [];
  const isOther = name === BODY ? !standing.includes(was) && !(now && standing.includes(now)) : was !== standing && now !== standing;
  return was && isOther ? [...wrong, { ...problem(site, "was-other", { found: short(standing, SHOWN) }), at: "was", notice: true }] : wrong;
}
