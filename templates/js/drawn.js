// Offers pictures as PNG. What draws them are scripts of their own.
import { late } from "./late.js";

// Of which there is a file. From a disk nothing that is loaded may be read back.
export function picture(item) {
  if (location.protocol !== "file:") offer(item, "picture");
}

// Of which there is none.
export function snapshot(item) {
  offer(item, "snapshot");
}

function offer(item, name) {
  if (!HTMLCanvasElement.prototype.toBlob) return;
  item.hidden = false;
  late(item.querySelector("button"), name);
}
