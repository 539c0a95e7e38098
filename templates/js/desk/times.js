// Days and minutes as content has them, in Beijing.
import { isDate } from "./shapes.js";

const DAY = /^((?:19|20|21)[0-9]{2})-([0-9]{2})-([0-9]{2})$/;
const MINUTE = /^(.{10}) ([0-9]{2}):([0-9]{2})$/;
const WHEN = /^([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?$/;
const EIGHT_HOURS = 8 * 60 * 60 * 1000;

export function isDay(text) {
  const found = DAY.exec(text);
  return found !== null && isDate(+found[1], +found[2], +found[3]);
}

export function isMinute(text) {
  const found = MINUTE.exec(text);
  return found !== null && isDay(found[1]) && found[2] < "24" && found[3] < "60";
}

// 2025-05-12 18:00
export function beijing(moment = Date.now()) {
  return new Date(moment + EIGHT_HOURS).toISOString().slice(0, 16).replace("T", " ");
}

// What was meant by 2025年5月12日, 2025/5/12, ２０２５．５．１２, 20250512; as it is where nothing can be told.
export function tidyDay(text) {
  const plain = text.normalize("NFKC").trim();
  const found = /^([0-9]{4})\s*[-年./]\s*([0-9]{1,2})\s*[-月./]\s*([0-9]{1,2})\s*日?$/.exec(plain) || /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(plain);
  return found ? `${found[1]}-${found[2].padStart(2, "0")}-${found[3].padStart(2, "0")}` : text.trim();
}

export function tidyMinute(text) {
  const plain = text.trim();
  const found = /[T\s]([0-9]{1,2})[:：]([0-9]{2})$/.exec(plain);
  if (!found) return plain;
  const day = plain.slice(0, found.index).trim();
  return `${tidyDay(day.endsWith("T") ? day.slice(0, -1) : day)} ${found[1].padStart(2, "0")}:${found[2]}`;
}

// First and last day of a year, a month or a day, or of two of them with a stroke between; nothing where there is none.
export function span(text) {
  const [first, last = first] = text.split("/").map(bounds);
  return first && last ? { first: first[0], last: last[1] } : null;
}

function bounds(text) {
  const found = WHEN.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  if (!isDate(+year, +(month || 1), +(day || 1))) return null;
  const lastMonth = month || "12";
  const lastDay = day || String(new Date(Date.UTC(+year, +lastMonth, 0)).getUTCDate());
  return [`${year}-${month || "01"}-${day || "01"}`, `${year}-${lastMonth}-${lastDay}`];
}
