// The bare text: its links stand aside for their words, so that nothing is marked, announced or in the keyboard's way; the
// choice is kept in the address. A phone shows the bare text first; ?view= says what else was asked for.
import { replaceAddress } from "./address.js";

const PHONE = "(max-width: 47.99em)";

export function plain(label) {
  const box = label.querySelector("input");
  const pairs = [...document.querySelectorAll(".d-sentence a.d-claim")].map((link) => [link, document.createElement("span")]);
  const usual = matchMedia(PHONE).matches;

  function show() {
    document.documentElement.toggleAttribute("data-plain", box.checked);
    document.documentElement.toggleAttribute("data-marked", !box.checked);
    for (const [link, words] of pairs) {
      if (box.checked) swap(link, words);
      else swap(words, link);
    }
    const address = new URL(location.href);
    if (box.checked === usual) address.searchParams.delete("view");
    else address.searchParams.set("view", box.checked ? "plain" : "marked");
    replaceAddress(address);
  }

  const asked = new URL(location.href).searchParams.get("view");
  // Unless the reader has switched it already
  if (box.checked === box.defaultChecked) box.checked = asked === "plain" || (usual && asked !== "marked");
  box.addEventListener("change", show);
  show();
}

function swap(shown, other) {
  if (!shown.isConnected) return;
  other.append(...shown.childNodes);
  shown.replaceWith(other);
}
