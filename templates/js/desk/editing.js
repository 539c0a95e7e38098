// One form: its fields, what is wrong with them, the file that comes out, and the ways to hand it over.
import { check } from "./checks.js";
import { compose, filePath, slugOf, standingValues } from "./compose.js";
import { correctedFiles, piecesOf } from "./corrected.js";
import { area } from "./controls.js";
import { make, pressed } from "./dom.js";
import { draftOf, eraseDraft, keepDraft } from "./drafts.js";
import { filesOf } from "./files.js";
import { mended } from "./markdown.js";
import { everyNode, fieldsOf, singleOf } from "./nodes.js";
import { ownerOf, toldOf } from "./offers.js";
import { targetOf } from "./named.js";
import { offerFields } from "./picking.js";
import { say } from "./say.js";
import { showProblems, summaryOf } from "./summary.js";
import { beijing } from "./times.js";
import { texts } from "./walk.js";

const PAUSE = 150;
// What may be of any report
const FAR = ["commitment", "far-commitment", "document", "record"];

// Builds the form of `desk` into `place`.
export function edit(desk, place) {
  const { site, form } = desk;
  const root = { desk, field: { names: "" }, parent: null, children: () => held.parts, problems: null };
  const held = fieldsOf(root, form.record, form.fields || []);
  const body = form.body ? textOf(desk, root, form.body) : null;
  const slug = form.new && form.new.name.includes("{slug}") && !desk.file ? slugNode(desk, root) : null;
  const nodes = [root, body, slug].filter(Boolean);
  const summary = summaryOf(site.words);
  const files = filesOf(desk, isReady);
  const draft = make("p", { class: "d-desk-draft" });
  const erase = pressed(site.words["draft-erase"], again);
  const fields = make("form", { class: "d-desk-form", novalidate: true }, make("div", { class: "d-desk-kept" }, draft, erase), ...held.elements, body ? body.element : "", slug ? slug.element : "");
  const aside = make("div", { class: "d-desk-aside" }, summary.count, summary.element, files.element);
  place.replaceChildren(make("div", { class: "d-desk-sides" }, fields, aside));
  let timer = 0;
  let isPressing = false;
  let isUntouched = true;

  begin();
  listen();
  refresh();

  function begin() {
    const kept = draftOf(form.id);
    const isSame = kept && kept.report === desk.report && kept.file === desk.file && kept.record === form.record;
    const first = standingValues(desk, desk.texts[desk.file] || "");
    if (isSame) {
      write(kept);
      draft.textContent = say(site.words, "draft-found", { time: kept.saved });
    } else {
      if (Object.keys(first.values).length || first.body) write({ ...first, slug: "" });
      draft.textContent = site.words["draft-kept"];
    }
  }

  function write({ values, body: text, slug: short }) {
    held.write(values);
    if (body) body.write(text || "");
    if (slug) slug.write(short || "");
  }

  function listen() {
    fields.addEventListener("submit", (event) => event.preventDefault());
    fields.addEventListener("input", soon);
    fields.addEventListener("change", soon);
    // What is told at a field moves those below: not between the press and the release of a button
    place.addEventListener("pointerdown", () => { isPressing = true; });
    for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => { if (isPressing) { isPressing = false; later(0); } });
    fields.addEventListener("focusout", leave);
    fields.addEventListener("focusin", come);
  }

  function soon() {
    isUntouched = false;
    later(PAUSE);
  }

  // `data-busy` stands on the form while what is shown is older than what is typed
  function later(pause) {
    fields.dataset.busy = "";
    clearTimeout(timer);
    timer = setTimeout(refresh, pause);
  }

  // Who comes to a field that names something of other reports is offered what they have; who names one, too.
  async function come({ target }) {
    const node = everyNode(root).find(({ focus }) => focus === target);
    if (!node || !FAR.includes(node.field.names) || desk.report) return;
    await desk.more();
    later(0);
  }

  async function ofOthers(values) {
    const isFar = texts(values).some(({ text }) => /^[a-z0-9-]+\/c[0-9]/.test(text) && !text.startsWith(`${desk.report}/`));
    if (!isFar || desk.isWhole) return;
    await desk.more();
    later(0);
  }

  // The files that hold what is corrected are loaded once it is named.
  async function ofCorrected(values) {
    if (form.id !== "correction") return;
    const loaded = await Promise.all(piecesOf(desk, values).filter((name) => !(name in desk.pieces)).map(desk.load));
    if (loaded.length) later(0);
  }

  function leave({ target, relatedTarget }) {
    nodes.flatMap(everyNode).forEach((node) => {
      if (!node.element || !node.element.contains(target) || (relatedTarget && node.element.contains(relatedTarget))) return;
      const isOwn = node.focus === target || !node.children().length || relatedTarget !== null;
      if (isOwn && document.hasFocus()) node.isLeft = true;
    });
    later(0);
  }

  function refresh() {
    if (!fields.isConnected || isPressing) return;
    delete fields.dataset.busy;
    const values = held.read();
    ofOthers(values);
    ofCorrected(values);
    const text = body ? body.read() : "";
    desk.today = beijing().slice(0, 10);
    const offered = slug ? free(desk, values) : "";
    if (slug) slug.offer(offered);
    const short = slug ? slug.read() || offered : "";
    desk.made = compose(desk, values, text, short);
    desk.path = desk.made.path;
    follow();
    desk.found = check(desk, values, body ? body.raw() : "", slug ? short : undefined);
    showProblems(desk, summary, nodes, desk.found, mendBody);
    const message = say(site.words, "message-new", { label: form.label, title: values.title || desk.made.path });
    files.show([desk.made, ...correctedFiles(desk, values)], message, desk.found.every(({ notice }) => notice));
    keep({ values, body: text, slug: slug ? slug.read() : "" });
  }

  function keep(given) {
    if (isUntouched) return;
    const isKept = keepDraft(form.id, { ...given, report: desk.report, file: desk.file, record: form.record, saved: beijing() });
    draft.textContent = site.words[isKept ? "draft-kept" : "draft-closed"];
  }

  // What is named is told under its field, and a value's target decides what of it is asked for.
  function follow() {
    for (const node of everyNode(root)) {
      if (!node.named) continue;
      const value = node.read();
      const told = [].concat(toldOf(desk, node, value)).join("；");
      if (node.named.textContent !== told) node.named.textContent = told;
      if (/target$/.test(node.field.names)) askFor(node, value);
      if (node.field.names === "record") offerFields(desk, node.parent, () => later(0));
    }
  }

  function askFor(node, value) {
    const { target } = targetOf(desk, value, ownerOf(node));
    if (!target) return;
    node.parent.promote(target.asks);
    const unit = node.parent.children().find(({ field }) => field.name === "unit");
    const isOpen = unit && target.unit && target.asks.includes("unit") && !unit.read();
    // Not into a field that somebody is in: it would stand there twice
    if (isOpen && node.filled !== value && unit.focus !== document.activeElement) unit.write(target.unit);
    node.filled = value;
  }

  function mendBody(problem) {
    body.write(mended(body.raw(), problem));
    body.focus.focus();
    soon();
  }

  function isReady() {
    isPressing = false;
    refresh();
    const wrong = desk.found.filter(({ notice }) => !notice).length;
    if (!wrong) return true;
    desk.isAll = true;
    refresh();
    files.tell(say(site.words, "hand-in-stopped", { n: wrong }));
    summary.title.focus();
    return false;
  }

  function again() {
    eraseDraft(form.id);
    desk.isAll = false;
    edit(desk, place);
    place.querySelector(".d-desk-draft").textContent = site.words["draft-erased"];
    place.querySelector("input, select, textarea").focus();
  }
}

// A short name that no file has.
function free(desk, values) {
  const short = slugOf(desk, values);
  if (!short) return "";
  const tries = [short, ...Array.from({ length: 98 }, (_, n) => `${short}-${n + 2}`)];
  return tries.find((one) => !desk.named.includes(filePath(desk, values, one))) || short;
}

function textOf(desk, parent, { label, help, required }) {
  const field = { names: "", label, help, required };
  const node = singleOf({ desk, field, parent, key: "body", children: () => [] }, (attributes) => area({ ...attributes, class: "d-desk-body" }, 8));
  return Object.assign(node, { raw: () => node.focus.value });
}

function slugNode(desk, parent) {
  const { words } = desk.site;
  const field = { names: "", label: words.slug, help: words[desk.form.new.name === "{slug}.md" ? "slug-help-needed" : "slug-help"] };
  const node = singleOf({ desk, field, parent, key: "slug", children: () => [] }, slugControl);
  return Object.assign(node, { offer: (value) => { node.focus.placeholder = value; } });
}

function slugControl(attributes) {
  const element = make("input", { ...attributes, type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  return { element, read: () => element.value.trim(), write: (value) => { element.value = value; } };
}
