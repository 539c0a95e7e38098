// The search of several sites together, each built and published by itself. Their indexes are asked for as text, never run.
import { begin } from "./begin.js";
import { OtherFormat } from "./checked.js";
import { Unreadable } from "./fetched.js";
import { fill } from "./fill.js";
import { NotLoaded } from "./insert.js";
import { joinSites } from "./joined.js";
import { know, readTogether } from "./several.js";
import { openSite } from "./site.js";

// Milliseconds that the first hits wait for the last site
const FIRST_WAIT = 2500;
const OFFERED = ["site", "district", "year", "kind"];
const SHOWN_VERSION = 4;

const place = document.querySelector("[data-sites]");
const { dataset: words } = place;
const listed = JSON.parse(words.sites);
const store = joinSites({ year: words.year, between: words.between, lost: words.lost });
// What is known of all sites together, as the first file of one says it
const head = {};
let view;

function openAll() {
  let isLate = false;
  const coming = listed.map((one, id) => openAt({ ...one, id }).then((site) => welcome(site, isLate)));
  const settled = Promise.all(coming.map((one) => one.catch(() => {})));
  const some = Promise.race([settled, new Promise((done) => setTimeout(done, FIRST_WAIT))]);
  return some.then(async () => {
    if (!store.all().length) await firstOf(coming);
    isLate = true;
    return head;
  });
}

// The first of several that comes; a failure where none does.
function firstOf(coming) {
  return new Promise((done, fail) => {
    let left = coming.length;
    coming.forEach((one) => one.then(done, () => (left -= 1) || fail(new NotLoaded("index"))));
  });
}

async function openAt(one) {
  // One without an address is this site
  const root = new URL(one.address || document.querySelector("[data-module=search]").dataset.root, location.href).href;
  const partly = () => tell(one.id, "partly");
  try {
    return await openSite({ ...one, root }, partly);
  } catch (error) {
    if (error instanceof OtherFormat) tell(one.id, "other", { version: String(error.message).slice(0, SHOWN_VERSION) || "?" });
    else tell(one.id, error instanceof NotLoaded ? "silent" : "wrong");
    if (!(error instanceof NotLoaded || error instanceof Unreadable || error instanceof OtherFormat)) throw new Unreadable(String(error));
    throw error;
  }
}

async function welcome(site, isLate) {
  store.join(site);
  tell(site.id, "there", { reports: site.head.reports.length });
  know(head, store);
  if (!isLate || !view) return;
  store.renew();
  again();
}

// What was known of all documents is known of some.
function again() {
  Object.assign(view, { all: undefined, outline: undefined, told: undefined });
  view.run();
}

const read = (name) => (name === "index" ? openAll() : readTogether(name, store, () => setTimeout(again)));

// What became of a site, said at its name, and at once where it is missed.
function tell(id, said, values = {}) {
  const line = place.querySelector(`[data-site="${id}"]`);
  line.dataset.said = said;
  line.querySelector("[data-state]").textContent = fill(words[said], values);
  const missed = [...place.querySelectorAll("[data-site]")].filter((one) => one.dataset.said && one.dataset.said !== "there");
  const status = document.querySelector("[data-missed]");
  status.textContent = missed.length ? fill(status.dataset.missed, { list: missed.map((one) => `“${one.dataset.name}”`).join("、") }) : "";
}

begin(async () => store, { read, filters: OFFERED, opened: (made) => (view = made) });
