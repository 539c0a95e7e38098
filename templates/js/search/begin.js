// Search in the page: the first hits for ?q=, as soon as script and index are there; extras.js brings all the rest,
// where nothing is asked yet only for who is about to. search.js begins it on a small site, large.js on a large one.
import { beside } from "../beside.js";
import { NOTHING, ask } from "./ask.js";
import { brief } from "./brief.js";
import { fill } from "./fill.js";
import { element } from "./hits.js";
import { NotLoaded, insert } from "./insert.js";
import { kept } from "./kept.js";
import { loader } from "./loader.js";
import { LONGEST } from "./query.js";
import { better } from "./rank.js";
import { open } from "./store.js";
import { waysFor } from "./ways.js";

const FIRST = 10;
const RESEMBLING = 0.15;
const FILTERS = ["district", "year", "report", "kind", "section", "topic", "department", "outcome", "reported", "evidenced", "schedule"];
const PATIENCE = 2000;
const root = document.documentElement;

const scripts = loader(beside);
const page = document.querySelector('[data-module="search"]');
const data = loader((name) => page.dataset.root + page.dataset.index.replace("index.js", `${name}.js`));
window.disclosure = { script: scripts.hand, data: data.hand };

// `openIndex` makes a store of the index's first file, `read` gives the index's files by name. This page's answer goes before
// everything that every page can do, as long as it does not keep that waiting.
export function begin(openIndex, { read = data.load, filters = FILTERS, opened = () => {} } = {}) {
  const answered = Promise.race([search(openIndex, { read, filters, opened }), new Promise((done) => setTimeout(done, PATIENCE))]);
  answered.then(() => insert(beside("search-around"))).catch(() => delete root.dataset.script);
}

async function search(openIndex, { read, filters, opened }) {
  const box = page.querySelector("input[type=search]");
  const view = { page, box, elements, answer: NOTHING, turn: 0, run: () => run(view), isNarrowed, isStructured, load: scripts.load };
  // On a site with older years the newest are asked, or all (tiers.js)
  view.ask = (text, isAll) => ask(view.store.within?.(text, isAll) ?? view.store, text, view.store.repair);
  // What is pasted here goes into no address as it is
  box.removeAttribute("maxlength");
  // Somebody may be typing already
  box.value = box.value || given().get("q") || "";
  box.addEventListener("compositionupdate", () => (view.composing = true));
  box.addEventListener("compositionend", () => (view.composing = false));
  box.addEventListener("input", (event) => (view.composing = Boolean(event.isComposing)));
  // An address may ask for any word, and `constructor` is in every object that is like others
  view.outcomes = Object.assign(Object.create(null), JSON.parse(page.dataset.outcomes));
  try {
    view.store = await open(openIndex, read, scripts.load);
  } catch {
    fail(view);
    return;
  }
  opened(view);
  // A page opened with a filter has no first hits before it knows what to leave out
  const isFiltered = isNarrowed(filters) || (await isStructured(view));
  if (!isFiltered) await run(view);
  const all = isFiltered || box.value || kept().length ? later(view, filters) : begun(box).then(() => later(view, filters));
  if (isFiltered) await all;
}

function given() {
  return new URL(location.href).searchParams;
}

function isNarrowed(names) {
  return ["status", ...names].some((name) => given().get(name));
}

// Whether the query may name a report or a status.
async function isStructured({ box: { value }, store }) {
  if (store.reports.some(([, year, , district]) => value.includes(year) || (district && value.includes(district.slice(0, 2))))) return true;
  const answers = await store.answering(value).catch(() => {});
  return answers?.statuses.values.some(([, , , , words]) => words.split(" ").some((word) => value.includes(word)));
}

// Somebody is about to type, or has.
function begun(box) {
  if (document.activeElement === box) return Promise.resolve();
  return new Promise((done) => ["focus", "input"].forEach((name) => box.addEventListener(name, done, { once: true })));
}

// What the first hits can do without: following the typing, narratives, filters, the rest of a long list.
async function later(view, filters) {
  const loading = orPartial(view, scripts.load("search-extras"));
  if (view.store.add) await orPartial(view, complete(view));
  const module = await loading;
  if (module) module.extras(view, filters);
  await run(view);
  if (!view.store.add) {
    await orPartial(view, complete(view));
    lead(view);
  }
  // For who looks from outside: nothing is to come
  view.page.dataset.complete = "";
}

async function complete(view) {
  await view.store.more();
  // What is at hand costs nothing; else it is read for whoever filters
  if (view.store.add) view.all = await view.store.facets();
}

// What could not be loaded is done without, and that is said.
function orPartial(view, loading) {
  return loading.catch((error) => {
    if (!(error instanceof NotLoaded)) throw error;
    view.isPartial = true;
  });
}

async function run(view) {
  // What an input method has not yet committed is no query, also where it was begun while the index was loading
  if (view.composing) return;
  const turn = ++view.turn;
  performance.mark("search-began");
  try {
    await answer(view, turn);
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error;
    // The next query asks again for the part of the index that it lacked
    if (turn === view.turn && !(await view.store.giveUp?.(view))) fail(view);
  }
}

async function answer(view, turn) {
  const asked = view.box.value.trim();
  // As much of it as the address can hold
  const isCut = [...asked].length > LONGEST;
  const query = isCut ? await view.store.shorten(asked) : asked;
  const [found, answers] = query ? await Promise.all([view.ask(query), lines(view, query)]) : [{ ...NOTHING }, []];
  // Typing went on while a part of the index was loaded: what is filtered and counted is no more this
  if (turn !== view.turn) return;
  if (view.filter) await view.filter(found);
  if (turn !== view.turn) return;
  Object.assign(view, { query, isCut, answer: found, answers });
  await show(view, turn);
}

