// Calls functions of the package: reads a line of calls, and writes a line with what each of them gives.
import { createInterface } from "node:readline";

const api = await import(process.argv[2]);

/** @param {{ bytes?: string, value?: unknown }} part */
const received = (part) => (part.bytes === undefined ? part.value : new Uint8Array(Buffer.from(part.bytes, "base64")));

for await (const line of createInterface({ input: process.stdin })) {
  const answers = JSON.parse(line).map(([name, ...rest]) => {
    try {
      return JSON.stringify(api[name.value](...rest.map(received)));
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  });
  process.stdout.write(`${JSON.stringify(answers)}\n`);
}
