import { copy } from "./copy.js";
import { today } from "./day.js";
import { channel } from "./mend.js";
import { told } from "./told.js";

// Copying the address or the citation of a passage: the sentence pointed at, else the paragraph.
export function cite(text) {
  text.addEventListener("toggle", (event) => {
    const box = event.target;
    if (box.matches?.(".d-cite[open]")) open(box, text);
  }, true);

  // Those too that were opened while the scripts were on their way
  text.querySelectorAll(".d-cite[open]").forEach((box) => open(box, text));
  addEventListener("hashchange", () => text.querySelectorAll(".d-cite[open]").forEach(choose));
}

function open(box, text) {
  const panel = box.querySelector(".d-cite__panel");
  if (!panel.querySelector("[data-copy]")) {
    panel.append(document.getElementById("d-cite-tools").content.cloneNode(true));
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("[data-copy]");
      if (button) copy(panel, button.dataset.copy === "link" ? address(box, text) : citation(box, text));
    });
  }
  choose(box);
  box.scrollIntoView({ block: "nearest" });
}

function choose(box) {
  const panel = box.querySelector(".d-cite__panel");
  panel.querySelector("[data-chosen]").textContent = passage(box);
  panel.querySelector("[data-status]").textContent = "";
  panel.querySelector(".d-copied").hidden = true;
  const report = panel.querySelector("[data-report]");
  if (report) report.href = channel(passage(box));
  for (const link of panel.querySelectorAll(":scope > a")) {
    if (link.hash.slice(1) === passage(box)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function passage(box) {
  const paragraph = box.dataset.passage;
  // Ids are ASCII: decoding would only add a way to fail
  const target = location.hash.slice(1);
  return target.startsWith(`${paragraph}.`) && document.getElementById(target) ? target : paragraph;
}

function address(box, text) {
  return `${text.dataset.address || told(location.href)}#${passage(box)}`;
}

// GB/T 7714—2015: ……(发布日期)[引用日期]. 地址.
function citation(box, text) {
  return `${text.dataset.citation}[${today(new Date())}]. ${address(box, text)}.`;
}
