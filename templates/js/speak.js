// Offers to read the page aloud, where the device has a voice for it. What reads is a script of its own.
import { chosenVoice } from "./aloud/voice.js";
import { late } from "./late.js";

export function speak(button) {
  const synthesis = window.speechSynthesis;
  if (!synthesis || typeof SpeechSynthesisUtterance !== "function") return;
  const offer = () => (button.hidden = !chosenVoice(synthesis.getVoices(), document.documentElement.lang));

  late(button, "aloud", {
    // An iPhone speaks only what begins in the press itself: this says nothing, and what comes later is allowed
    pressed: () => synthesis.speak(new SpeechSynthesisUtterance("")),
    failed: () => synthesis.cancel(),
  });
  // Most browsers know their voices only after a while; old ones know no other way to be told
  if (synthesis.addEventListener) synthesis.addEventListener("voiceschanged", offer);
  else synthesis.onvoiceschanged = offer;
  offer();
}
