// What the search page has beyond its hits: filters, recent queries, nearest terms, the way by keyboard.
import { replaceAddress } from "../address.js";
import { chips } from "./chips.js";
import { counted } from "./filters.js";
import { narrowed } from "./narrow.js";
import { comeBack, place } from "./place.js";
import { recent } from "./recent.js";
import { tally } from "./tally.js";
import { nearest } from "./words.js";

const PAUSE = 60;
const CHUNK = 40;
// Choices of a filter, the most frequent ones: whoever wants another types it
const CHOICES = 30;

export function extras(view, names) {
  const box = view.page.querySelector("[data-filters]");
  view.dropped = new Set();
  view.filter = async (hits) => (view.left = await narrowed(view, hits, names));
  view.shown = (left, turn) => {
    keepAddress(view);
    rest(view, left, turn);
    filters(view, names);
    chips(view, (name, value) => label(view, name, value));
    tally(view);
    nearest(view);
    explain(view, turn);
    view.page.querySelector("[data-start]").hidden = Boolean(view.query) || view.every.length > 0;
    view.remember();
  };
  box.addEventListener("change", (event) => choose(view, event.target));
  box.addEventListener("toggle", () => box.open && !view.all && view.run());
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
  more.onclick = async () => (await next())?.querySelector("a").focus();
  if (left.length && isAtHand) setTimeout(next);
  const coming = async () => {
    const isMore = left.length > 0;
    await new Promise((done) => setTimeout(done, PAUSE));
    return isMore;
  };
  comeBack(view, turn, isAtHand ? coming : next);
}

// Each filter is a list of what there is, with counts; one that parts nothing is not shown.
function filters(view, names) {
  const box = view.page.querySelector("[data-filters]");
  const hits = view.every.filter((hit) => hit.direct);
  box.hidden = !hits.length;
  if (!view.all) return;
  const counts = counted(hits, view.all, view.chosen, names);
  for (const name of names) {
    const list = box.querySelector(`[name=${name}]`);
    const values = [...counts[name]].sort((a, b) => b[1] - a[1]).slice(0, CHOICES);
    list.closest("label").hidden = values.length < 2 && !view.chosen[name];
    const all = list.options[0];
    list.replaceChildren(all, ...values.map(([value, count]) => option(value, `${label(view, name, value)}（${count}）`)));
    if (view.chosen[name] && !counts[name].has(view.chosen[name])) {
      list.append(option(view.chosen[name], `${label(view, name, view.chosen[name])}（0）`));
    }
    list.value = view.chosen[name];
  }
    box.hidden = !hits.length || [...box.querySelectorAll("label")].every((one) => one.hidden);
}

function option(value, text) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = text;
  return made;
}

function label({ store, outcomes, all }, name, value) {
  if (name === "year") return value;
  if (name === "district") return value;
  if (name === "report") return store.reports.find(([key]) => key === value)?.[2] ?? value;
  if (name === "kind") return store.kinds.find(({ id }) => id === value)?.label ?? value;
  if (name === "topic") return store.topics.find(([id]) => id === value)?.[1] ?? value;
  if (name === "outcome") return outcomes[value]?.slice(0, 2).join(" ") ?? value;
  const one = all.find(({ section, kind }) => section === value && kind === "heading");
  const title = one?.title ?? one?.sectionTitle ?? value;
  // Every report has its （一）: where several are found, the report goes with it
  const report = value.split("/")[0];
  return all.some((other) => other.section && !other.section.startsWith(`${report}/`)) ? `${title} ${report}` : title;
}

function choose(view, list) {
  const address = new URL(location.href);
  if (list.value) address.searchParams.set(list.name, list.value);
  else address.searchParams.delete(list.name);
  history.pushState(null, "", address);
  view.run();
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
