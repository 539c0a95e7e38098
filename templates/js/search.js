// Search in the page: reads the index once, follows the typing, keeps ?q= in the address. All text enters as text nodes.
const PAUSE = 80;
const FIRST = 30;
// Servers refuse addresses much longer than this, and ?q= holds the query
const LONGEST = 200;

export default async function search(page, load) {
  const box = page.querySelector("input[type=search]");
  const view = { page, box, hits: [], shown: FIRST, query: "" };
  box.value = new URL(location.href).searchParams.get("q") ?? box.value;
  try {
    const [rank, excerpt, answer] = await Promise.all([load("rank"), load("excerpt"), fetch(page.dataset.index)]);
    if (!answer.ok) throw new Error(answer.statusText);
    view.rank = rank;
    view.excerpt = excerpt;
    view.index = rank.build((await answer.json()).documents);
  } catch {
    say(view, "failed");
    return;
  }
  listen(view);
  run(view);
}

function listen(view) {
  const { page, box } = view;
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => run(view), PAUSE);
  };
  box.addEventListener("input", (event) => event.isComposing || soon());
  box.addEventListener("compositionend", soon);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(view);
  });
  page.querySelector("[data-more]").addEventListener("click", () => {
    const from = view.shown;
    view.shown = Infinity;
    show(view);
    page.querySelectorAll("[data-link]")[from]?.focus();
  });
  addEventListener("popstate", () => {
    box.value = new URL(location.href).searchParams.get("q") ?? "";
    run(view);
  });
}

function run(view) {
  view.query = [...view.box.value.trim()].slice(0, LONGEST).join("");
  view.shown = FIRST;
  view.hits = view.query ? view.rank.search(view.index, view.query) : [];
  const address = new URL(location.href);
  if (view.query) address.searchParams.set("q", view.query);
  else address.searchParams.delete("q");
  if (address.href !== location.href) history.replaceState(null, "", address);
  show(view);
}

function show(view) {
  const { page, hits, query, rank } = view;
  const asked = rank.words(query);
  const pairs = asked.flatMap(rank.tokens).filter((token) => [...token].length > 1);
  page.querySelector("[data-results]").replaceChildren(
    ...hits.slice(0, view.shown).map((hit) => element(view, hit, asked, pairs)),
  );
  page.querySelector("[data-more]").hidden = hits.length <= view.shown;
  page.querySelector("[data-empty]").hidden = !query || hits.length > 0;
  say(view, query ? (hits.length ? "found" : "none") : "");
}

// The words come from data attributes, so that they are translated with the page.
function say({ page, hits, query }, name) {
  const status = page.querySelector("[data-count]");
  const words = status.dataset[name] ?? "";
  status.textContent = words.replace(/\{([nq])\}/g, (_, key) => (key === "n" ? hits.length : query));
}

function element(view, { document, exact }, asked, pairs) {
  const hit = window.document.getElementById("d-hit").content.firstElementChild.cloneNode(true);
  const part = (name) => hit.querySelector(`[data-${name}]`);
  hit.dataset.hit = document.address;
  // Only worth saying where other hits do hold all that was asked for
  part("partly").hidden = exact || !view.hits[0].exact;
  part("label").textContent = document.label;
  part("link").href = view.page.dataset.root + document.address;
  mark(view, part("link"), document.title, asked, pairs, false);
  part("place").textContent = document.place;
  part("text").hidden = document.text === document.title;
  const [start, end] = mark(view, part("text"), document.text, asked, pairs, true);
  if (document.passage) hit.dataset.passage = `${document.passage}:${start}:${end}`;
  return hit;
}

function mark({ rank, excerpt }, place, text, asked, pairs, cut) {
  const characters = [...text];
  const spans = excerpt.matches(rank.fold(text), asked, pairs);
  const [start, end] = cut ? excerpt.frame(characters, spans) : [0, characters.length];
  const words = (from, to) => characters.slice(Math.max(from, start), Math.min(to, end)).join("");
  let last = start;
  if (start) place.append("…");
  for (const [from, to] of spans.filter((span) => span[1] > start && span[0] < end)) {
    const marked = window.document.createElement("mark");
    marked.textContent = words(from, to);
    place.append(words(last, from), marked);
    last = to;
  }
  place.append(words(last, end));
  if (end < characters.length) place.append("…");
  return [start, end];
}
