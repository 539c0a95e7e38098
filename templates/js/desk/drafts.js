// What is being filled in, kept by this browser until it is erased: it goes nowhere else.
const STORE = "disclosure-desk";

function keyOf(form) {
  return `${STORE}:${location.pathname}:${form}`;
}

export function draftOf(form) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(form)));
  } catch {
    return null;
  }
}

// Whether it could be kept: some browsers close their storage.
export function keepDraft(form, draft) {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function eraseDraft(form) {
  try {
    localStorage.removeItem(keyOf(form));
  } catch {
    // Nothing was kept
  }
}
