// Binds each element's `data-module` to the module of that name, which is loaded only where it is used.
// The modules carry this file's version query on, so that a cached one is never mixed with a newer one.
const version = new URL(import.meta.url).search;
const load = (name) => import(`./${name}.js${version}`);

const root = document.documentElement;
root.dataset.script = "";

// The reader's display settings go on first, before the page is complete, so that it does not jump.
try {
  const kept = JSON.parse(localStorage.getItem("disclosure-display")) ?? {};
  for (const name of ["size", "theme", "simple"]) {
    if (kept[name]) root.dataset[name] = kept[name];
  }
} catch {
  // Storage is closed to us: the defaults stand
}

if (document.readyState === "loading") {
  await new Promise((ready) => document.addEventListener("DOMContentLoaded", ready, { once: true }));
}

const bind = async (element) => (await load(element.dataset.module)).default(element, load);

// Where a page is there to answer, its answer goes before everything else that a page can do
const first = document.querySelector("[data-first]");
const patience = new Promise((done) => setTimeout(done, 2000));
if (first) await Promise.race([bind(first), patience]);
for (const element of document.querySelectorAll("[data-module]:not([data-first])")) bind(element);

// A hit of the search leads here with the words it was found by
if (new URL(location.href).searchParams.has("mark")) load("mark").then((module) => module.default());

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector('[data-shortcut="/"]');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
