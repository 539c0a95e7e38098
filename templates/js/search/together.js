// The search of several sites together, each built and published by itself. Their indexes are asked for as text, never run.
import { begin } from "./begin.js";
import { OtherFormat } from "./checked.js";
import { Unreadable } from "./fetched.js";
import { NotLoaded } from "./insert.js";
import { joinSites, keyOf } from "./joined.js";
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
const head = { more: "more" };
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
  const root = one.address || document.querySelector("[data-module=search]").dataset.root;
  const address = new URL(root, location.href).href;
  const partly = () => tell(one.id, "partly");
  try {
    return await openSite({ ...one, root: address }, address, partly);
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
  know();
  if (!isLate || !view) return;
  store.renew();
  view.run();
}

// What all of them say. A name says nothing only where everything on every site is about it.
function know() {
  const all = store.all();
  const heads = all.map((site) => site.head);
  Object.assign(head, {
    names: heads[0].names.filter((name) => heads.every(({ names }) => names.includes(name))),
    year: Math.max(...heads.map(({ year }) => year)),
    reports: all.flatMap((site) => site.head.reports.map(([key, year, title, district]) => [keyOf(site, key), year, title, site.district || district || site.name])),
    aliases: heads.map(({ aliases }) => aliases).filter(Boolean).join("\n"),
    rarer: heads.some(({ rarer }) => rarer),
    ways: [],
    asks: "",
  });
}

// The files that every search knows by name, of all sites.
async function read(name) {
  const all = store.all();
  if (name === "index") return openAll();
  if (name === "filed") return { labels: {}, parts: [] };
  if (name === "rarer") return (await Promise.all(all.filter((site) => site.head.rarer).map((site) => site.text(name)))).filter(Boolean).join("\n");
  if (name === "characters") return characters(await Promise.all(all.map((site) => site.record(name))));
  if (name === "more") {
    if (await store.grow()) setTimeout(() => view.run());
    return { places: [] };
  }
  const found = await all[0].record(name);
  return Object.assign(Object.create(null), found);
}

function characters(all) {
  const syllables = Object.create(null);
  for (const [name, said] of all.flatMap((one) => Object.entries(one.syllables ?? {}))) {
    if (typeof said === "string") syllables[name] = [...new Set((syllables[name] ?? "") + said)].join("");
  }
  return { syllables, traditional: all.map(({ traditional }) => (typeof traditional === "string" ? traditional : "")).join("") };
}

// What became of a site, said at its name, and at once where it is missed.
function tell(id, said, values = {}) {
  const line = place.querySelector(`[data-site="${id}"]`);
  line.dataset.said = said;
  line.querySelector("[data-state]").textContent = fill(words[said], values);
  const missed = [...place.querySelectorAll("[data-site]")].filter((one) => !["", "there", undefined].includes(one.dataset.said));
  const status = document.querySelector("[data-missed]");
  status.textContent = missed.length ? fill(status.dataset.missed, { list: missed.map((one) => `“${one.dataset.name}”`).join("、") }) : "";
}

const fill = (said, values) => said.replace(/\{(\w+)\}/g, (_, key) => values[key]);

begin(async () => store, { read, filters: OFFERED, opened: (made) => (view = made) });
