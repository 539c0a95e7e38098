// What must hold between the fields of a form's records: conditions, days in order, numbers that come to another.
import { problem } from "./fields.js";
import { isDay } from "./times.js";
import { fieldOf, isAsked, valueAt, walk } from "./walk.js";
import { isGiven } from "./written.js";

// Problems with the values of a form, each with its path.
export function ofRelations(desk, values) {
  const { site, form } = desk;
  const found = [];
  walk(site.records, form.record, values, (one) => {
    const of = (rules = []) => rules.filter((rule) => rule.of === one.record);
    found.push(...of(form.conditions).filter((rule) => isBroken(rule, one) && isAsked(form, one.path, firstOf(rule))).map((rule) => said(one, rule)));
    found.push(...of(form.orders).flatMap((rule) => ofOrder(desk, rule, one)));
    found.push(...of(form.sums).flatMap((rule) => ofSum(site, rule, one)));
  });
  return found;
}

function said({ path }, { rule, at, message, hint, notice = false }) {
  return { path: [...path, ...at.split(".")], rule, message, hint, notice };
}

// The field of the record itself that a rule is about, or that holds what it is about.
function firstOf({ at }) {
  return at.split(".")[0];
}

function isBroken({ when = [], needs = [], refuses = [] }, { values, root }) {
  const has = (name) => isGiven(valueAt(values, root, name));
  if (!when.every((test) => holds(test, values, root))) return false;
  return (needs.length > 0 && !needs.some(has)) || refuses.some(has);
}

function holds({ field, values: wanted = [], absent = false }, values, root) {
  const value = valueAt(values, root, field);
  const isThere = wanted.length ? wanted.includes(value) : isGiven(value);
  return isThere !== absent;
}

function ofOrder(desk, rule, one) {
  const found = [];
  let before = null;
  for (const name of rule.days) {
    const day = dayNamed(desk, name, one);
    if (!day) continue;
    if (before && day < before.day) found.push(disordered(desk, rule, one, before, { name, day }));
    if (!before || day >= before.day) before = { name, day };
  }
  return found;
}

function dayNamed({ data, today, standing = {} }, name, { values, root, path }) {
  if (name === "today") return today;
  if (name === "delivered") return data ? data.delivered : "";
  const value = valueAt(values, root, name) || (path.length ? "" : standing[name]) || "";
  const day = String(value).slice(0, 10);
  return isDay(day) ? day : "";
}

function disordered(desk, { rule }, one, before, after) {
  const { site, today } = desk;
  if (after.name === "today") return orderTold(one, before.name, rule, problem(site, "future", { label: label(desk, one, before.name), day: before.day, today }));
  const at = after.name.startsWith("/") ? before.name : after.name;
  const words = { label: label(desk, one, after.name), day: after.day, other: label(desk, one, before.name), before: before.day };
  return orderTold(one, at, rule, problem(site, "before", words));
}

function orderTold({ path }, at, rule, found) {
  return { ...found, path: [...path, ...at.split(".")], rule };
}

function label({ site, form }, { record }, name) {
  if (name in site.words) return site.words[name];
  const [first, second] = name.replace("/", "").split(".");
  const field = fieldOf(site.records, name.startsWith("/") ? form.record : record, first);
  return second ? fieldOf(site.records, field.record, second).label : field.label;
}

function ofSum(site, { rule, parts, total, of }, { values, path }) {
  const names = [...parts, total];
  if (!names.every((name) => /^[0-9]+$/.test(values[name] || ""))) return [];
  const sum = parts.reduce((all, name) => all + Number(values[name]), 0);
  const labelOf = (name) => fieldOf(site.records, of, name).label;
  const words = { parts: parts.map(labelOf).join("、"), sum, total: labelOf(total), whole: values[total] };
  return sum === Number(values[total]) ? [] : [{ ...problem(site, "sum", words), rule, path: [...path, total] }];
}
