// The file that comes out: its path from the content folder and its text; of a file that stands, what becomes of it.
import { addFields, addRows, addToList, bodyOf, headOf, rewrite } from "./standing.js";
import { fieldOf } from "./walk.js";
import { fieldLines, isGiven, itemLines, recordLines, tidied } from "./written.js";

const MOST_IDS = 3;
// Of a form for rows of a list: its record is one that holds them
const ROWS = "rows";

// The form as it is asked: of rows, where a file is a list; of the list alone that a file gets more of.
export function asked(site, form, isThere) {
  const { way, list } = (isThere && form.standing) || form.new || form.standing;
  if (way === "rows" || way === "add-row" || (way === "add-to-list" && !fieldOf(site.records, form.record, list))) {
    site.records[ROWS] = [{ name: ROWS, label: form.label, help: "", input: "records", record: form.record, required: true, shortest: 1 }];
    return { ...form, record: ROWS, row: form.record, fields: [] };
  }
  return way === "add-to-list" ? { ...form, fields: [list] } : form;
}

// { path, text, before }: `before` is the text that stands there, where one does. `desk.texts` are texts by path.
export function compose(desk, typed, body, slug) {
  const { form } = desk;
  const values = tidied(typed);
  const path = filePath(desk, values, slug);
  const before = desk.texts[path];
  if (form.standing && before !== undefined) return { path, before, ...standing(desk, values, body, before) };
  if (form.new) return { path, text: written(desk, values, body) };
  return { path, text: "" };
}

// Where the file would stand from the content folder.
export function filePath({ site, form, report, file }, values, slug) {
  const target = form.new || form.standing;
  const parts = { report, file, day: fileDay(target, values), slug };
  return target.name.replace(/\{(\w+)\}/g, (_, name) => parts[name] || site.words.pending);
}

function fileDay({ days = [] }, values) {
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
  if (form.new.way === "rows") return file(rowLines(site, form, values).flatMap((lines, n) => (n ? ["", ...lines] : lines)));
  if (form.new.way === "record") return file(recordLines(site.records, form.record, values));
  return file(["---", ...recordLines(site.records, form.record, values), "---", ...(text ? ["", text] : [])]);
}

function file(lines) {
  return lines.length ? `${lines.join("\n")}\n` : "";
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
  return addRows(before, rowLines(site, form, values), values[ROWS] || []);
}

function moreOfList({ site, form }, values, _body, before) {
  const { list } = form.standing;
  return addToList(before, list, listLines(site, form, values), values[form.row ? ROWS : list] || []);
}

function rowLines(site, form, values) {
  return (values[ROWS] || []).map((one) => itemLines(site.records, form.row, one));
}

// As new files have them: a record of a list on one line.
function listLines(site, form, values) {
  const { list } = form.standing;
  const field = { name: list, input: "records", record: form.row || fieldOf(site.records, form.record, list).record };
  return (values[form.row ? ROWS : list] || []).map((one) => fieldLines(site.records, field, [one]).slice(1).map((line) => line.slice(2)));
}

function moreFields({ site, form }, values, _body, before) {
  return addFields(before, recordLines(site.records, form.record, values), values);
}

function another({ site, form }, values, body, before) {
  const old = headOf(before);
  const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => old[name] !== value));
  const lines = Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, fieldLines(site.records, fieldOf(site.records, form.record, name), value)[0]]));
  return rewrite(before, lines, changed, body);
}

// What an editor has to add by hand where the program cannot.
function byHand({ site, form }, values) {
  const { way } = form.standing;
  if (way === "rewrite") return [];
  if (way === "add-fields") return recordLines(site.records, form.record, values);
  return (way === "add-row" ? rowLines : listLines)(site, form, values).flat();
}

// What a form begins with where it changes a file.
export function standingValues({ form }, text) {
  if (form.standing && form.standing.way === "rewrite") {
    const head = headOf(text);
    return { values: Object.fromEntries((form.fields || []).map((name) => [name, head[name] || ""])), body: bodyOf(text) };
  }
  return { values: {}, body: "" };
}
