// The parts of a form, one in another as the fields of records are: { element, read, write, path, children }.
// `read` gives a text, a list or a record, empty where nothing is typed.
import { controlOf } from "./controls.js";
import { firstControl, make, newId, pressed } from "./dom.js";
import { say } from "./say.js";
import { isGiven } from "./written.js";

function nodeOf(desk, field, parent, key = field.name) {
  const base = { desk, field, parent, key, children: () => [] };
  if (field.input === "records") return manyOf(base);
  if (field.input === "record") return oneOf(base);
  if (field.input === "choices" && !field.words) return ticksOf(base);
  if (["lines", "wholes", "choices"].includes(field.input)) return listOf(base);
  return singleOf(base);
}

export function pathOf(node) {
  if (!node.parent) return [];
  return [...pathOf(node.parent), ...(typeof node.key === "function" ? [node.key()] : node.key === "" ? [] : [node.key])];
}

// All parts, the outer ones first.
export function everyNode(node) {
  return [node, ...node.children().flatMap(everyNode)];
}

function problemsOf(node) {
  node.problems = make("ul", { class: "d-desk-problems", id: newId(), hidden: true });
  return node.problems;
}

function helpOf(text) {
  return text ? make("p", { class: "d-desk-help", id: newId() }, text) : "";
}

function needOf({ desk, field }) {
  return field.required ? make("span", { class: "d-desk-need" }, desk.site.words.required) : "";
}

function describedBy(...told) {
  return told.filter(Boolean).map(({ id }) => id).join(" ");
}

// The field as a group: what it is called, its help, its parts, what is wrong with it.
function grouped(node, kind, legend, ...parts) {
  const help = helpOf(node.field.help);
  const problems = problemsOf(node);
  const title = make("legend", { class: legend }, node.field.label, needOf(node));
  node.element = make("fieldset", { class: `d-desk-field ${kind}`, "aria-describedby": describedBy(help, problems) }, title, help, ...parts, problems);
}

// A label, its help, and what is typed into the control that `made` gives for attributes.
export function singleOf(node, made = (attributes) => controlOf(node.desk, node.field, attributes)) {
  const { field } = node;
  const id = newId();
  const help = helpOf(field.help);
  const problems = problemsOf(node);
  const control = made({ id, "aria-describedby": describedBy(help, problems), "aria-required": field.required && "true" });
  const label = make("label", { for: id, class: "d-desk-label" }, field.label, needOf(node));
  const named = field.names && make("p", { class: "d-desk-named" });
  const isTick = field.input === "truth";
  const parts = isTick ? [make("div", { class: "d-desk-ticked" }, control.element, label)] : [label];
  node.element = make("div", { class: "d-desk-field" }, ...parts, help, isTick ? "" : control.element, named, problems);
  node.focus = control.element;
  return Object.assign(node, { read: control.read, write: control.write, named });
}

// A field of a few words of its own: a box for each.
function ticksOf(node) {
  const boxes = node.field.choices.map(({ value, label }) => {
    const id = newId();
    const box = make("input", { type: "checkbox", id, value, class: "d-desk-tick" });
    return { box, element: make("div", { class: "d-desk-ticked" }, box, make("label", { for: id }, label || value)) };
  });
  grouped(node, "d-desk-group", "d-desk-label", ...boxes.map(({ element }) => element));
  node.focus = boxes[0].box;
  node.read = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  node.write = (values) => boxes.forEach(({ box }) => { box.checked = (values || []).includes(box.value); });
  return node;
}

// Several values of one line each.
function listOf(node) {
  const { desk, field } = node;
  const { words } = desk.site;
  const rows = [];
  const place = make("ol", { class: "d-desk-rows" });
  const more = pressed("", () => { add("").focus.focus(); changed(node); }, { class: "d-button d-desk-add" });

  function add(value) {
    const row = { desk, field, parent: node, key: () => rows.indexOf(row), children: () => [] };
    const under = problemsOf(row);
    const control = controlOf(desk, field, { "aria-describedby": under.id });
    row.named = field.names && make("p", { class: "d-desk-named" });
    const remove = pressed("×", () => { drop(row); changed(node); }, { class: "d-button d-desk-remove" });
    row.element = make("li", { class: "d-desk-row" }, make("div", { class: "d-desk-line" }, control.element, remove), row.named, under);
    Object.assign(row, { read: control.read, write: control.write, focus: control.element, remove });
    rows.push(row);
    place.append(row.element);
    if (value) row.write(value);
    number();
    return row;
  }

  function drop(row) {
    const at = rows.indexOf(row);
    rows.splice(at, 1);
    row.element.remove();
    number();
    (rows.length ? rows[Math.min(at, rows.length - 1)].focus : more).focus();
  }

  function number() {
    rows.forEach((row, n) => {
      const label = say(words, "item", { label: field.label, n: n + 1 });
      row.focus.setAttribute("aria-label", label);
      row.remove.setAttribute("aria-label", say(words, "remove", { label }));
    });
    more.textContent = say(words, rows.length ? "add-more" : "add", { label: field.label });
  }

  grouped(node, "d-desk-group", "d-desk-label", place, more);
  node.focus = more;
  node.children = () => rows;
  node.read = () => rows.map((row) => row.read());
  node.write = (values) => {
    rows.splice(0).forEach((row) => row.element.remove());
    (values || []).forEach(add);
    if (!rows.length && field.required) add("");
    number();
  };
  node.write([]);
  return node;
}

