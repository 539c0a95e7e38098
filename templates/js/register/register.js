// The register: promises found, sorted and shown out of an index. What finds is loaded with it, when it is first
// asked for.
import { beside } from "../beside.js";
import { loader } from "../search/loader.js";
import { asked, begin, conditions, keep, read } from "./form.js";

const PAUSE = 120;
const STEP = 20;
// A screen's lines come first, so that a key is answered at once on a slow phone
const SCREEN = 8;
const INDEX = "commitments";
const WORDS = "commitments-words";
const ROWS = "commitments-rows";
const FOUND = "register-found";

const root = document.querySelector("[data-register]");
const form = root.querySelector("form");
const files = loader((name) => root.dataset.index.replace(`${INDEX}.js`, `${name}.js`));
const scripts = loader(beside);
window.disclosure = { data: files.hand, script: scripts.hand };
const view = { turn: 0, list: null, unknown: [] };
// What is downloaded is what is found; before anything is chosen, all
root.chosen = () => view.list && view.list.found.map((row) => view.list.index.ids[row]);
root.takeLines = takeLines;

listen();
follow();
show({ unknown: begin(form), shown: history.state?.shown });
// Open where there is room; elsewhere a reader may have opened it already
if (matchMedia("(min-width: 48em)").matches) form.querySelector("details").open = true;

function listen() {
  let timer = 0;
  const soon = (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => show({ isStep: event.type !== "input" || event.target.nodeName === "SELECT" }), PAUSE);
  };
  // Whoever comes to the form will ask for something
  form.addEventListener("focusin", () => prepare().catch(() => {}));
  form.addEventListener("input", (event) => event.isComposing || soon(event));
  form.addEventListener("compositionend", () => soon({ type: "input", target: form }));
  // A form is empty only after its reset event
  form.addEventListener("reset", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show({ isStep: true });
  });
  addEventListener("popstate", (event) => {
    show({ unknown: read(form), shown: event.state?.shown });
  });
  addEventListener("hashchange", follow);
  document.addEventListener("click", choosing);
  root.querySelector("[data-more] button").addEventListener("click", goOn);
}

// A link to a choice in this register is that choice.
function choosing(event) {
  const link = event.target.closest("a[href*='?']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show({ unknown: read(form) }).then(() => form.scrollIntoView());
}

async function prepare(hasWords) {
  const [data, { opened }, texts] = await Promise.all([files.load(INDEX), scripts.load(FOUND), hasWords && files.load(WORDS)]);
  view.register = view.register || opened(root, data);
  return texts;
}

async function show({ isStep, shown = STEP, unknown = [] }) {
  const turn = ++view.turn;
  const wanted = asked(form);
  keep(wanted, isStep);
  number([...wanted.keys()].filter((name) => name !== "q").length);
  view.unknown = await told(unknown);
  if (turn !== view.turn) return;
  if (wanted.toString() === "") {
    start();
    return;
  }
  try {
    const texts = await prepare(wanted.has("q"));
    if (turn !== view.turn) return;
    present(wanted, texts);
    setTimeout(() => turn === view.turn && grow(shown - SCREEN));
  } catch {
    if (turn === view.turn) say("failed");
  }
}

// Values that no promise has by what they are called, others as they were typed.
async function told(unknown) {
  if (unknown.length) await prepare().catch(() => {});
  return unknown.map((one) => {
    const label = view.register?.index.unused[one.name]?.[one.value];
    return { ...one, words: label ? "unused" : "unknown", value: label ?? one.value };
  });
}

function present(wanted, texts) {
  const { q = "", sort = "", ...facets } = Object.fromEntries(wanted);
  const words = q.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  view.list = view.register.find(Object.entries(facets), words, texts, sort);
  view.list.place.replaceChildren();
  view.register.more(view.list, SCREEN);
  swap(true);
  const isFiltered = [...wanted.keys()].some((name) => name !== "sort");
  const { length } = view.list.found;
  say(isFiltered ? (length ? "some" : "none") : "all", length);
}

function start() {
  view.list = null;
  swap(false);
  say("all");
}

function swap(isChosen) {
  root.querySelector("[data-start]").hidden = isChosen;
  root.querySelector("[data-reset]").hidden = !isChosen;
  root.querySelector("[data-found]").hidden = !isChosen;
  root.querySelector("[data-more]").hidden = !isChosen || view.list.shown === view.list.found.length;
}

function grow(number) {
  const first = view.register.more(view.list, number);
  swap(true);
  return first;
}

function goOn() {
  const first = grow(STEP);
  first.querySelector("a").focus();
  keep(asked(form), false, view.list.shown);
}

// The file's name says what was asked for, and the day.
async function takeLines() {
  const { report, title } = root.dataset;
  const [rows] = await Promise.all([files.load(ROWS), prepare()]);
  const { file, number } = view.register.saveLines(rows, root.chosen(), [title, report, ...conditions(form)]);
  say("saved", number, file);
}

// The words come from data attributes, so that they are translated with the page. What was asked for and is not there
// comes first.
function say(name, found, file) {
  const status = root.querySelector("[data-count]");
  const unknown = view.unknown.map(({ label, value, words }) => status.dataset[words].replace("{label}", () => label).replace("{value}", () => value));
  const number = status.dataset[name].replace("{n}", found).replace("{all}", status.dataset.number).replace("{name}", () => file);
  status.textContent = [...unknown, number].join("");
}

// How many choices there are, where they are folded away.
function number(chosen) {
  const place = form.querySelector("[data-chosen]");
  place.textContent = chosen ? place.dataset.chosen.replace("{n}", chosen) : "";
}

// An address that names a promise whose line is not on this page leads to its own.
async function follow() {
  // Ids are ASCII: decoding would only add a way to fail
  const id = location.hash.slice(1);
  const here = document.getElementById(id);
  if (!id || (here && here.nodeName !== "A")) return;
  await prepare().catch(() => {});
  const address = document.getElementById("d-line").content.querySelector("[data-link]").dataset.address;
  if (view.register && view.register.index.ids.includes(id)) location.replace(address.replace("{id}", id));
}
