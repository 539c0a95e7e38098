// The scripts, as written and as published, hold to what Chromium 86 and Safari 14 know (`browserslist` in package.json)
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import esX from "eslint-plugin-es-x";
import globals from "globals";

// Methods are told by their names alone, and iterators' are arrays' too
const names = Object.keys(esX.rules).filter((name) => name.startsWith("no-iterator-prototype-"));

const baseline = {
  settings: { "es-x": { aggressive: true } },
  rules: {
    ...Object.fromEntries(names.map((name) => [`es-x/${name}`, "off"])),
    // Safari 14 lacks these, although they are older than 2020
    "es-x/no-regexp-lookbehind-assertions": "error",
    // Nothing is loaded as a module: a disk has none to give
    "es-x/no-dynamic-import": "error",
    "es-x/no-import-meta": "error",
    "no-restricted-syntax": [
      "error",
      {
        selector: "CallExpression[callee.property.name='measure'] > ObjectExpression",
        message: "Safari 14.0 takes the names of marks, no options",
      },
    ],
    "prefer-const": "error",
    eqeqeq: "error",
  },
};

// Nothing makes code or markup of a text: pages' policy has the browser refuse it (disclosure/theme/policy.py)
const message = "The policy lets no text become code or markup: make elements, and set their text";
const sinks = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "srcdoc", "createContextualFragment", "parseFromString"];
const trusted = {
  rules: {
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-script-url": "error",
    "no-restricted-properties": [
      "error",
      ...sinks.map((property) => ({ property, message })),
      ...["write", "writeln"].map((property) => ({ object: "document", property, message })),
    ],
  },
};

export default [
  js.configs.recommended,
  esX.configs["flat/restrict-to-es2020"],
  compat.configs["flat/recommended"],
  { languageOptions: { ecmaVersion: 2020, globals: globals.browser }, ...baseline },
  trusted,
  { files: ["templates/js/**"], languageOptions: { sourceType: "module" } },
  { files: ["disclosure/preview/**"], languageOptions: { sourceType: "script" } },
  {
    files: [".cache/**"],
    languageOptions: { sourceType: "script", globals: { disclosure: "readonly" } },
    // Comments are taken out of what is published, and a file is joined whole
    rules: { "no-empty": "off", "no-unused-vars": "off" },
  },
];
