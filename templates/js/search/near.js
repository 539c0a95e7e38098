// About as many: 1万多户, 近300家, 约100亩.

// What about as many count
const NEAR = 0.9;
const MOST = 40;
// 近 is a little less, 约 and 左右 a little less or more, 多 more than is said but less than the next such number
const SHARE = 0.1;
const LESS = /近/;
const EITHER = /约|概|差不多|左右|上下/;

// The term with all of the site's numbers that are meant, the nearest first.
export function withNear({ text, value, unit, about, ...term }, numbers) {
  const [least, most] = rangeOf(value, about);
  const distance = (one) => Math.abs(Number(one) - Number(value));
  const near = numbers.filter((one) => one !== value && Number(one) >= least && Number(one) < most);
  const first = near.sort((a, b) => distance(a) - distance(b)).slice(0, MOST);
  const wordings = first.map((one) => ({ text, tokens: unit ? [`=${one}`, `=${one}${unit}`] : [`=${one}`], weight: NEAR, all: true }));
  return { ...term, text, value, unit, wordings: [...term.wordings, ...wordings] };
}

// The least that is meant, and what is more than is.
function rangeOf(value, about) {
  const number = Number(value);
  if (LESS.test(about)) return [number * (1 - SHARE), number];
  return EITHER.test(about) ? [number * (1 - SHARE), number * (1 + SHARE)] : [number, number + lastPlace(value)];
}

// What the last digit that was said counts: 10000 in 460000, 0.1 in 7.5.
function lastPlace(value) {
  const part = value.split(".")[1];
  return part ? 10 ** -part.length : 10 ** /0*$/.exec(value)[0].length;
}
