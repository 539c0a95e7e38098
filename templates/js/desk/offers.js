// What may be chosen where a field names something of this content, and what the thing is that was named.
import { recordOf } from "./corrected.js";
import { make } from "./dom.js";
import { promiseOf, targetOf } from "./named.js";
import { say } from "./say.js";

const ID = "d-desk-offer-";
const KINDS = ["commitment", "own-commitment", "far-commitment", "target", "own-target", "document", "record", "publisher", "department"];

// `listOf` a field is the id of its list; `fill` makes the lists anew when more is known.
export function offersOf(place) {
  const lists = Object.fromEntries(KINDS.map((kind) => [kind, make("datalist", { id: ID + kind })]));
  place.append(...Object.values(lists));
  return {
    listOf: ({ name, names, words }) => {
      const kind = words === "departments" ? "department" : name === "publisher" ? name : names;
      return KINDS.includes(kind) ? ID + kind : "";
    },
    fill: (desk) => KINDS.forEach((kind) => lists[kind].replaceChildren(...MAKERS[kind](desk).map(([value, label]) => make("option", { value, label: label || undefined })))),
  };
}

const MAKERS = {
  commitment: (desk) => [...own(desk), ...far(desk, desk.report)],
  "own-commitment": own,
  "far-commitment": (desk) => far(desk),
  target: (desk) => [...targets(desk.data, ""), ...others(desk, desk.report).flatMap(([key, data]) => targets(data, `${key}/`))],
  "own-target": (desk) => targets(desk.data, ""),
  document: (desk) => others(desk).flatMap(([, data]) => data.documents.map(({ id, label }) => [id, label])),
  record: (desk) => [...others(desk).flatMap(([, data]) => data.updates.map(({ record, title }) => [record, title])), ...desk.site.names.map((name) => [name, ""]), ...far(desk)],
  department: ({ site }) => (site.vocabularies.departments || []).map(({ value, label }) => [value, label]),
  publisher: (desk) => (desk.data ? desk.data.publishers : [...new Set(others(desk).flatMap(([, data]) => data.publishers))]).map((name) => [name, ""]),
};

// What is known of the reports, but for one.
function others({ others: known, data, report }, but) {
  return Object.entries({ ...Object.fromEntries(Object.entries(known).filter(([, one]) => one)), ...(data ? { [report]: data } : {}) }).filter(([key]) => key !== but);
}

function own({ data }) {
  return data ? data.promises.map(({ id, title }) => [id, `${id} ${title}`]) : [];
}

function far(desk, but) {
  return others(desk, but).flatMap(([key, data]) => data.promises.map(({ id, title }) => [`${key}/${id}`, `${key}/${id} ${title}`]));
}

function targets(data, before) {
  if (!data) return [];
  return data.promises.flatMap(({ id, title, targets: held = [] }) =>
    held.map(({ n, measure, written }) => [before + (held.length > 1 ? `${id}/${n}` : id), `${before}${id} ${measure} ${written}（${title}）`]),
  );
}

// What stands under a field that names a promise or a target.
export function toldOf(desk, node, value) {
  if (!value) return [];
  const { site } = desk;
  if (node.field.names === "record") return titleOf(desk, value);
  if (/commitment$/.test(node.field.names)) {
    const { promise } = promiseOf(desk, value);
    return promise ? [`${promise.title}（${say(site.words, "due", { day: promise.deadline })}${promise.latest ? `；${say(site.words, "latest", { day: promise.latest })}` : ""}）`, ...doubts(site, promise)] : [];
  }
  if (!/target$/.test(node.field.names)) return [];
  const { target, promise } = targetOf(desk, value, ownerOf(node));
  return target && promise ? [`${promise.title}：${target.measure} ${target.written}`, ...doubts(site, target)] : [];
}

function titleOf(desk, value) {
  const found = recordOf(desk, value);
  return found && found.value.title ? [found.value.title] : [];
}

// The promise that the record of an observation names, where it is one of an entry.
export function ownerOf(node) {
  if (node.field.names !== "nth-target") return undefined;
  const entry = node.parent.parent.parent;
  return entry.read().commitment || "";
}

function doubts(site, { unsure = [] }) {
  return unsure.map((sign) => site.doubts[sign]).filter(Boolean);
}
