// Numbers in a query: 新增1.5万个岗位 asks for 15000个 in any form, and for 新增 and 岗位.
import { findNumbers } from "./numbers.js";

const UNITS = ["平方公里", "平方米", "立方米", "个百分点", "工作日", "美元", "公里", "平米", "人次", "批次", "分钟", "小时", "个月"];
const COUNTERS = "个家条项处所名户亩座场次件台辆套张人元年月天日岁期栋米批倍";
// How much the figure counts with another unit
const PART = 0.5;
// What about as many count
const NEAR = 0.9;
const MOST_NEAR = 40;
// 近 is a little less, 约 and 左右 a little less or more, 多 more than is said but less than the next such number
const SHARE = 0.1;
const BEFORE = /(?:(接近|将近|近)|(大约|大概|差不多|约)|(超过|超|逾))$/;
const OTHER = /(?:[附最临靠邻]近|[节制预签合违条公契履]约|赶超)$/;
const AFTER = /^(?:左右|上下)/;
const MORE = /[余多来几]/;

// Numbers are terms of their own; the unit goes with the number, what is counted is a word again.
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
    const range = rangeOf(number, before, after, MORE.test(run.slice(number.start, counted)));
    parts.push({ text: run.slice(number.start, counted), number, range });
    last = counted + (after ? after[0].length : 0);
  }
  if (last < run.length) parts.push({ text: run.slice(last) });
  return parts;
}

// 约, but not 签约
const said = (before) => (OTHER.test(before) ? null : BEFORE.exec(before));

// [least, most] that is meant by about as many, the most not among them; nothing where exactly so many are.
function rangeOf({ value, unit }, before, after, isMore) {
  const number = Number(value);
  if (unit === "年" || !number) return undefined;
  if (before?.[1]) return [number * (1 - SHARE), number];
  if (before?.[2] || after) return [number * (1 - SHARE), number * (1 + SHARE)];
  return before || isMore ? [number, number + lastPlace(value)] : undefined;
}

// What the last digit that was said counts: 10000 in 460000, 0.1 in 7.5.
function lastPlace(value) {
  const part = value.split(".")[1];
  return part ? 10 ** -part.length : 10 ** /0*$/.exec(value)[0].length;
}

// The term with all of the site's numbers that are meant, the nearest first.
export function withNear(term, numbers) {
  const [least, most] = term.range;
  const meant = Number(term.value);
  const near = numbers.filter((one) => one !== term.value && Number(one) >= least && Number(one) < most);
  const first = near.sort((a, b) => Math.abs(a - meant) - Math.abs(b - meant)).slice(0, MOST_NEAR);
  const { text, unit } = term;
  const wordings = first.map((one) => ({ text, tokens: unit ? [`=${one}`, `=${one}${unit}`] : [`=${one}`], weight: NEAR, all: true }));
  return { ...term, range: undefined, wordings: [...term.wordings, ...wordings] };
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

// A number is found by its token and not by its digits: 4亿 stands in no 18.4亿. What is a share is nothing else.
export function numberTerm(text, { value, unit }, range) {
  const counted = unit && text.endsWith(unit);
  const wordings = [{ text, tokens: [`=${value}`], weight: counted ? PART : 1, all: true }];
  if (unit) wordings.unshift({ text, tokens: [`=${value}`, `=${value}${unit}`], weight: 1, all: true });
  if (unit === "%") wordings.pop();
  const isYear = unit === "年" && /^(19|20)\d\d$/.test(value);
  return { text, wordings, size: 0, number: true, value, unit, range, year: isYear };
}
