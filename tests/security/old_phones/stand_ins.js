// What Safari 14 has and WebKitGTK 2.28 does not: as much of it as the site's scripts use
for (const { prototype } of [Element, DocumentFragment]) {
  prototype.replaceChildren = function (...all) {
    this.textContent = "";
    this.append(...all);
  };
}
window.BigInt = Number;
