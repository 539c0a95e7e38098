// What is still wrong: at each field, and in one list that leads to the fields.
import { make, pressed } from "./dom.js";
import { everyNode, pathOf } from "./nodes.js";
import { say } from "./say.js";

export function summaryOf(words) {
  const count = make("p", { class: "d-desk-count", role: "status" });
  const title = make("h2", { class: "d-desk-title", tabindex: "-1" }, words["summary-title"]);
  const list = make("ul", { class: "d-desk-list" });
  const element = make("section", { class: "d-desk-summary", hidden: true }, title, list);
  return { count, element, title, list };
}

// Shows the problems of the fields that were left, or of all; `mend` is called with what a press mends.
export function showProblems(desk, summary, nodes, found, mend) {
  const { words } = desk.site;
  const every = nodes.flatMap(everyNode);
  const shown = [];
  const taken = new Set();
  for (const node of every) {
    const path = pathOf(node).join(".");
    const own = found.filter((one) => one.path.join(".") === path);
    own.forEach((one) => taken.add(one));
    const visible = own.filter(() => desk.isAll || node.isLeft);
    mark(words, node, visible, mend);
    shown.push(...visible.map((one) => ({ one, node })));
  }
  // What is said of a part that is not open stands at the nearest one that is
  if (desk.isAll) found.filter((one) => !taken.has(one)).forEach((one) => shown.push({ one, node: nearest(every, one.path) }));
  listProblems(words, summary, shown);
  countProblems(words, summary, found);
  return shown;
}

function nearest(every, path) {
  for (let n = path.length; n >= 0; n -= 1) {
    const wanted = path.slice(0, n).join(".");
    const node = every.find((one) => pathOf(one).join(".") === wanted);
    if (node) return node;
  }
  return every[0];
}

function mark(words, node, problems, mend) {
  if (!node.problems) return;
  const key = JSON.stringify(problems);
  if (node.problems.dataset.key === key) return;
  node.problems.dataset.key = key;
  node.problems.hidden = !problems.length;
  node.problems.replaceChildren(...problems.map((one) => problemLine(words, node, one, mend)));
  if (node.focus && node.focus.matches("input, select, textarea")) {
    const isWrong = problems.some(({ notice }) => !notice);
    if (isWrong) node.focus.setAttribute("aria-invalid", "true");
    else node.focus.removeAttribute("aria-invalid");
  }
}

function text(words, { message, hint, notice }) {
  const whole = hint ? say(words, "hinted", { message, hint }) : message;
  return say(words, notice ? "notice" : "problem", { message: whole });
}

// As if it had been typed.
function retype({ write, focus }, value) {
  write(value);
  focus.focus();
  focus.dispatchEvent(new Event("input", { bubbles: true }));
}

function problemLine(words, node, problem, mend) {
  const { meant, notice, path, near = [] } = problem;
  const told = meant !== undefined && meant.startsWith("\n") ? words["blank-above"] : say(words, "rewrite", { meant });
  const change = meant !== undefined && path[0] === "body" ? pressed(told, () => mend(problem), { class: "d-button d-desk-mend" }) : "";
  const instead = near.map((name) => pressed(say(words, "department-near", { name }), () => retype(node, name), { class: "d-button d-desk-mend" }));
  return make("li", { class: notice ? "d-desk-asks" : "d-desk-wrong" }, text(words, problem), change, ...instead);
}

function listProblems(words, summary, shown) {
  summary.element.hidden = !shown.length;
  const isWrong = shown.some(({ one }) => !one.notice);
  summary.title.textContent = words[isWrong ? "summary-title" : "summary-asks"];
  const links = shown.map(({ one, node }) => {
    const link = pressed(text(words, one), () => reveal(node), { class: "d-desk-link" });
    return make("li", { class: one.notice ? "d-desk-asks" : "d-desk-wrong" }, link);
  });
  summary.list.replaceChildren(...links);
}

function reveal(node) {
  for (let above = node.element; above; above = above.parentElement) if (above.nodeName === "DETAILS") above.open = true;
  if (!node.focus) return;
  node.focus.focus();
  node.focus.scrollIntoView({ block: "center" });
}

function countProblems(words, summary, found) {
  const wrong = found.filter(({ notice }) => !notice).length;
  const asked = found.length - wrong;
  const parts = [wrong ? say(words, "summary-some", { n: wrong }) : "", asked ? say(words, "summary-notices", { n: asked }) : ""].filter(Boolean);
  const said = parts.join("；") || words["summary-none"];
  if (summary.count.textContent !== said) summary.count.textContent = said;
}
