// Words with values in their places: "找到 {n} 条".
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, key) => values[key]);
