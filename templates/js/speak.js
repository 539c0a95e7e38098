// Reads the page aloud, sentence by sentence: long utterances are cut off by some browsers.
const SKIPPED = ".d-mark, .d-cite, .d-pager, .d-note__links, .d-actions, nav, form, template, [hidden]";
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, tr, blockquote";

export function speak(button) {
  const voice = window.speechSynthesis;
  if (!voice || typeof SpeechSynthesisUtterance !== "function") return;
  let queue = [];
  button.hidden = false;

  function stop() {
    queue = [];
    voice.cancel();
    button.setAttribute("aria-pressed", "false");
  }

  function next() {
    const text = queue.shift();
    if (text === undefined) return stop();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    utterance.onend = () => queue.length ? next() : stop();
    utterance.onerror = stop;
    voice.speak(utterance);
  }

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    queue = sentences(document.getElementById("UCAP-CONTENT"));
    button.setAttribute("aria-pressed", "true");
    next();
  });

  window.addEventListener("pagehide", stop);
}

export function sentences(body) {
  const copy = body.cloneNode(true);
  copy.querySelectorAll(SKIPPED).forEach((one) => one.remove());
  const blocks = [...copy.querySelectorAll(BLOCKS)].filter((one) => !one.querySelector(BLOCKS));
  return blocks.flatMap((one) => one.textContent.match(/[^。！？；]+[。！？；]?[”’）》]*/g) ?? []).map((one) => one.trim()).filter(Boolean);
}
