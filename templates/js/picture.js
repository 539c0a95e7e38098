// A picture as PNG: its published SVG, drawn on a canvas. From a disk nothing that is loaded may be read back.
import { saveBlob } from "./save.js";

export function picture(item) {
  if (location.protocol === "file:" || !HTMLCanvasElement.prototype.toBlob) return;
  item.hidden = false;
  const source = item.parentElement.querySelector('a[href$=".svg"]').href;
  item.querySelector("[data-png]").addEventListener("click", () => {
    const image = new Image();
    // What cannot be drawn is given as it is
    image.onerror = () => location.assign(source);
    image.onload = () => onCanvas(image).toBlob((blob) => saveBlob(blob, pngName(source)));
    image.src = source;
  });
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