// Without them there are the hits.
const lines = ({ store, page }, query) => store.answers(query, page).catch(() => []);

function fail(view) {
  view.page.querySelector("[data-results]").replaceChildren();
  view.page.querySelector("[data-apart]").hidden = true;
  say(view, "failed");
}

// Direct hits in their list; what only resembles the query, if the first page has room for it, kept apart and said so. Where
// each hit may be another file, the first ones do not wait for the rest of their page.
async function show(view, turn) {
  const { page, query, answer } = view;
  const direct = answer.hits.filter((hit) => hit.direct);
  const near = resembling(answer.hits, direct.length);
  const [now, then] = atOnce(view.store, direct.slice(0, FIRST), near);
  const first = await Promise.all(now.map((hits) => elements(view, hits)));
  if (turn !== view.turn) return;
  const lists = ["[data-results]", "[data-apart] ol"].map((one) => page.querySelector(one));
  // The same hits again, when more of the page has come: those that follow stay while they are read
  const hits = [direct.slice(0, FIRST), near].flat().map(({ n }) => n).join();
  const isAgain = hits === view.hits;
  view.hits = hits;
  put(page.querySelector("[data-answers]"), view.answers);
  lead(view);
  lists.forEach((list, n) => put(list, first[n], isAgain));
  page.querySelector("[data-apart]").hidden = !near.length;
  page.querySelector("[data-empty]").hidden = !query || direct.length > 0;
  performance.measure("search", "search-began");
  performance.clearMarks("search-began");
  say(view, query ? outcome(view, direct.length, near.length) : direct.length ? "listed" : "", direct.length);
  const rest = await Promise.all(then.map((hits, n) => elements(view, hits, now[n][now[n].length - 1])));
  if (turn !== view.turn) return;
  lists.forEach((list, n) => put(list, [...first[n], ...rest[n]]));
  // What anyone needs who measures the page from outside; a long list goes on after this
  page.dataset.answered = query;
  view.shown?.(direct.slice(FIRST), turn);
}

// What is the same stays where it is: a reader's focus or finger may be on it.
function put(list, made, isMore) {
  made.forEach((one, n) => {
    const old = list.children[n];
    if (!old) list.append(one);
    else if (old !== one && !old.isEqualNode(one)) old.replaceWith(one);
  });
  while (!isMore && list.children.length > made.length) list.lastElementChild.remove();
}

// The hits of both lists that are shown first, and those that follow.
function atOnce(store, ...lists) {
  let room = store.atOnce;
  const now = lists.map((hits) => {
    const some = hits.slice(0, room);
    room -= some.length;
    return some;
  });
  return [now, lists.map((hits, n) => hits.slice(now[n].length))];
}

function resembling(hits, direct) {
  if (direct >= FIRST) return [];
  const rest = hits.filter((hit) => !hit.direct && (!direct || hit.coverage >= RESEMBLING));
  return rest.sort(better).slice(0, FIRST - direct);
}

// Questions with an answer, and pages of what was named, before all hits.
function lead({ page, query = "", store }) {
  const found = query ? waysFor(query, store) : [];
  const box = page.querySelector("[data-ways]");
  const items = found.map(({ address, title }) => {
    const link = document.createElement("a");
    link.href = page.dataset.root + address;
    link.textContent = title;
    return link;
  });
  put(box.querySelector("ul"), [box.dataset.label, ...items].map(inItem));
  box.hidden = !items.length;
}

// Hits as they are shown, the first of them under `before`.
async function elements(view, hits, before) {
  const { group, documents } = view.store;
  const found = await documents(hits.map(({ n }) => n));
  const whole = view.answer.hits[0]?.whole;
  return found.map((one, i) => {
    const made = element(view, hits[i].narrow ? hits[i].narrow(one) : one, view.answer.terms, whole && !hits[i].whole);
    if (view.narrowing) view.narrowing.file(view, made, hits[i].n);
    const last = i ? hits[i - 1] : before;
    if (last && group(last.n) === group(one.n)) made.classList.add("d-hit--same");
    return made;
  });
}

function inItem(content) {
  const item = document.createElement("li");
  item.append(content);
  return item;
}

// A word that stands nowhere is said before what was found for the others, unless it is answered.
function outcome({ answer, answers }, direct, near) {
  if (answer.absent.length && !answers.length) return direct ? "besides" : "absent";
  return direct ? "found" : near ? "near" : "none";
}

// The words come from data attributes, so that they are translated with the page.
function say(view, name, count = 0) {
  const { page, query, answer } = view;
  const status = page.querySelector("[data-count]");
  const absent = answer.absent.map((word) => `“${brief(word)}”`).join("、");
  const values = { n: count, q: brief(query ?? ""), w: answer.repaired.slice(0, 3).join("、"), a: absent };
  const repaired = values.w && count ? status.dataset.repaired : "";
  const partial = name && view.isPartial ? status.dataset.partial : "";
  const years = view.store?.tellYears?.(view, name) ?? "";
  const words = (status.dataset[name] ?? "") + repaired + years + partial;
  // What the style sheet shows by: that nothing is said yet, or that nothing can be
  page.dataset.said = name;
  status.textContent = fill(words, values);
}
