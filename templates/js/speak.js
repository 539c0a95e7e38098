// Offers to read the page aloud, where the device has a voice for it. What reads is a script of its own, loaded once
// somebody asks.
import { chosenVoice } from "./aloud/voice.js";
import { insert } from "./search/loader.js";

// A script's own address leads to the other
const script = document.currentScript.src.replace(/[\w-]+\.js(?=[^/]*$)/, "aloud.js");

export function speak(button) {
  const synthesis = window.speechSynthesis;
  if (!synthesis || typeof SpeechSynthesisUtterance !== "function") return;
  const offer = () => (button.hidden = !chosenVoice(synthesis.getVoices(), document.documentElement.lang));

  button.addEventListener("click", () => {
    // An iPhone speaks only what begins in the press itself: this says nothing, and what comes later is allowed
    synthesis.speak(new SpeechSynthesisUtterance(""));
    insert(script).catch(() => synthesis.cancel());
  }, { once: true });
  // Most browsers know their voices only after a while; old ones know no other way to be told
  if (synthesis.addEventListener) synthesis.addEventListener("voiceschanged", offer);
  else synthesis.onvoiceschanged = offer;
  offer();
}
