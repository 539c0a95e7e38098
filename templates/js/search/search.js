// Search in the page: the first hits for ?q=, as soon as script and index are there; extras.js brings all the rest.
import { ask } from "./ask.js";
import { element } from "./hits.js";
import { LONGEST } from "./query.js";
import { open } from "./store.js";

const FIRST = 10;
const RESEMBLING = 0.15;
const FILTERS = ["kind", "section", "topic", "status"];
const NOTHING = { hits: [], terms: [], repaired: [] };

export default async function search(page, load) {
  const box = page.querySelector("input[type=search]");
  const view = { page, box, load, elements, answer: NOTHING, turn: 0, run: () => run(view) };
  const asked = new URL(location.href).searchParams;
  box.value = asked.get("q") ?? box.value;
  box.addEventListener("compositionupdate", () => (view.composing = true));
  box.addEventListener("compositionend", () => (view.composing = false));
  view.statuses = JSON.parse(page.dataset.statuses);
  try {
    view.store = await open(page.dataset.index, (address) => readJson(page.dataset.root + address), load);
  } catch {
    say(view, "failed");
    return;
  }
  // A page opened with a filter has no first hits before it knows what to leave out
  const isFiltered = FILTERS.some((name) => asked.has(name));
  if (!isFiltered) await run(view);
  const all = later(view);
  if (isFiltered) await all;
}

async function readJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

// What the first hits can do without: following the typing, narratives, filters, the rest of a long list.
async function later(view) {
  const extras = view.load("search-extras");
  try {
    await view.store.more();
    view.all = await view.store.facets();
  } finally {
    (await extras).default(view, FILTERS);
    await run(view);
  }
}

async function run(view) {
  // What an input method has not yet committed is no query, also where it was begun while the index was loading
  if (view.composing) return;
  const turn = ++view.turn;
  const start = performance.now();
  const query = [...view.box.value.trim()].slice(0, LONGEST).join("");
  const answer = query ? await ask(view.store, query, view.store.repair) : { ...NOTHING };
  if (view.filter) answer.hits = view.filter(answer.hits);
  // Typing went on while a part of the index was loaded
  if (turn !== view.turn) return;
  Object.assign(view, { query, answer });
  await show(view, turn, start);
}

// Direct hits in their list; what only resembles the query, if the first page has room for it, kept apart and said so.
async function show(view, turn, start) {
  const { page, query, answer } = view;
  const direct = answer.hits.filter((hit) => hit.direct);
  const rest = answer.hits.filter((hit) => !hit.direct && (!direct.length || hit.coverage >= RESEMBLING));
  const near = rest.slice(0, Math.max(0, FIRST - direct.length));
  const shown = await Promise.all([direct.slice(0, FIRST), near].map((hits) => elements(view, hits)));
  if (turn !== view.turn) return;
  page.querySelector("[data-results]").replaceChildren(...shown[0]);
  page.querySelector("[data-apart] ol").replaceChildren(...shown[1]);
  page.querySelector("[data-apart]").hidden = !near.length;
  page.querySelector("[data-empty]").hidden = !query || direct.length > 0;
  // What anyone needs who measures the page from outside; a long list goes on after this
  page.dataset.answered = query;
  performance.measure("search", { start });
  say(view, query ? (direct.length ? "found" : near.length ? "near" : "none") : "", direct.length);
  view.shown?.(direct.slice(FIRST), turn);
}

async function elements(view, hits) {
  const documents = await view.store.documents(hits.map(({ n }) => n));
  const whole = view.answer.hits[0]?.whole;
  return documents.map((one, n) => {
    const made = element(view, one, view.answer.terms, whole && !hits[n].whole);
    if (n && one.passage && one.group === documents[n - 1].group) made.classList.add("d-hit--same");
    return made;
  });
}

// The words come from data attributes, so that they are translated with the page.
function say({ page, query, answer }, name, count = 0) {
  const status = page.querySelector("[data-count]");
  const values = { n: count, q: query, w: answer.repaired.slice(0, 3).join("、") };
  const words = (status.dataset[name] ?? "") + (values.w && count ? status.dataset.repaired : "");
  status.textContent = words.replace(/\{(\w)\}/g, (_, key) => values[key]);
}
