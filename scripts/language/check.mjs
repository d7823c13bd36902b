/**
 * Finds idioms that this project does not use (docs/style.md), in files and in subjects of commits.
 *
 *     npm run language                          all files
 *     npm run language -- PATH…                 the files in these paths
 *     npm run language -- --commits [RANGE]     subjects of commits, by default those that are not in origin/main
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { checkCommits, defaultRange } from "./commits.mjs";
import { extensions, findIdioms } from "./idioms.mjs";
import { print, printError } from "../printable.js";

/** The pathspecs of a list, without comments. */
function pathspecs(list) {
  const text = readFileSync(new URL(list, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line && !line.startsWith("#"));
}

/** The files of pathspecs: those that git tracks, and new ones that it does not ignore. */
function filesOf(pathspecs) {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", "--"];
  return execFileSync("git", [...list, ...pathspecs], { encoding: "utf8" })
    .split("\0")
    .filter(Boolean);
}

function textFiles(paths, excluded) {
  const excludedFiles = new Set(filesOf(excluded.map((pathspec) => `:(glob)${pathspec}`)));
  const isText = (file) => extensions.includes(extname(file)) || file === ".ci/run";
  return filesOf(paths).filter((file) => isText(file) && !excludedFiles.has(file));
}

function readIfPresent(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}

async function checkFiles(paths) {
  const files = textFiles(paths.length ? paths : ["."], pathspecs("ignored.txt"));
  if (files.length === 0) {
    printError(`no text files in ${paths.join(" ") || "the repository"}`);
    return false;
  }
  let count = 0;
  for (const file of files)
    for (const { line, column, message } of await findIdioms(readIfPresent(file), file)) {
      print(`${file}:${line}:${column} ${message}`);
      count += 1;
    }
  print(`${count} idioms in ${files.length} files`);
  return count === 0;
}

async function checkRange(range = defaultRange()) {
  if (!range) {
    print("0 commits checked: the history is too short");
    return true;
  }
  const { commits, problems } = await checkCommits(range);
  for (const problem of problems) print(problem);
  print(`${problems.length} problems in ${commits} commits (${range})`);
  return problems.length === 0;
}

const [first, ...rest] = process.argv.slice(2);
const isRight = first === "--commits" ? await checkRange(rest[0]) : await checkFiles(process.argv.slice(2));
process.exitCode = isRight ? 0 : 1;
