// The address of the page, kept shareable. Browsers limit how often it may change, and some forbid it on a disk.
export function replaceAddress(address) {
  if (address.href === location.href) return;
  try {
    history.replaceState(null, "", address);
  } catch {
    // The page works under its old address too
  }
}
