// Under this name a browser keeps the display settings: the data attributes of <html> that are set.
export const KEY = "disclosure-display";
export const SETTINGS = ["size", "theme", "simple"];
