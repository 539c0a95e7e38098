// The editors' desk: what is to be entered is chosen, then its form is filled in. Its data are loaded as scripts, so
// that it works from a disk too; nothing is ever sent anywhere by it.
import { loader } from "../search/loader.js";
import { asked } from "./compose.js";
import { make, newId } from "./dom.js";
import { draftOf } from "./drafts.js";
import { edit } from "./editing.js";
import { offersOf } from "./offers.js";
import { say } from "./say.js";

const place = document.querySelector("[data-desk]");
const files = loader((name) => `${place.dataset.base}${name}.js`);
window.disclosure = { data: files.hand };

begin();

async function begin() {
  const site = await files.load("desk-data");
  const offers = offersOf(place.parentNode);
  addEventListener("hashchange", () => open(site, offers));
  open(site, offers);
}

// The part of the address after # is the form.
function open(site, offers) {
  const form = site.forms.find(({ id }) => id === location.hash.slice(1));
  if (form) choose(site, form, offers);
  else place.replaceChildren(...choices(site));
  const first = place.querySelector("h2");
  // Unless somebody has begun to write elsewhere while the desk was loading
  if (form && first && document.activeElement === document.body) first.focus();
}

function choices({ forms, words }) {
  const items = forms.map(({ id, label, help }) => make("li", { class: "d-desk-choice" }, make("a", { href: `#${id}` }, label), make("p", { class: "d-desk-help" }, help)));
  return [make("h2", { class: "d-desk-title" }, words.choose), make("ul", { class: "d-desk-choices" }, ...items)];
}

// What has to be known before a form can be filled in: of which report, of which file.
function choose(site, form, offers) {
  const { words } = site;
  const head = make("div", { class: "d-desk-top" }, make("h2", { class: "d-desk-title", tabindex: "-1" }, form.label), make("a", { href: "#" }, words.other));
  const about = [form.help, say(words, "becomes", { text: form.becomes })].map((text) => make("p", { class: "d-desk-help" }, text));
  const chosen = make("div", { class: "d-desk-chosen" });
  const status = make("p", { class: "d-desk-status", role: "status" });
  const under = make("div");
  place.replaceChildren(head, ...about, chosen, status, under);
  const kept = draftOf(form.id) || {};
  const report = form.report ? pick(words["choose-report"], site.reports.map(({ key, title }) => [key, title]), kept.report || newest(site)) : null;
  const file = form.files ? pick(words["choose-file"], [["", words["choose-none"]]], "") : null;
  chosen.append(...[report, file].filter(Boolean).map(({ element }) => element));
  const show = () => fill(site, form, offers, { status, under, report: report ? report.read() : "", file, kept });
  if (report) report.select.addEventListener("change", () => { if (file) file.select.value = ""; show(); });
  if (file) file.select.addEventListener("change", show);
  show();
}

function newest({ reports }) {
  return reports.length ? reports.reduce((found, one) => (one.year > found.year ? one : found)).key : "";
}

function pick(label, options, value) {
  const id = newId();
  const select = make("select", { id });
  const offer = (all) => select.replaceChildren(...all.map(([key, text]) => make("option", { value: key }, text)));
  offer(options);
  if (options.some(([key]) => key === value)) select.value = value;
  return { select, offer, read: () => select.value, element: make("div", { class: "d-desk-field" }, make("label", { for: id, class: "d-desk-label" }, label), select) };
}

async function fill(site, form, offers, { status, under, report, file, kept }) {
  status.textContent = site.words.loading;
  const desk = await known(site, form, report).catch(() => null);
  if (!under.isConnected) return;
  status.textContent = desk ? "" : site.words["not-loaded"];
  if (!desk) return;
  desk.offers = offers;
  desk.more = () => more(desk);
  offers.fill(desk);
  if (file) {
    listFiles(desk, file, kept);
    desk.file = file.read();
    if (file.select.options.length < 2) status.textContent = site.words["no-files"];
  }
  const standingPath = form.standing && form.standing.name.replace("{report}", report).replace("{file}", desk.file);
  desk.form = asked(site, form, standingPath in desk.texts);
  if (file && !desk.file) under.replaceChildren();
  else edit(desk, under);
}

function listFiles({ site, form, data }, file, kept) {
  const before = file.read() || kept.file || "";
  const found = form.files === "commitments" ? data.promises.map(({ id, title, file: name }) => [name, `${id} ${title}`]) : site.files[form.files].map(({ file: name, label }) => [name, label]);
  file.offer([["", site.words["choose-none"]], ...found]);
  if (found.some(([name]) => name === before)) file.select.value = before;
}

// What is on file of the report that was chosen, and the texts that the form may change.
async function known(site, form, report) {
  const data = report ? await files.load(`reports/${report}`) : null;
  const texts = form.standing ? await files.load(textsOf(form, report)) : {};
  const records = [...Object.values(site.files).flatMap((all) => all.map((one) => one.file)), ...site.names.map((name) => `${name}.md`)];
  const updates = data ? data.updates.map(({ record }) => `${record}.md`) : [];
  return { site, form, report, data, others: {}, texts, file: "", named: [...records, ...updates], ...pieces() };
}

// Files that a correction may change, by the names of the data that hold them: none is asked for twice.
function pieces() {
  const held = {};
  const load = async (name) => {
    held[name] = null;
    held[name] = await files.load(name).catch(() => null);
  };
  return { pieces: held, load };
}

function textsOf({ files: listed }, report) {
  if (!listed) return `files/${report}`;
  return listed === "commitments" ? `commitments/${report}` : "files";
}

// Of the other reports only what names are checked against, and offered: it is loaded when somebody names one.
async function more(desk) {
  if (desk.isWhole) return;
  desk.isWhole = true;
  const keys = desk.site.reports.map(({ key }) => key).filter((key) => key !== desk.report);
  await Promise.all(keys.map(async (key) => { desk.others[key] = await files.load(`reports/${key}`).catch(() => null); }));
  desk.offers.fill(desk);
}