// Tells the form that something was added or taken away: no key was pressed.
function changed(node) {
  node.element.dispatchEvent(new Event("input", { bubbles: true }));
}

// The fields of a record: those that are asked for at once, and all others behind a click.
export function fieldsOf(node, record, names = []) {
  const { desk } = node;
  const asked = desk.site.records[record].filter(({ name }) => !names.length || names.includes(name));
  const parts = asked.map((field) => nodeOf(desk, field, node));
  const isOften = ({ field }) => field.required || field.often || names.length > 0;
  const rest = parts.filter((part) => !isOften(part));
  const elements = parts.filter(isOften).map(({ element }) => element);
  let folded = null;
  if (rest.length) {
    const summary = make("summary", { class: "d-desk-more" });
    folded = make("details", { class: "d-desk-folded" }, summary, ...rest.map(({ element }) => element));
    name();
    elements.push(folded);
  }

  function name() {
    const inside = rest.filter(({ element }) => element.parentNode === folded);
    const labels = inside.map(({ field }) => field.label).join("、");
    folded.firstChild.textContent = say(desk.site.words, "more", { labels });
    folded.hidden = !inside.length;
  }

  // Fields that are asked for after all come out; not the one that is being typed into, which would lose the focus.
  function promote(promoted) {
    const isStill = ({ element }) => element.parentNode === folded && !element.contains(document.activeElement);
    rest.filter((part) => promoted.includes(part.field.name) && isStill(part)).forEach(({ element }) => folded.before(element));
    if (folded) name();
  }

  function write(values) {
    parts.forEach((part) => part.write(values[part.field.name] || (part.field.input === "records" || Array.isArray(part.read()) ? [] : "")));
    if (rest.some(({ element, read }) => element.parentNode === folded && isGiven(read()))) folded.open = true;
  }

  function read() {
    const values = {};
    for (const part of parts) {
      const value = part.read();
      if (isGiven(value)) values[part.field.name] = value;
    }
    return values;
  }

  return { parts, elements, promote, write, read };
}

// A record that may be left out: it opens on a press.
function oneOf(node) {
  const { desk, field } = node;
  const { words } = desk.site;
  const inner = make("div", { class: "d-desk-inner" });
  const fill = pressed(say(words, "fill", { label: field.label }), () => { open(); changed(node); firstControl(inner).focus(); }, { class: "d-button d-desk-add" });
  const drop = pressed(say(words, "remove", { label: field.label }), () => { close(); changed(node); fill.focus(); }, { class: "d-button d-desk-remove" });
  let held = null;

  function open() {
    held = fieldsOf(node, field.record);
    inner.replaceChildren(...held.elements, ...(field.required ? [] : [drop]));
    fill.hidden = true;
    node.focus = firstControl(inner);
  }

  function close() {
    held = null;
    inner.replaceChildren();
    fill.hidden = false;
    node.focus = fill;
  }

  grouped(node, "d-desk-record", "d-desk-legend", fill, inner);
  node.children = () => (held ? held.parts : []);
  node.promote = (names) => held && held.promote(names);
  node.read = () => (held ? held.read() : {});
  node.write = (values) => {
    if (!isGiven(values) && !field.required) {
      close();
      return;
    }
    open();
    held.write(values || {});
  };
  if (field.required) open();
  else close();
  return node;
}

// Records, one after the other.
function manyOf(node) {
  const { desk, field } = node;
  const { words } = desk.site;
  const items = [];
  const place = make("div", { class: "d-desk-items" });
  const more = pressed("", () => { const item = add({}); changed(node); firstControl(item.element).focus(); }, { class: "d-button d-desk-add" });

  function add(values) {
    const item = { desk, field, parent: node, key: () => items.indexOf(item) };
    const under = problemsOf(item);
    const held = fieldsOf(item, field.record);
    const legend = make("legend", { class: "d-desk-legend" });
    const drop = pressed("", () => { remove(item); changed(node); }, { class: "d-button d-desk-remove" });
    item.element = make("fieldset", { class: "d-desk-item" }, legend, ...held.elements, under, drop);
    Object.assign(item, { read: held.read, write: held.write, children: () => held.parts, promote: held.promote, legend, drop, focus: firstControl(item.element) });
    items.push(item);
    place.append(item.element);
    if (isGiven(values)) held.write(values);
    number();
    return item;
  }

  function remove(item) {
    items.splice(items.indexOf(item), 1);
    item.element.remove();
    number();
    more.focus();
  }

  function number() {
    items.forEach((item, n) => {
      const label = say(words, "item", { label: field.label, n: n + 1 });
      item.legend.textContent = label;
      item.drop.textContent = say(words, "remove", { label });
      item.drop.hidden = field.required && items.length === 1;
    });
    more.textContent = say(words, items.length ? "add-more" : "add", { label: field.label });
  }

  grouped(node, "d-desk-record", "d-desk-legend", place, more);
  node.focus = more;
  node.children = () => items;
  // What holds nothing yet is not written
  node.read = () => items.map((item) => item.read());
  node.write = (values) => {
    items.splice(0).forEach((item) => item.element.remove());
    (values || []).forEach(add);
    if (!items.length && field.required) add({});
    number();
  };
  node.write([]);
  return node;
}
