// All that is wrong with what is typed, and all that is asked about it: { path, rule, message, hint, notice }.
// `path` leads to the field: names and numbers; `slug` and `body` stand beside the form's record.
import { ofCharacters, ofField, problem } from "./fields.js";
import { slips } from "./markdown.js";
import { ofCorrected } from "./corrected.js";
import { ofNames } from "./named.js";
import { ofValues } from "./plausible.js";
import { ofRelations } from "./relations.js";
import { isAsked, walk } from "./walk.js";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const RESERVED = "404 glossary search sitemap updates changes corrections departments requests indicators data subscribe outcomes entities questions vanished districts together".split(" ");

export function check(desk, values, body, slug) {
  const wrong = ofFields(desk, values);
  const found = [...wrong, ...ofNames(desk, values), ...ofRelations(desk, values), ...ofValues(desk, values, body), ...ofRecords(desk, values), ...ofBody(desk, body), ...ofSlug(desk, slug)];
  return once(found);
}

// What is wrong by itself comes first, and hides what else could be said of the same field; notices stand beside it.
function once(found) {
  const errors = new Set();
  return found.filter(({ path, notice }) => {
    const place = path.join(".");
    if (notice) return true;
    const isNew = !errors.has(place);
    errors.add(place);
    return isNew;
  });
}

function ofFields({ site, form }, values) {
  const found = [];
  walk(site.records, form.record, values, ({ record, values: own, path }) => {
    for (const field of site.records[record]) {
      if (!isAsked(form, path, field.name)) continue;
      for (const one of ofField(site, field, own[field.name])) {
        found.push({ ...one, path: [...path, field.name, ...(one.item === undefined ? [] : [one.item])] });
      }
    }
  });
  return found;
}

function ofRecords(desk, values) {
  return desk.form.id === "correction" && desk.pieces ? ofCorrected(desk, values) : [];
}

function ofBody({ site, form }, body = "") {
  if (!form.body) return [];
  const text = body.trim();
  const needed = form.body.required && !text ? [problem(site, "no-body")] : [];
  const found = [...needed, ...ofCharacters(site, text), ...slips(site.words, body, form.body).map((one) => ({ ...one, notice: one.rule === "headings" && form.id !== "correction" }))];
  return found.map((one) => ({ ...one, path: ["body"] }));
}

function ofSlug({ site, form, named = [], path }, slug) {
  const target = form.new;
  if (!target || !target.name.includes("{slug}")) return [];
  const at = { path: ["slug"] };
  if (!slug) return [{ ...problem(site, "no-slug", {}, { hint: "slug-hint" }), ...at }];
  if (!SLUG.test(slug)) return [{ ...problem(site, "slug-form", { value: slug }, { hint: "slug-hint" }), ...at }];
  if (target.name === "{slug}.md" && RESERVED.includes(slug)) return [{ ...problem(site, "slug-reserved", { value: `${slug}.md` }, { hint: "slug-hint" }), ...at }];
  return path && named.includes(path) ? [{ ...problem(site, "slug-taken", { value: path }), ...at }] : [];
}
