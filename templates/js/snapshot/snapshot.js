// A drawing of which there is no file, as a PNG: as it looks here, with its title, its sentence and where it stands.
// Loaded when somebody asks for one, and draws it then.
import { saveBlob } from "../save.js";
import { told } from "../told.js";

const SCALE = 3;
const MARGIN = 20;
// What the style sheet says of a drawing's elements
const LOOK = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"];
const TYPE = ["font-family", "font-size", "font-weight"];

function painted(drawing) {
  const made = drawing.cloneNode(true);
  const { width, height } = drawing.viewBox.baseVal;
  made.setAttribute("width", width * SCALE);
  made.setAttribute("height", height * SCALE);
  copyLook(drawing, made, TYPE);
  const copies = made.querySelectorAll("*");
  drawing.querySelectorAll("*").forEach((one, n) => copyLook(one, copies[n], LOOK));
  return made;
}

function copyLook(from, to, names) {
  const style = getComputedStyle(from);
  names.forEach((name) => to.setAttribute(name, style.getPropertyValue(name)));
}

function withWords(figure, image, box) {
  const said = [
    [figure.querySelector(".d-picture__title").textContent, 19, "bold"],
    [figure.querySelector("figcaption p").textContent.trim(), 14, ""],
    [`${document.title} ${standing()}`, 12, ""],
  ];
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  const blocks = said.map(([words, size, weight]) => {
    const font = `${weight} ${size}px ${family}`;
    pen.font = font;
    return { font, size, lines: wrapped(pen, words, box.width) };
  });
  const [title, ...below] = blocks;
  const high = (block) => block.lines.length * block.size * 1.5 + 8;
  canvas.width = (box.width + 2 * MARGIN) * SCALE;
  canvas.height = (2 * MARGIN + box.height + blocks.reduce((sum, block) => sum + high(block), 0)) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = getComputedStyle(document.body).color;
  let y = writeBlock(pen, title, MARGIN);
  pen.drawImage(image, MARGIN, y, box.width, box.height);
  y += box.height + 8;
  below.forEach((block) => { y = writeBlock(pen, block, y); });
  return canvas;
}

// A character is the unit: an address is parted too
function wrapped(pen, words, width) {
  const found = [""];
  for (const one of words) {
    if (pen.measureText(found[found.length - 1] + one).width > width) found.push("");
    found[found.length - 1] += one;
  }
  return found;
}

function writeBlock(pen, block, top) {
  pen.font = block.font;
  block.lines.forEach((line, n) => pen.fillText(line, MARGIN, top + block.size * (1.5 * n + 1.1)));
  return top + block.lines.length * block.size * 1.5 + 8;
}

function standing() {
  const canonical = document.querySelector('link[rel="canonical"]');
  return canonical ? canonical.href : told(location.href);
}

// `reports/2024/commitments/c016.html` is saved as `2024-c016-timeline.png`
function snapshotName() {
  const [year, , id] = location.pathname.replace(/\.html$/, "").split("/").slice(-3);
  return `${year}-${id}-timeline.png`;
}

function saveSnapshot(figure) {
  const drawing = figure.querySelector("svg");
  const image = new Image();
  image.onload = () => withWords(figure, image, drawing.viewBox.baseVal).toBlob((blob) => saveBlob(blob, snapshotName()));
  const text = new XMLSerializer().serializeToString(painted(drawing));
  // A portal around us may let in no picture that is no file: then the drawing itself
  image.onerror = () => saveBlob(new Blob([text], { type: "image/svg+xml" }), snapshotName().replace(/png$/, "svg"));
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

// A page has one such drawing at most
const item = document.querySelector('[data-module="snapshot"]');
const figure = item.closest("figure");
item.querySelector("button").addEventListener("click", () => saveSnapshot(figure));
saveSnapshot(figure);
