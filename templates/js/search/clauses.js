// The clauses of a text, each once, in their order.
const BETWEEN = /[，。；：！？、;!?\n\r\t]+/;

export const clauses = (text) => [...new Set(text.split(BETWEEN).map((one) => one.trim()))].filter(Boolean);
