// A long text said in few characters: its beginning, and a sign that it goes on.
const BRIEF = 30;

export function brief(text) {
  const all = [...text];
  return all.length > BRIEF ? `${all.slice(0, BRIEF - 1).join("").trimEnd()}…` : text;
}
