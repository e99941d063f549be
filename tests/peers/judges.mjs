// Prints, as JSON, what a validator of JavaScript says of each body of the conformance kit: node judges.mjs VALIDATOR KIT
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [name, kit] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(join(kit, path), "utf8"));

/** By validator: gives for a schema a function that says whether a value is valid. */
const validators = {
  async ajv() {
    const { default: Ajv } = await import("ajv/dist/2020.js");
    const { default: addFormats } = await import("ajv-formats");
    return (schema) => addFormats(new Ajv({ allowUnionTypes: true })).compile(schema);
  },
  async hyperjump() {
    const { registerSchema, setShouldValidateFormat, validate } = await import("@hyperjump/json-schema/draft-2020-12");
    await import("@hyperjump/json-schema/formats");
    setShouldValidateFormat(true);
    return async (schema) => {
      registerSchema(schema);
      const judge = await validate(schema.$id);
      return (value) => judge(value).valid;
    };
  },
  async zod() {
    const { z } = await import("zod");
    return (schema) => {
      const type = z.fromJSONSchema(schema);
      return (value) => type.safeParse(value).success;
    };
  },
};

/** A judge for a schema; one that never decides where the validator does not take the schema. */
const made = async (compile, schema) => {
  try {
    return await compile(schema);
  } catch (error) {
    console.error(`${schema.$id}: ${error.message}`);
    return () => null;
  }
};

const compile = await validators[name]();
const judges = new Map();
const verdicts = {};
for (const { file, schema } of read("manifest.json").bodies) {
  if (schema === null) continue;
  if (!judges.has(schema)) judges.set(schema, await made(compile, read(schema)));
  try {
    verdicts[file] = judges.get(schema)(read(file));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    verdicts[file] = false;
  }
}
console.log(JSON.stringify(verdicts));
