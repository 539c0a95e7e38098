const LONGEST_WAIT = 20000;

export class NotLoaded extends Error {}

// A script element for an address, to its end, or until it was waited for so long; 0 is as long as the browser waits.
export function insert(address, longest = LONGEST_WAIT) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const failed = () => reject(new NotLoaded(address));
    script.onload = resolve;
    script.onerror = failed;
    if (longest) setTimeout(failed, longest);
    script.src = address;
    document.head.append(script);
  });
}
