// Older links to a result lead to where it stands in full.
const lines = document.querySelector("[data-lines]");
const go = lines ? follow : ask;

addEventListener("hashchange", go);
go();

// From its line in the overview, or, where that has no room for it, from the link to the page that has it.
function follow() {
  const id = location.hash.slice(1);
  const way = id && wayTo(id);
  if (way) location.replace(`${way.href.split("#")[0]}${location.search}#${id}`);
}

function wayTo(id) {
  const line = [...lines.querySelectorAll("li")].find((one) => one.id === id);
  if (line) return line.querySelector("a");
  return [...lines.querySelectorAll("[data-ids]")].find(({ dataset }) => dataset.ids.split(" ").includes(id));
}

// A section that grew has it on another page, which the overview knows. Asked once: that may be an older copy.
function ask() {
  const here = new URL(location.href);
  const id = here.hash.slice(1);
  if (!/^r\d+$/.test(id) || document.getElementById(id) || here.searchParams.has("moved")) return;
  here.searchParams.set("moved", "");
  location.replace(`${document.querySelector("[data-overview]").dataset.overview}${here.search}#${id}`);
}
