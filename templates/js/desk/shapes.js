// What the numbers look like that are given to one person, as disclosure/personal/shapes.py has it: identity cards
// (GB 11643), bank cards (ISO/IEC 7812, Luhn), mobiles.

const MOBILE = /^1[3-9][0-9]{9}$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";
// How many codes of provinces begin with 1, 2, 3 … (GB/T 2260)
const PROVINCES = [5, 3, 7, 6, 4, 5, 1, 3];
const ISSUERS = /^(?:3528|35[3-8]|[456]|955[89]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|81)/;

export function isMobile(digits) {
  return MOBILE.test(digits);
}

export function isIdentity(number) {
  if (!isProvince(number) || !/^[0-9]{17}/.test(number) || !isBirthday(number.slice(6, 14))) return false;
  const total = WEIGHTS.reduce((sum, weight, n) => sum + weight * number[n], 0);
  return CHECKS[total % 11] === number[17].toUpperCase();
}

export function isOldIdentity(number) {
  return isProvince(number) && isBirthday(`19${number.slice(6, 12)}`);
}

export function isCard(number) {
  if (!ISSUERS.test(number)) return false;
  const total = [...number].reverse().reduce((sum, digit, n) => sum + (n % 2 ? Math.floor(digit / 5) + ((2 * digit) % 10) : +digit), 0);
  return total % 10 === 0;
}

function isProvince(number) {
  const last = PROVINCES[number[0] - 1] || 0;
  return number[1] >= "1" && +number[1] <= last;
}

function isBirthday(digits) {
  const year = +digits.slice(0, 4);
  return year >= 1900 && year < 2100 && isDate(year, +digits.slice(4, 6), +digits.slice(6));
}

export function isDate(year, month, day) {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
