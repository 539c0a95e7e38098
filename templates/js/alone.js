// Prints one part of a page alone, as what is put into an envelope or hung up. Without script the whole page is printed.
export function printAlone(part) {
  const page = document.documentElement;
  page.dataset.printed = "";
  part.dataset.alone = "";
  const whole = () => {
    delete page.dataset.printed;
    delete part.dataset.alone;
  };
  addEventListener("afterprint", whole, { once: true });
  print();
}

export function alone(part) {
  part.querySelector("[data-print]").addEventListener("click", () => printAlone(part));
}

export function printAll(button) {
  button.addEventListener("click", () => print());
}
