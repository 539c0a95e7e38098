// Filters and sorts a list that is complete without it. The form's names are the address's: ?section=…&topic=…&q=…&sort=…
import { replaceAddress } from "./address.js";

const PAUSE = 120;

export function filter(root) {
  const form = root.querySelector("form");
  const view = {
    root,
    form,
    sorted: root.querySelector("[data-sorted]"),
    groups: [...root.querySelectorAll("[data-group]")],
    lines: [...root.querySelectorAll("[data-tokens]")].map(line),
  };
  read(view);
  listen(view);
  show(view);
  // Open where there is room, and where a filter is on
  form.querySelector("details").open = matchMedia("(min-width: 48em)").matches || !!location.search;
}

function line(element, n) {
  const tokens = new Set(element.dataset.tokens.split(" "));
  return { element, n, tokens, home: element.parentElement, words: fold(element.textContent) };
}

// Full-width and capital letters are written as one likes.
function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}

function listen(view) {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(view), PAUSE);
  };
  view.form.addEventListener("input", (event) => event.isComposing || soon());
  view.form.addEventListener("compositionend", soon);
  // A form is empty only after its reset event
  view.form.addEventListener("reset", soon);
  view.form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(view);
  });
  addEventListener("popstate", () => {
    read(view);
    show(view);
  });
}

// What the address asks for goes into the form; a value that it does not know is as none.
function read({ form }) {
  form.reset();
  for (const [name, value] of new URL(location.href).searchParams) {
    const field = form.elements[name];
    if (field?.name !== name) continue;
    field.value = value;
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  }
}

function asked({ form }) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
}

function show(view) {
  const wanted = asked(view);
  const { q = "", sort = "", ...facets } = Object.fromEntries(wanted);
  const words = fold(q).split(/\s+/).filter(Boolean);
  const tokens = Object.entries(facets).map(([name, value]) => `${name}=${value}`);
  let found = 0;
  for (const one of view.lines) {
    const fits = tokens.every((token) => one.tokens.has(token)) && words.every((word) => one.words.includes(word));
    one.element.hidden = !fits;
    found += fits;
  }
  arrange(view, sort);
  for (const group of view.groups) group.hidden = !!sort || !group.querySelector("[data-tokens]:not([hidden])");
  say(view, found, wanted);
}

// Sorted lines stand in a list of their own; in the report's order each stands in its section.
function arrange(view, sort) {
  if (sort === view.arranged) return;
  view.arranged = sort;
  const rank = ranks(view, sort);
  const lines = [...view.lines].sort((a, b) => (sort ? compare(rank(a), rank(b)) : 0) || a.n - b.n);
  for (const one of lines) (sort ? view.sorted : one.home).append(one.element);
  view.sorted.hidden = !sort;
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

// By a date that the line carries, or in the order in which a facet's values are offered.
function ranks({ form }, sort) {
  const field = form.elements[sort];
  if (!field?.options) return (one) => one.element.dataset[sort] ?? "";
  const order = [...field.options].map((option) => `${sort}=${option.value}`);
  return (one) => order.findIndex((token) => one.tokens.has(token));
}

// The words come from data attributes, so that they are translated with the page.
function say({ root, lines }, found, wanted) {
  const status = root.querySelector("[data-count]");
  const filtered = [...wanted.keys()].some((name) => name !== "sort");
  const words = filtered ? (found ? status.dataset.some : status.dataset.none) : status.dataset.all;
  status.textContent = words.replace("{n}", found).replace("{all}", lines.length);
  const address = new URL(location.href);
  address.search = wanted;
  replaceAddress(address);
}
