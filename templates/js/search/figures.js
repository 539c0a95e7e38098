// Numbers in a query: 新增1.5万个岗位 asks for 15000个 in any form, and for 新增 and 岗位.
import { findNumbers } from "./numbers.js";
import { pairs } from "./tokens.js";

const UNITS = ["平方公里", "平方米", "立方米", "个百分点", "工作日", "美元", "公里", "平米", "人次", "批次", "分钟", "小时", "个月"];
const COUNTERS = "个家条项处所名户亩座场次件台辆套张人元年月天日岁期栋米批倍";
// How much what was typed counts beside what was meant
const PART = 0.5;

// Numbers are terms of their own; the unit goes with the number, what is counted is a word again.
export function byNumber(run) {
  const parts = [];
  let last = 0;
  for (const number of findNumbers(run)) {
    if (isName(run, number)) continue;
    const end = number.end + unitLength(run.slice(number.end));
    if (number.start > last) parts.push({ text: run.slice(last, number.start) });
    parts.push({ text: run.slice(number.start, end), number });
    last = end;
  }
  if (last < run.length) parts.push({ text: run.slice(last) });
  return parts;
}

// 3+5 and 三家店街道 are names.
function isName(run, { start, end }) {
  const alone = end - start === 1 && /[一三四五六七八九十]/.test(run[start]) && end + unitLength(run.slice(end)) < run.length;
  return alone || run[start - 1] === "+" || run[end] === "+";
}

function unitLength(rest) {
  const about = /^[余多来几]/.test(rest) ? 1 : 0;
  const after = rest.slice(about);
  const unit = UNITS.find((one) => after.startsWith(one));
  if (unit) return about + unit.length;
  if (after[0] === "%" || (after[0] && COUNTERS.includes(after[0]))) return about + 1;
  return [...after].length === 1 ? about + after.length : about;
}

export function numberTerm(text, { value, unit }) {
  const raw = [...text];
  const counted = unit && text.endsWith(unit);
  const wordings = [{ text, tokens: [`=${value}`], weight: counted ? PART : 1, all: true }];
  if (unit) wordings.unshift({ text, tokens: [`=${value}`, `=${value}${unit}`], weight: 1, all: true });
  // 4亿 stands in 18.4亿 too: not what was meant, but what was typed
  wordings.push({ text, tokens: raw.length > 1 ? pairs(raw) : raw, weight: PART, all: true });
  return { text, wordings, size: 0, number: true, year: unit === "年" && /^(19|20)\d\d$/.test(value) };
}
