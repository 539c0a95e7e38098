// Web addresses that nobody else can open, or that lead to no document, as disclosure/checks/web.py has it.

const BEHIND = "。，；：、！？）》」』”’】";
const INSIDE = /^(?:localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|169\.254(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[?::1\]?|[^.]+|.*\.(?:local|lan|internal|intranet))$/;
const HITS = /^(?:(?:www|m)\.baidu\.com\/(?:s\b|link\b|baidu\b)|(?:www|m)\.so\.com\/(?:s|link)\b|(?:www|m)\.sogou\.com\/(?:web|link|sogou)\b|(?:www|cn)\.bing\.com\/(?:search|ck)\b|www\.google\.[a-z.]+\/(?:search|url)\b|cache\.baiducontent\.com\/)/;
const LOGIN = /(?:^|[/._-])(?:login|signin|sso|passport|oauth)(?:$|[/._?-])/i;
// The host and the path, without what a browser would change in them
const PARTS = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::[0-9]*)?([^?#]*)/i;

// Why readers will not find the document there: { name, … }; nothing where they may.
export function fault(url) {
  const sign = url[url.length - 1];
  if (BEHIND.includes(sign)) return { name: "behind", sign };
  const parts = PARTS.exec(url);
  if (!parts) return null;
  const host = parts[1].toLowerCase();
  if (!host || INSIDE.test(host)) return { name: "inside", host };
  if (HITS.test(host + parts[2])) return { name: "hits" };
  return LOGIN.test(host + parts[2]) ? { name: "login" } : null;
}
