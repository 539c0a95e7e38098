// The bare text: the style sheet takes the marks away, this takes the links out of the keyboard's way and keeps ?view=plain.
import { replaceAddress } from "./address.js";

export function plain(label) {
  const box = label.querySelector("input");
  const links = [...document.querySelectorAll(".d-sentence .d-claim")];

  function show() {
    document.documentElement.toggleAttribute("data-plain", box.checked);
    for (const link of links) {
      if (box.checked && link.hasAttribute("href")) {
        link.dataset.href = link.getAttribute("href");
        link.removeAttribute("href");
      } else if (!box.checked && link.dataset.href) {
        link.setAttribute("href", link.dataset.href);
      }
    }
    const address = new URL(location.href);
    if (box.checked) address.searchParams.set("view", "plain");
    else address.searchParams.delete("view");
    replaceAddress(address);
  }

  if (new URL(location.href).searchParams.get("view") === "plain") box.checked = true;
  box.addEventListener("change", show);
  show();
}
