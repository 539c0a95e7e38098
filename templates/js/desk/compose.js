// The file that comes out: its path from the content folder and its text; of a file that stands, what becomes of it.
import { addFields, addRows, addToList, bodyOf, headOf, rewrite } from "./standing.js";
import { fieldOf } from "./walk.js";
import { fieldLines, isGiven, itemLines, recordLines } from "./written.js";

const MOST_IDS = 3;

// { path, text, before }: `before` is the text that stands there, where one does. `desk.texts` are texts by path.
export function compose(desk, values, body, slug) {
  const { form } = desk;
  const path = pathOf(desk, values, slug);
  const before = desk.texts[path];
  if (form.standing && before !== undefined) return { path, before, ...standing(desk, values, body, before) };
  if (form.new) return { path, text: written(desk, values, body) };
  return { path, text: "" };
}

function pathOf({ form, report, file }, values, slug) {
  const target = form.new || form.standing;
  return target.name.replace("{report}", report).replace("{day}", dayOf(target, values)).replace("{slug}", slug).replace("{file}", file);
}

function dayOf({ days = [] }, values) {
  const found = days.map((name) => values[name]).find(isGiven) || "";
  return found.slice(0, 10);
}

// A short name out of the ids that a record speaks of, where there are any.
export function slugOf({ site, form }, values) {
  const named = site.records[form.record].flatMap(({ name, names, record }) => {
    if (names === "commitment" || names === "far-commitment" || names === "document") return values[name] || [];
    return record ? [].concat(values[name] || []).flatMap((one) => one.commitment || one.record || []) : [];
  });
  const ids = [...new Set(named.map((one) => one.split("/").pop().toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[0-9]{4}-[0-9]{2}-[0-9]{2}-/, "").replace(/^-+|-+$/g, "")))].filter(Boolean);
  return ids.slice(0, MOST_IDS).join("-");
}

function written({ site, form }, values, body = "") {
  const text = body.trim();
  if (form.new.way === "rows") return file(rowsOf(values, form).flatMap((one, n) => [...(n ? [""] : []), ...itemLines(site.records, form.record, one)]));
  if (form.new.way === "record") return file(recordLines(site.records, form.record, values));
  return file(["---", ...recordLines(site.records, form.record, values), "---", ...(text ? ["", text] : [])]);
}

function file(lines) {
  return lines.length ? `${lines.join("\n")}\n` : "";
}

// A form that makes rows asks for as many as one likes.
export function rowsOf(values) {
  return values.rows || [];
}

function standing(desk, values, body, before) {
  try {
    return { text: WAYS[desk.form.standing.way](desk, values, body, before) };
  } catch (error) {
    return { text: before, refused: error.message || "other", lines: byHand(desk, values) };
  }
}

const WAYS = { "add-row": moreRows, "add-to-list": moreOfList, "add-fields": moreFields, rewrite: another };

function moreRows({ site, form }, values, _body, before) {
  const rows = rowsOf(values);
  return rows.length ? addRows(before, rows.map((one) => itemLines(site.records, form.record, one)), rows) : before;
}

function moreOfList({ site, form }, values, _body, before) {
  const { at } = form.standing;
  const field = fieldOf(site.records, form.record, at);
  const rows = (field ? values[at] : rowsOf(values)) || [];
  const record = field ? field.record : form.record;
  const lines = rows.map((one) => listLines(site.records, record, one));
  return rows.length ? addToList(before, at, lines, rows) : before;
}

// As new files have them: an item of a record's list on one line.
function listLines(records, record, value) {
  const field = { name: "x", input: "records", record };
  return fieldLines(records, field, [value]).slice(1).map((line) => line.slice(2));
}

function moreFields({ site, form }, values, _body, before) {
  const lines = recordLines(site.records, form.record, values);
  return lines.length ? addFields(before, lines, values) : before;
}

function another({ site, form }, values, body, before) {
  const old = headOf(before);
  const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => old[name] !== value));
  const lines = Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, fieldLines(site.records, fieldOf(site.records, form.record, name), value)[0]]));
  return rewrite(before, lines, changed, body);
}

// What an editor has to add by hand where the program cannot.
function byHand(desk, values) {
  const { site, form } = desk;
  if (form.standing.way === "rewrite") return [];
  const rows = rowsOf(values);
  if (form.standing.way === "add-row") return rows.flatMap((one) => itemLines(site.records, form.record, one));
  if (form.standing.way === "add-fields") return recordLines(site.records, form.record, values);
  const field = fieldOf(site.records, form.record, form.standing.at);
  const many = (field ? values[form.standing.at] : rows) || [];
  return many.flatMap((one) => listLines(site.records, field ? field.record : form.record, one));
}

// What a form begins with where it changes a file.
export function standingValues({ form }, text) {
  if (form.standing && form.standing.way === "rewrite") {
    const head = headOf(text);
    return { values: Object.fromEntries((form.fields || []).map((name) => [name, head[name] || ""])), body: bodyOf(text) };
  }
  return { values: {}, body: "" };
}
