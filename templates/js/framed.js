// A page that another site shows as part of its own says so, and leads out: not every host can forbid it by a header.
export function framed(bar) {
  bar.hidden = isOurs();
}

// What stands around a page of ours may be read where it is ours too
function isOurs() {
  try {
    return window.top.location.host === location.host;
  } catch {
    return false;
  }
}
