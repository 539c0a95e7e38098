// The recent queries that this device remembers.
export const RECENT = "disclosure-recent";

export function kept() {
  try {
    const words = JSON.parse(localStorage.getItem(RECENT)) ?? [];
    return words.filter((word) => typeof word === "string");
  } catch {
    return [];
  }
}
