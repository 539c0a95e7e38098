// What the search page has beyond its hits: filters, recent queries, nearest terms, the way by keyboard.
import { replaceAddress } from "../address.js";
import { comeBack, place } from "./place.js";
import { recent } from "./recent.js";
import { tally } from "./tally.js";
import { nearest } from "./words.js";

const PAUSE = 60;
const CHUNK = 40;

export function extras(view, names) {
  const box = view.page.querySelector("[data-filters]");
  view.dropped = new Set();
  view.filter = async (found) => {
    Object.assign(view, { every: found.hits, chosen: {}, unknown: [] });
    if (box.open || view.isNarrowed(names) || (await view.isStructured(view))) await narrowing(view, box);
    if (view.narrowing) await view.narrowing.narrow(view, found, names);
    view.left = found.hits;
  };
  view.shown = (left, turn) => {
    keepAddress(view);
    rest(view, left, turn);
    box.hidden = !view.every.some((hit) => hit.direct) && !box.open;
    if (view.narrowing) view.narrowing.present(view, names);
    tally(view);
    nearest(view);
    explain(view, turn);
    view.page.querySelector("[data-start]").hidden = Boolean(view.query) || view.every.length > 0;
    view.remember();
  };
  box.addEventListener("toggle", () => box.open && !(view.filed && view.all) && view.run());
  listen(view);
  recent(view);
  place(view);
  keyboard(view);
}

// Why there is nothing, where more than the words themselves may be why; and that not all of a text was looked for.
async function explain(view, turn) {
  const { page, query, isCut, chosen } = view;
  const isMarked = /[“”"「」『』‘’]|(?:^|\s)[-−–]\S/.test(query);
  const isEmpty = !view.left.some(({ direct }) => direct) && (isMarked || Object.values(chosen).some(Boolean));
  const module = isCut || isEmpty ? await view.load("search-why").catch(() => {}) : undefined;
  if (turn !== view.turn) return;
  if (module) await module.why(view, turn);
  else page.querySelector("[data-why]").replaceChildren();
}

// What only filters need is loaded for who has one.
async function narrowing(view, box) {
  try {
    view.narrowing = view.narrowing ?? (await view.load("search-narrow"));
    box.onchange = (event) => view.narrowing.choose(view, event.target);
  } catch {
    view.isPartial = true;
  }
}

// Follows the typing, but not what an input method has not yet committed.
function listen({ box, run }) {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  };
  box.addEventListener("input", (event) => event.isComposing || soon());
  box.addEventListener("compositionend", soon);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  addEventListener("popstate", () => {
    box.value = new URL(location.href).searchParams.get("q") ?? "";
    run();
  });
}

function keepAddress({ query }) {
  const address = new URL(location.href);
  // All years were asked for of the query that stood there (tiers.js)
  if (query !== (address.searchParams.get("q") ?? "").trim()) address.searchParams.delete("years");
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  replaceAddress(address);
}

// The rest follows by and by where it is at hand; on a large site, where each costs a request, it is asked for.
function rest(view, left, turn) {
  const more = view.page.querySelector("[data-more]");
  const isAtHand = Boolean(view.store.add);
  const next = async () => {
    const made = await view.elements(view, left.splice(0, CHUNK));
    if (turn !== view.turn) return undefined;
    view.page.querySelector("[data-results]").append(...made);
    if (left.length && isAtHand) setTimeout(next);
    more.hidden = isAtHand || !left.length;
    return made[0];
  };
  more.hidden = isAtHand || !left.length;
  more.onclick = async () => {
    const first = await next();
    // Unless the reader has gone on
    if (first && [more, document.body].includes(document.activeElement)) first.querySelector("a").focus();
  };
  if (left.length && isAtHand) setTimeout(next);
  const coming = async () => {
    const isMore = left.length > 0;
    await new Promise((done) => setTimeout(done, PAUSE));
    return isMore;
  };
  comeBack(view, turn, isAtHand ? coming : next);
}

// Down from the box to the hits and among them, up again, Escape back to the box.
function keyboard({ page, box }) {
  page.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...page.querySelectorAll("[data-hit] [data-link]")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && at >= 0) box.focus();
    if (!step || event.isComposing || (at < 0 && document.activeElement !== box)) return;
    const next = at + step < 0 ? box : links[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
