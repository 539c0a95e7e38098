// One piece of text to its end, whatever the device makes of it: some voices never say that they ended, some that they
// failed, some do neither and are silent.
const LOOK = 250;
const BEFORE = 4000;
const A_SIGN = 600;
// Between taking a text back and giving another: at once, some browsers take both back
const REST = 60;

const synthesis = window.speechSynthesis;

// `ended` is told how: "end", "late" (nothing was heard of it for too long), or the browser's word for what went wrong.
// Returns a function that takes the text back; nothing is told then.
export function say(text, { voice, rate, language }, ended) {
  const utterance = new SpeechSynthesisUtterance(text);
  let isOver = false;
  let hasBegun = false;
  Object.assign(utterance, { lang: voice ? voice.lang : language, rate, voice });
  const over = (how) => {
    if (isOver) return;
    quiet();
    ended(how);
  };
  utterance.onstart = () => (hasBegun = true);
  utterance.onend = () => over("end");
  utterance.onerror = (event) => over(event.error || "failed");

  let begin = 0;
  if (synthesis.speaking || synthesis.pending) {
    synthesis.cancel();
    begin = setTimeout(() => synthesis.speak(utterance), REST);
  } else {
    synthesis.speak(utterance);
  }
  const look = setInterval(() => hasBegun && !synthesis.speaking && !synthesis.pending && over("end"), LOOK);
  const patience = setTimeout(() => {
    synthesis.cancel();
    over(hasBegun ? "end" : "late");
  }, BEFORE + (text.length * A_SIGN) / rate);

  function quiet() {
    isOver = true;
    clearTimeout(begin);
    clearInterval(look);
    clearTimeout(patience);
  }

  return () => {
    quiet();
    synthesis.cancel();
  };
}
