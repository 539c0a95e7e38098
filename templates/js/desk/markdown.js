// The usual slips in Markdown that can be told by themselves, each with how to write what was meant. The check compares
// the whole text with what readers are shown; this is asked while one types.
import { say, short } from "./say.js";

const ENUMERATOR = /^[ \t\u3000]*(?:[（(]?(?:[一二三四五六七八九十]+|[0-9０-９]{1,2})[）)、．]|[①-⑳•·●■◆])/;
const ITEM = /^(?:[-*+]|[0-9]{1,9}\.) +\S/;
const FENCED = /^(`{3,}|~{3,})/;
const BARE_ADDRESS = /https?:\/\/[^\s<>，。；：、！？）》”’]+/g;
// A tag that is whole, the beginning of one at the front of a line, a comment; no address in brackets
const HTML = /<(?:\/?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>|!--)/g;
const LONGEST_BODY = 60000;

// Slips: { rule, message, hint, start, end, meant }: the text from start to end would be written as meant.
export function slips(words, text, { headings = true } = {}) {
  const found = [];
  const add = (rule, start, written, meant) => found.push({ rule, start, end: start + written.length, meant, ...slipTold(words, rule, written, meant) });
  const lines = text.split("\n");
  let offset = 0;
  let fence = "";
  lines.forEach((line, n) => {
    const mark = FENCED.exec(line);
    if (fence) fence = mark && mark[1].startsWith(fence) ? "" : fence;
    else if (mark) [, fence] = mark;
    else slipsOfLine(line, { before: lines[n - 1] || "", after: lines[n + 1] || "", headings, lines, n }, (rule, at, written, meant) => add(rule, offset + at, written, meant));
    offset += line.length + 1;
  });
  if (Array.from(text).length > LONGEST_BODY) found.push({ rule: "body-long", start: 0, end: 0, message: say(words, "body-long"), hint: say(words, "body-long-hint") });
  return found.sort((one, other) => one.start - other.start);
}

function slipTold(words, rule, written, meant) {
  const hint = meant === undefined ? (rule === "headings" ? say(words, "headings-hint") : "") : hintOf(words, meant);
  return { message: say(words, rule, { written: short(written, 30) }), hint };
}

function hintOf(words, meant) {
  return meant.startsWith("\n") ? words["blank-above"] : say(words, "markdown-hint", { meant: short(meant, 30) });
}

// The text with a slip written as it was meant.
export function mended(text, { start, end, meant }) {
  return text.slice(0, start) + meant + text.slice(end);
}

function slipsOfLine(line, around, add) {
  ofBeginning(line, around, add);
  const plain = line.replace(/`[^`\n]+`|\]\([^\s()\\]*\)|<[^<>\s]+>/g, (part) => " ".repeat(part.length));
  ofSigns(plain, add);
  for (const one of line.replace(/`[^`\n]+`/g, (part) => " ".repeat(part.length)).matchAll(HTML)) add("raw-html", one.index, one[0], one[0].replace("<", "&lt;"));
  for (const one of plain.matchAll(BARE_ADDRESS)) if (!/[A-Za-z0-9]/.test(plain[one.index - 1] || "")) add("bare-address", one.index, one[0], `<${one[0]}>`);
  const trailing = /(\S)[ ]{2,}$/.exec(line);
  if (trailing && around.after.trim()) add("hard-break", trailing.index, line.slice(trailing.index), trailing[1]);
}

function ofBeginning(line, { before, after, headings, lines, n }, add) {
  const isFirst = !before.trim();
  const number = /^([0-9]{1,9})\. +(?=\S)/.exec(line);
  const last = number ? numberBefore(lines, n) : 0;
  if (last && Number(number[1]) !== last + 1) add("numbering", 0, number[0].trim(), `${number[1]}\\.`);
  if (/^(?: {4}|\t)[ \t]*\S/.test(line) && isFirst && !isInList(lines, n)) add("indented", 0, line, line.trim());
  const hash = /^#{1,6}/.exec(line);
  if (hash && !/^#+ /.test(line)) add("hash", 0, line, `\\${line}`);
  else if (hash && !headings) add("headings", 0, line);
  else if (hash && hash[0] === "#") add("heading-level", 0, line, `#${line}`);
  if (!isFirst && /^[ \t]*(?:-+|=+)[ \t]*$/.test(line) && !/^\s*[|]/.test(before)) add("setext", 0, line, `\n${line}`);
  if (/^ {0,3}\[[^\]\n]+\]:/.test(line)) add("definition", 0, line, `\\${line.trimStart()}`);
  const braces = isFirst ? /^#{1,6} .*[ ](\{(?!#[a-z][a-z0-9-]*\})[^{}\n]+\})[ \t]*$/.exec(line) : /^[ ]*(\{[^{}\n]+\})[ \t]*$/.exec(line);
  if (braces) add("braces", line.lastIndexOf(braces[1]), braces[1], `\\${braces[1]}`);
  if (!isFirst && ENUMERATOR.test(line) && after !== undefined) add("run-together", 0, line, `\n${line}`);
}

// The number of the item in front of this one, in the same list; none where the list begins.
function numberBefore(lines, n) {
  for (let at = n - 1; at >= 0; at -= 1) {
    const found = /^([0-9]{1,9})\. +\S/.exec(lines[at]);
    if (found) return Number(found[1]);
    if (lines[at].trim() && !/^\s/.test(lines[at]) && !lines[at - 1]?.trim()) return 0;
  }
  return 0;
}

// Whether the line goes on with a list that began above.
function isInList(lines, n) {
  for (let at = n - 1; at >= 0; at -= 1) {
    if (ITEM.test(lines[at])) return true;
    if (lines[at].trim() && !/^\s/.test(lines[at]) && !(lines[at - 1] || "").trim()) return false;
  }
  return false;
}

function ofSigns(line, add) {
  const stars = places(line, "*");
  if (stars.length > 1) stars.filter((at) => isProduct(line, at)).forEach((at) => add("asterisks", at - 1, line.slice(at - 1, at + 2), `${line[at - 1]}\\*${line[at + 1]}`));
  for (const one of line.matchAll(/(^|[^\\])(\[\^[^\]\n]*\])/g)) add("note", one.index + one[1].length, one[2], `\\${one[2]}`);
  for (const one of line.matchAll(/~~(?=\S)[^~\n]+~~/g)) add("struck", one.index, one[0], one[0].replace(/~~/g, ""));
}

// Where a sign stands alone, and not behind a backslash.
function places(line, sign) {
  return [...line.split("")].map((one, at) => (one === sign && line[at - 1] !== "\\" && line[at - 1] !== sign && line[at + 1] !== sign ? at : -1)).filter((at) => at >= 0);
}

// 3*4=12
function isProduct(line, at) {
  return /[0-9a-zA-Z）)]/.test(line[at - 1] || "") && /[0-9a-zA-Z（(]/.test(line[at + 1] || "");
}
