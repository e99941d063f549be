// Measures one library of JavaScript in process: `node calls.mjs LIBRARY PLACE SCHEMA FILE`, where PLACE is the folder of the library.
//
// Prints the seconds that one check of the file takes, from its text to the verdict, after everything was loaded and compiled.
// Exits with 0 if the library calls the file valid, with 1 if not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const OPERATION = "createCustomer";
const SECONDS = 0.2; // of each of the runs, of which the quickest counts
const RUNS = 5;

const LIBRARIES = {
  /** This package: every defect with its place, and advice. */
  async ours(place) {
    const { validate } = await import(pathToFileURL(`${place}/index.js`).href);
    return (text) => validate(text, OPERATION).valid;
  },

  /** What anybody would write instead: the verdict of a compiled schema, and its errors without lines and columns. */
  async ajv(place, schema) {
    const require = createRequire(`${place}/`);
    const { default: Ajv } = require("ajv/dist/2020");
    const ajv = new Ajv({ allErrors: true, strict: false });
    require("ajv-formats").default(ajv);
    const check = ajv.compile(JSON.parse(schema));
    return (text) => check(JSON.parse(text));
  },
};

/** The seconds of one call. */
function seconds(check, text) {
  let calls = 1;
  for (;;) {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) check(text);
    const taken = (performance.now() - start) / 1e3;
    if (taken >= SECONDS) return taken / calls;
    calls = Math.max(calls * 2, Math.ceil((calls * SECONDS) / (taken || SECONDS)));
  }
}

const [library, place, schema, file] = process.argv.slice(2);
const check = await LIBRARIES[library](place, readFileSync(schema, "utf-8"));
const text = readFileSync(file, "utf-8");
const isValid = check(text);
console.log(Math.min(...Array.from({ length: RUNS }, () => seconds(check, text))));
process.exitCode = isValid ? 0 : 1;
