// Runs a program with Pyodide. Arguments: the folder of packages, one of wheels, and a folder with the program, named use.py.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, wheels, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(packages, "pyodide", "pyodide.mjs")).href);
const read = (...path) => new Uint8Array(readFileSync(join(...path)));

const python = await loadPyodide();
python.FS.mkdir("/program");
for (const name of readdirSync(wheels)) {
  python.unpackArchive(read(wheels, name), "wheel", { extractDir: "/program" });
}
for (const name of readdirSync(folder)) {
  python.FS.writeFile(`/program/${name}`, read(folder, name));
}
python.runPython(`
import sys, warnings
sys.path.insert(0, "/program")
warnings.simplefilter("error")
import use
print("%d.%d" % sys.version_info[:2])
`);
