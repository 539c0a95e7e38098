// The only place that vouches for the address of a script. A browser that knows trusted types takes no text for an address,
// a script or markup where the page's policy asks for them: it asks the one named `default`, and that knows the addresses of
// the site's own scripts alone. Other browsers ask nobody, and hold to `script-src 'self'`.
const OWN = /^(assets\/|(search|desk|reports\/[\w-]+\/commitments|changes-)[\w/-]*)[\w-]*\.js(\?v=\w+)?$/;
// This script lies in a folder of the site's root
const site = new URL("..", document.currentScript.src).href;

export function trust() {
  const { trustedTypes: types } = window;
  if (!types || types.defaultPolicy) return;
  try {
    types.createPolicy("default", { createScriptURL: ours });
  } catch {
    // The host's own policy forbids it: what is loaded later stays away
  }
}

// Where there is no answer the browser loads nothing. An address elsewhere begins with its scheme.
function ours(address) {
  const { href } = new URL(address, location);
  return OWN.test(href.replace(site, "")) ? address : null;
}
