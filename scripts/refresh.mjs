/**
 * Rewrites tables of facts from the command line tools of the clouds: `npm run refresh -- eks|aks|gke [--from DIR] [--as-of DATE]`.
 *
 * The tools need credentials that may read. `--from` reads recorded answers instead. Tables have the day and the source of the answers, and a fixed
 * order, so that the result is a diff to review. Either all files of a platform are written, or none.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import prettier from "prettier";
import { print, printError } from "./printable.js";
import { refreshAks } from "./refresh/aks.mjs";
import { RefreshError } from "./refresh/answers.mjs";
import { refreshEks } from "./refresh/eks.mjs";
import { refreshGke } from "./refresh/gke.mjs";

const platforms = { eks: refreshEks, aks: refreshAks, gke: refreshGke };
const usage = "usage: npm run refresh -- eks|aks|gke [--from DIR] [--as-of DATE]";

/** @param root - the folder of the files: this repository, or a copy */
async function refresh(platform, root, options) {
  const read = (file) => readFileSync(join(root, file), "utf8");
  const { files, notes } = platforms[platform](read, options);
  const formatted = [];
  for (const [file, text] of Object.entries(files)) {
    if (file.endsWith(".json")) {
      JSON.parse(text);
      formatted.push([file, text]);
    } else {
      const config = await prettier.resolveConfig(fileURLToPath(import.meta.url));
      formatted.push([file, await prettier.format(text, { ...config, parser: "typescript" })]);
    }
  }
  const changed = formatted.filter(([file, text]) => text !== read(file));
  replaceAll(root, changed);
  return { changed: changed.map(([file]) => file), notes };
}

/** Whether a text is a day of the calendar. */
function isDay(text) {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Writes all files next to the old ones, then replaces these. */
function replaceAll(root, files) {
  const next = (file) => join(root, `${file}.${process.pid}.new`);
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(next(file), text);
    }
    for (const [file] of files) renameSync(next(file), join(root, file));
  } finally {
    for (const [file] of files) rmSync(next(file), { force: true });
  }
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: "string" }, "as-of": { type: "string" }, root: { type: "string" } },
  });
  const [platform, ...others] = positionals;
  if (!Object.hasOwn(platforms, platform ?? "") || others.length > 0) throw new RefreshError(usage);
  const asOf = values["as-of"] ?? new Date().toISOString().slice(0, 10);
  if (!isDay(asOf)) throw new RefreshError(`--as-of must be a date such as 2027-01-15, got ${asOf}`);
  const root = values.root ?? dirname(dirname(fileURLToPath(import.meta.url)));
  const { changed, notes } = await refresh(platform, root, { from: values.from, asOf });
  for (const file of changed) print(`changed: ${file}`);
  if (changed.length === 0) print("nothing changed");
  for (const note of notes) print(`to do: ${note}`);
} catch (failure) {
  const isExpected = failure instanceof RefreshError || failure.code?.startsWith("ERR_PARSE_ARGS");
  printError(isExpected ? failure.message : failure.stack);
  process.exitCode = 1;
}
