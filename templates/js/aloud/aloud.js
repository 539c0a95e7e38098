// Reads the page aloud, sentence by sentence, by a bar at the foot of the window. Loaded when somebody asks for it.
import { say } from "./engine.js";
import { mark, show, unmark } from "./marked.js";
import { sentences } from "./sentences.js";
import { pieces, spoken } from "./spoken.js";
import { chosenVoice } from "./voice.js";

const SPEED = "disclosure-aloud";
// So many pieces in a row of which nothing was heard, and the device is mute
const SILENT = 2;

const button = document.querySelector('[data-module="speak"]');
const bar = document.importNode(button.parentElement.querySelector("template").content, true).firstElementChild;
const part = (name) => bar.querySelector(`[data-aloud="${name}"]`);
const [pause, speed, status] = [part("pause"), part("speed"), part("status")];
const language = document.documentElement.lang;
let list = [];
let at = 0;
let waiting = [];
let takeBack = () => {};
let silent = 0;

bind();
begin();

function bind() {
  document.body.append(bar);
  speed.value = stored() || speed.value;
  button.addEventListener("click", () => (bar.hidden ? begin() : stop()));
  pause.addEventListener("click", () => (isReading() ? rest() : go()));
  part("previous").addEventListener("click", () => to(at - 1));
  part("next").addEventListener("click", () => to(at + 1));
  part("stop").addEventListener("click", stop);
  speed.addEventListener("change", () => {
    keep(speed.value);
    if (isReading()) go();
  });
  addEventListener("keydown", (event) => event.key === "Escape" && !bar.hidden && !event.defaultPrevented && stop());
  document.getElementById("UCAP-CONTENT").addEventListener("click", choose);
  addEventListener("resize", () => bar.hidden || !list[at] || mark(list[at].range));
  // A page that comes back from the browser's memory is silent too
  addEventListener("pagehide", stop);
}

function begin() {
  list = sentences(document.getElementById("UCAP-CONTENT"));
  if (!list.length) return;
  bar.hidden = false;
  button.setAttribute("aria-pressed", "true");
  pause.focus({ preventScroll: true });
  at = first();
  to(at);
}

// The sentence that is selected, else the first that one sees.
function first() {
  const selection = getSelection();
  const selected = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
  const isWanted = selected
    ? ({ range }) => range.compareBoundaryPoints(Range.START_TO_END, selected) > 0
    : ({ range }) => range.getBoundingClientRect().top >= 0;
  return Math.max(list.findIndex(isWanted), 0);
}

// A press on a sentence reads on from there; links and buttons stay what they are.
function choose(event) {
  if (bar.hidden || event.target.closest("a, button, summary, input, label, select") || !getSelection().isCollapsed) return;
  const holds = (box) => box.left <= event.clientX && event.clientX <= box.right && box.top <= event.clientY && event.clientY <= box.bottom;
  const found = list.findIndex(({ range }) => [...range.getClientRects()].some(holds));
  if (found >= 0) to(found);
}

function to(number) {
  at = Math.min(Math.max(number, 0), list.length - 1);
  waiting = pieces(spoken(list[at].text));
  mark(list[at].range);
  show(list[at].range, bar.offsetHeight);
  go();
}

// From the beginning of what was not yet said: a voice that is held (`pause`) never comes back on a phone.
function go() {
  takeBack();
  told("");
  reads(true);
  if (!waiting.length) return further();
  const voice = chosenVoice(speechSynthesis.getVoices(), language);
  takeBack = say(waiting[0], { voice, language, rate: Number(speed.value) }, over);
}

function over(how) {
  silent = how === "late" ? silent + 1 : 0;
  if (how !== "end" && (how !== "late" || silent >= SILENT)) {
    rest();
    return told(how === "late" ? status.dataset.silent : status.dataset.failed);
  }
  waiting.shift();
  further();
}

function further() {
  if (waiting.length) return go();
  if (at + 1 < list.length) return to(at + 1);
  stop();
}

function rest() {
  takeBack();
  reads(false);
}

function stop() {
  if (bar.hidden) return;
  rest();
  unmark();
  const hadFocus = bar.contains(document.activeElement);
  bar.hidden = true;
  button.setAttribute("aria-pressed", "false");
  if (hadFocus) button.closest("details").querySelector("summary").focus({ preventScroll: true });
}

function isReading() {
  return pause.dataset.reads === "true";
}

function reads(is) {
  pause.dataset.reads = is;
  pause.textContent = is ? pause.dataset.pause : pause.dataset.go;
}

function told(words) {
  status.textContent = words;
}

function stored() {
  try {
    const value = localStorage.getItem(SPEED);
    return [...speed.options].some((one) => one.value === value) && value;
  } catch {
    // Storage is closed to us: the usual speed
    return "";
  }
}

function keep(value) {
  try {
    localStorage.setItem(SPEED, value);
  } catch {
    // Not kept: it holds for this page
  }
}
