// The bare text: the style sheet takes the marks away, this takes the links out of the keyboard's way and keeps the choice
// in the address. A phone shows the bare text first; ?view= says what else was asked for.
import { replaceAddress } from "./address.js";

const PHONE = "(max-width: 47.99em)";

export function plain(label) {
  const box = label.querySelector("input");
  const links = [...document.querySelectorAll(".d-sentence .d-claim")];
  const usual = matchMedia(PHONE).matches;

  function show() {
    document.documentElement.toggleAttribute("data-plain", box.checked);
    document.documentElement.toggleAttribute("data-marked", !box.checked);
    for (const link of links) {
      if (box.checked && link.hasAttribute("href")) {
        link.dataset.href = link.getAttribute("href");
        link.removeAttribute("href");
      } else if (!box.checked && link.dataset.href) {
        link.setAttribute("href", link.dataset.href);
      }
    }
    const address = new URL(location.href);
    if (box.checked === usual) address.searchParams.delete("view");
    else address.searchParams.set("view", box.checked ? "plain" : "marked");
    replaceAddress(address);
  }

  const asked = new URL(location.href).searchParams.get("view");
  box.checked = asked === "plain" || (usual && asked !== "marked");
  box.addEventListener("change", show);
  show();
}
