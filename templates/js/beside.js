// Scripts of the site lie in one folder: one's own address leads to the others.
const here = document.currentScript.src;

export function beside(name) {
  return here.replace(/[\w-]+\.js(?=[^/]*$)/, `${name}.js`);
}
