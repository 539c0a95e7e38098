// The page for what is not there is served at any address. Where the site does not know its own, the page asks for this
// script at every depth; the nearest that answers knows where home is, and leads all links there.
import { trust } from "./trusted.js";

const home = new URL("..", document.currentScript.src);
const here = new URL(".", location.href);

trust();
if (!document.documentElement.dataset.home) {
  document.documentElement.dataset.home = home.href;
  if (home.href !== here.href) lead();
}

function lead() {
  for (const one of document.querySelectorAll("head link[rel=stylesheet], head script[src]:not([data-lost])")) load(one);
  document.addEventListener("DOMContentLoaded", () => ["href", "action"].forEach(turn));
}

// What the page asked for in vain, asked for where it is; scripts in their order
function load(one) {
  const again = document.createElement(one.localName);
  const name = one.localName === "link" ? "href" : "src";
  if (name === "href") again.rel = "stylesheet";
  else again.async = false;
  again[name] = new URL(one.getAttribute(name), home).href;
  one.replaceWith(again);
}

function turn(name) {
  for (const one of document.querySelectorAll(`body [${name}]`)) {
    const written = one.getAttribute(name);
    if (!/^(#|[a-z][a-z0-9+.-]*:)/.test(written)) one.setAttribute(name, new URL(written, home).href);
  }
}
