// Offers the drawing of which there is no file as a PNG. What draws it is a script of its own, loaded once somebody asks.
import { insert } from "./search/loader.js";

// A script's own address leads to the other
const drawer = document.currentScript.src.replace(/[\w-]+\.js(?=[^/]*$)/, "snapshot.js");

export function snapshot(item) {
  if (!HTMLCanvasElement.prototype.toBlob) return;
  item.hidden = false;
  const button = item.querySelector("button");
  const ask = () => {
    button.removeEventListener("click", ask);
    // The next press tries again
    insert(drawer).catch(() => button.addEventListener("click", ask));
  };
  button.addEventListener("click", ask);
}
