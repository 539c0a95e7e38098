// Scripts of the site lie in one folder: one's own address, as the page has it, leads to the others.
const here = document.currentScript.getAttribute("src");

export function beside(name) {
  return here.replace(/[\w-]+\.js(?=[^/]*$)/, `${name}.js`);
}
