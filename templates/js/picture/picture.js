// Pictures as PNG: their published SVG, drawn on a canvas. Loaded when somebody asks for one, and draws it then.
import { saveBlob } from "../save.js";

function savePicture(item) {
  const source = item.parentElement.querySelector('a[href$=".svg"]').href;
  const image = new Image();
  // What cannot be drawn is given as it is
  image.onerror = () => location.assign(source);
  image.onload = () => onCanvas(image).toBlob((blob) => saveBlob(blob, pngName(source)));
  image.src = source;
}

function onCanvas(image) {
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas;
}

// `reports/2022/outcomes.svg` is saved as `2022-outcomes.png`: several of one name say nothing
function pngName(source) {
  return `${source.split("/").slice(-2).join("-").replace(/\.svg$/, "")}.png`;
}

for (const item of document.querySelectorAll('[data-module="picture"]')) {
  const button = item.querySelector("[data-png]");
  button.addEventListener("click", () => savePicture(item));
  if ("asked" in button.dataset) savePicture(item);
}
