// Reads bodies with the code that was made of a schema, and prints as JSON for each whether it is taken, and written unchanged:
// node schema_code.mjs PROGRAM, in a folder with `texts.json` and the code. `write SCHEMA CODE` has Ajv write its code.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isDeepStrictEqual } from "node:util";

const [program, schema, code] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const programs = {
  async quicktype() {
    const { Convert } = await import("./code.js");
    return (text) => {
      try {
        const written = Convert.bodyToJson(Convert.toBody(text));
        return [true, isDeepStrictEqual(JSON.parse(written), JSON.parse(text))];
      } catch {
        return [false, false];
      }
    };
  },
  async standalone() {
    const judge = require("./code.cjs");
    return (text) => [judge(JSON.parse(text)), null];
  },
  async zod() {
    const { default: body } = await import("./code.js");
    return (text) => {
      const { success, data } = body.safeParse(JSON.parse(text));
      return [success, success && isDeepStrictEqual(data, JSON.parse(text))];
    };
  },
};

if (program === "write") {
  const { default: Ajv } = await import("ajv/dist/2020.js");
  const { default: addFormats } = await import("ajv-formats");
  const { default: standalone } = await import("ajv/dist/standalone/index.js");
  const ajv = addFormats(new Ajv({ allowUnionTypes: true, code: { source: true } }));
  writeFileSync(code, standalone(ajv, ajv.compile(JSON.parse(readFileSync(schema, "utf8")))));
} else {
  const read = await programs[program]();
  const texts = JSON.parse(readFileSync("texts.json", "utf8"));
  const found = Object.entries(texts).map(([file, text]) => [file, read(text)]);
  console.log(JSON.stringify(Object.fromEntries(found)));
}
