// The records that a form's values hold, each with where it stands.
import { isGiven } from "./written.js";

// Calls `visit` with { record, values, path, root } for the form's own record, and for each that stands in it.
export function walk(records, record, values, visit) {
  visitRecord(records, record, values, [], values, visit);
}

function visitRecord(records, record, values, path, root, visit) {
  visit({ record, values, path, root });
  for (const field of records[record]) {
    const value = values[field.name];
    if (!field.record || !isGiven(value)) continue;
    if (field.input === "record") visitRecord(records, field.record, value, [...path, field.name], root, visit);
    else value.forEach((one, n) => isGiven(one) && visitRecord(records, field.record, one, [...path, field.name, n], root, visit));
  }
}

// A field's value: of the record, of the whole with a stroke before it, of a record in it with a dot between.
export function valueAt(values, root, name) {
  const from = name.startsWith("/") ? root : values;
  return name.replace("/", "").split(".").reduce((found, one) => (found ? found[one] : undefined), from);
}

// Whether a form asks for a field: of its own record it may ask for some only.
export function isAsked({ fields = [] }, path, name) {
  return path.length > 0 || !fields.length || fields.includes(name);
}

export function fieldOf(records, record, name) {
  return records[record].find((field) => field.name === name);
}

// Texts in what is written, each with its path.
export function texts(value, path = []) {
  if (typeof value === "string") return value ? [{ text: value, path }] : [];
  if (Array.isArray(value)) return value.flatMap((one, n) => texts(one, [...path, n]));
  return value ? Object.entries(value).flatMap(([name, one]) => texts(one, [...path, name])) : [];
}
