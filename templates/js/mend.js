// Reporting an error: the page's link is filled in with the part of it that the address points at.
const ENOUGH = 200;

export function mend(link) {
  const whole = link.href;
  const fill = () => { link.href = channel(location.hash.slice(1)) || whole; };
  addEventListener("hashchange", fill);
  fill();
}

// The address for one part of the page; nothing where the page has no such part.
export function channel(id) {
  const link = document.querySelector("[data-mend]");
  const part = id && document.getElementById(id);
  if (!link || !part) return "";
  return link.dataset.mend.split("%7Bid%7D").join(encodeURIComponent(id)).split("%7Btext%7D").join(encodeURIComponent(words(part)));
}

// What is archived, without the marks of notes; of a record its quote.
function words(part) {
  const copy = (part.querySelector(".d-record__quote") || part).cloneNode(true);
  copy.querySelectorAll(".d-mark, .d-also").forEach((one) => one.remove());
  return Array.from(copy.textContent.replace(/\s+/g, " ").trim()).slice(0, ENOUGH).join("");
}
