// Edits of files that stand: only the lines that must are others, and what is read afterwards is what was read before
// with the new beside it. Where that cannot be said for certain, the file is refused.
import { readYaml } from "./reader.js";

const FENCE = /^---\s*$/;
const SAID = /^\s*[^\s#]/;

export class Refused extends Error {}

// The records `rows`, which are read of `lines`, at the end of a list that is the whole file.
export function addRows(text, items, rows) {
  const file = opened(text);
  const before = readFile(file.text) || [];
  if (!Array.isArray(before)) throw new Refused("file");
  const first = file.lines.find((line) => SAID.test(line)) || "-";
  const indent = /^ */.exec(first)[0];
  const isApart = file.lines.some((line, n) => line.trim() === "" && n > 0 && (file.lines[n + 1] || "").startsWith(`${indent}-`) && file.lines.slice(0, n).some((one) => SAID.test(one)));
  const body = file.lines.slice();
  if (body[body.length - 1] === "") body.pop();
  const isAfterBlank = body.length > 0 && body[body.length - 1].trim() === "";
  items.forEach((lines, n) => {
    if (isApart && before.length + n > 0 && !(n === 0 && isAfterBlank)) body.push("");
    body.push(...lines.map((line) => line && indent + line));
  });
  return certain(file, [...body, ""], readFile, [...before, ...rows]);
}

// The records at the end of the list that the field `at` of the file's record holds.
export function addToList(text, at, items, rows) {
  const file = opened(text);
  const before = readFile(file.text);
  if (before && before[at] === undefined && !Array.isArray(before)) return firstOfList(file, at, items, { ...before, [at]: rows });
  if (!before || !Array.isArray(before[at])) throw new Refused("file");
  const start = file.lines.findIndex((line) => new RegExp(`^${at}:\\s*(?:#.*)?$`).test(line));
  if (start < 0) throw new Refused("list");
  const after = file.lines.slice(start + 1);
  const first = after.find((line) => SAID.test(line)) || "";
  const indent = /^ */.exec(first)[0];
  const last = after.findIndex((line) => SAID.test(line) && !line.startsWith(`${indent} `) && !line.startsWith(`${indent}- `));
  const end = start + 1 + (last < 0 ? after.length : last);
  const said = file.lines.slice(0, end).reduce((found, line, n) => (SAID.test(line) ? n : found), start);
  const lines = items.flat().map((line) => line && indent + line);
  return certain(file, [...file.lines.slice(0, said + 1), ...lines, ...ended(file.lines.slice(said + 1))], readFile, { ...before, [at]: [...before[at], ...rows] });
}

// A record that has no such list yet gets one at its end.
function firstOfList(file, at, items, expected) {
  const body = file.lines.slice();
  if (body[body.length - 1] === "") body.pop();
  return certain(file, [...body, `${at}:`, ...items.flat().map((line) => line && `  ${line}`), ""], readFile, expected);
}

// Fields at the end of an article's head.
export function addFields(text, lines, values) {
  const file = opened(text);
  const { end, head } = parted(file);
  const before = readOr(head, "head");
  if (!before || Object.keys(values).some((name) => name in before)) throw new Refused("there");
  return certain(file, [...file.lines.slice(0, end), ...lines, ...file.lines.slice(end)], headOf, { ...before, ...values });
}

// Another body of an article, and other values of its fields: `lines` has the new line of each.
export function rewrite(text, lines, values, body) {
  const file = opened(text);
  const { end, head } = parted(file);
  const before = readOr(head, "head");
  const heads = Object.entries(lines).reduce((found, [name, line]) => replaced(found, name, line), file.lines.slice(1, end));
  const blank = file.lines.slice(end + 1).findIndex((line) => line.trim() !== "");
  const space = file.lines.slice(end + 1, blank < 0 ? undefined : end + 1 + blank);
  const old = file.lines.slice(end + 1).join("\n");
  const isSame = old.trim() === body.trim();
  const rest = isSame ? file.lines.slice(end + 1) : [...(blank < 0 ? [""] : space), ...body.trim().split("\n"), ""];
  return certain(file, [file.lines[0], ...heads, file.lines[end], ...rest], headOf, { ...before, ...values });
}

// The body of an article as it stands, without blanks around it.
export function bodyOf(text) {
  const file = opened(text);
  return file.lines.slice(parted(file).end + 1).join("\n").trim();
}

export function headOf(text) {
  return readOr(parted(opened(text)).head, "head");
}

function replaced(lines, name, line) {
  const at = lines.findIndex((one) => one.startsWith(`${name}:`));
  if (at < 0) return [...lines, line];
  const isLong = /^(?:\s|-)/.test(lines[at + 1] || "") || /\s#/.test(lines[at]);
  if (isLong) throw new Refused("line");
  return [...lines.slice(0, at), line, ...lines.slice(at + 1)];
}

export function opened(text) {
  const isWindows = text.includes("\r\n");
  const plain = isWindows ? text.replace(/\r\n/g, "\n") : text;
  if (plain.includes("\r") || (isWindows && plain.replace(/\n/g, "\r\n") !== text)) throw new Refused("ends");
  return { text: plain, lines: plain.split("\n"), end: isWindows ? "\r\n" : "\n" };
}

export function parted({ lines }) {
  const end = lines.findIndex((line, n) => n > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0].replace("\ufeff", "")) || end < 0) throw new Refused("head");
  const head = lines.slice(1, end).join("\n");
  // The reader takes one for that of a file, and the program for a fault
  if (head.startsWith("\ufeff")) throw new Refused("file");
  return { end, head };
}

// What is left behind the last line ends as a file does.
function ended(rest) {
  return rest.length ? rest : [""];
}

export function readFile(text) {
  return readOr(text, "file");
}

function readOr(text, reason) {
  try {
    return readYaml(text);
  } catch {
    throw new Refused(reason);
  }
}

export function certain(file, lines, read, expected) {
  const text = lines.join("\n");
  const found = read(text);
  if (canonical(found) !== canonical(expected)) throw new Refused("other");
  return file.end === "\n" ? text : text.replace(/\n/g, "\r\n");
}

// The order of a record's fields says nothing.
function canonical(value) {
  return JSON.stringify(value, (_name, one) => (one && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one));
}
