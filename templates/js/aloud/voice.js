// The voice for a page's language: Mandarin as it is spoken where the page is, one on the device before one that needs
// the network. Android writes zh_CN, some systems name the language cmn-Hans-CN.
const MANDARIN = /^(?:zh|cmn)\b(?!-(?:hk|mo|yue))/;

export function chosenVoice(voices, language) {
  const wanted = language.toLowerCase();
  const spoken = voices.map((voice) => ({ voice, tongue: voice.lang.replace(/_/g, "-").toLowerCase() })).filter((one) => MANDARIN.test(one.tongue));
  const worth = ({ voice, tongue }) => (tongue === wanted || tongue.endsWith("-cn") ? 2 : 0) + (voice.localService ? 1 : 0);
  return spoken.sort((a, b) => worth(b) - worth(a)).map((one) => one.voice)[0];
}
