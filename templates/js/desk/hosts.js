// Where files are handed in: the addresses of each host's own web editor.
//
// GitHub takes the path and the text of a new file (`filename`, `value`) in an address of 8191 bytes at most. GitLab takes
// them as `file_name` and `content`, with `commit_message`. Gitee takes neither: the text goes over the clipboard.
const LONGEST_ADDRESS = 8000;
export const NAMES = { github: "GitHub", gitlab: "GitLab", gitee: "Gitee" };

// { address, isFilled }: the page on which a file is made, with its text in it where that can be.
export function newPage(host, path, text, message) {
  const full = whole(host, path);
  const address = filled(host, full, text, message);
  if (address && address.length <= LONGEST_ADDRESS) return { address, isFilled: true };
  return { address: empty(host, full, message), isFilled: false, isLong: Boolean(address) };
}

export function editPage(host, path) {
  const between = host.kind === "gitlab" ? "/-/edit/" : "/edit/";
  return host.address + between + encoded(host.branch) + "/" + encoded(whole(host, path));
}

function filled({ kind, address, branch }, path, text, message) {
  if (kind === "github") return `${address}/new/${encoded(branch)}?${query({ filename: path, value: text })}`;
  if (kind === "gitlab") return `${address}/-/new/${encoded(branch)}?${query({ file_name: path, content: text, commit_message: message })}`;
  return "";
}

function empty({ kind, address, branch }, path, message) {
  if (kind === "github") return `${address}/new/${encoded(branch)}?${query({ filename: path })}`;
  if (kind === "gitlab") return `${address}/-/new/${encoded(branch)}?${query({ file_name: path, commit_message: message })}`;
  return `${address}/new/${encoded(branch)}/${encoded(path.split("/").slice(0, -1).join("/"))}`;
}

function whole({ folder }, path) {
  return [folder.replace(/^\/+|\/+$/g, ""), path].filter(Boolean).join("/");
}

function encoded(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}

function query(values) {
  return Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}
