// Figures in a query: 新增1.5万个岗位 asks for 15000个 in any form, and for 新增 and 岗位.
import { findNumbers } from "./numbers.js";

const UNITS = ["平方公里", "平方米", "立方米", "个百分点", "工作日", "美元", "公里", "平米", "人次", "批次", "分钟", "小时", "个月"];
const COUNTERS = "个家条项处所名户亩座场次件台辆套张人元年月天日岁期栋米批倍";
// How much the figure counts with another unit
const PART = 0.5;
const BEFORE = /(?:接近|将近|近|大约|大概|差不多|约|超过|超|逾)$/;
const OTHER = /(?:[附最临靠邻]近|[节制预签合违条公契履]约|赶超)$/;
const AFTER = /^(?:左右|上下)/;
const MORE = /[余多来几]/;

// The numbers that stand in the run are terms of their own; the unit goes with the number, what is counted is a word again.
export function byNumber(run) {
  const parts = [];
  let last = 0;
  for (const number of findNumbers(run)) {
    if (isName(run, number)) continue;
    const before = said(run.slice(last, number.start));
    const counted = number.end + unitLength(run.slice(number.end));
    const after = AFTER.exec(run.slice(counted));
    const start = number.start - (before ? before[0].length : 0);
    if (start > last) parts.push({ text: run.slice(last, start) });
    const about = before?.[0] ?? after?.[0] ?? MORE.exec(run.slice(number.start, counted))?.[0];
    parts.push({ text: run.slice(number.start, counted), number, about });
    last = counted + (after ? after[0].length : 0);
  }
  if (last < run.length) parts.push({ text: run.slice(last) });
  return parts;
}

// 约, but not 签约
const said = (before) => (OTHER.test(before) ? null : BEFORE.exec(before));

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

// A number is found by its token and not by its digits: 4亿 stands in no 18.4亿. What is a share is nothing else. `find` is
// how it is found in a text.
export function numberTerm(text, { value, unit }, about) {
  const counted = unit && text.endsWith(unit);
  const wordings = [{ text, tokens: [`=${value}`], weight: counted ? PART : 1, all: true }];
  if (unit) wordings.unshift({ text, tokens: [`=${value}`, `=${value}${unit}`], weight: 1, all: true });
  if (unit === "%") wordings.pop();
  const isYear = unit === "年" && /^(19|20)\d\d$/.test(value);
  return { text, wordings, size: 0, number: true, find: findNumbers, value, unit, about: isYear ? undefined : about, year: isYear };
}
