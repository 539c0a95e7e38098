// The scripts, as written and as published, hold to what Chromium 86 and Safari 14 know (`browserslist` in package.json)
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import esX from "eslint-plugin-es-x";
import globals from "globals";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { api, javascript } = require("@mdn/browser-compat-data");
const { browserslist } = require("./package.json");

// Methods are told by their names alone, and iterators' are arrays' too
const names = Object.keys(esX.rules).filter((name) => name.startsWith("no-iterator-prototype-"));

// Members of a browser's objects that one of ours lacks wherever they occur. `compat` knows globals alone; only a name of two
// words is surely theirs
const ours = browserslist.map((one) => one.replace("ios_saf", "safari_ios").split(" "));
// Looked for before it is used (notes.js); a style's too
const degrades = ["showPopover", "hidePopover", "fontFamily"];

function added(statement) {
  const [first] = [statement].flat();
  return first && !first.flags && !first.prefix && !first.alternative_name ? parseFloat(String(first.version_added).replace("≤", "")) : NaN;
}

function younger() {
  const members = Object.values(api).flatMap((one) => Object.entries(one).filter(([, { __compat: known }]) => known));
  const isOld = ([, { __compat: known }]) => ours.every(([browser, version]) => added(known.support[browser]) <= version);
  const name = ([key]) => key.replace(/_(static|event)$/, "");
  const old = [...members.filter(isOld).map(name), ...Object.values(javascript.builtins).flatMap(Object.keys), ...degrades];
  const known = new Set(old);
  return [...new Set(members.map(name))].filter((one) => /[a-z][A-Z]/.test(one) && !known.has(one));
}

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
    "no-restricted-properties": [
      "error",
      ...younger().map((property) => ({ property, message: `One of ${browserslist.join(", ")} lacks it` })),
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
