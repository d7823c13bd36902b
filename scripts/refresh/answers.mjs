// The answers of the clouds' command line tools, from the tools or from files of recorded answers.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A failure that the user can repair. */
export class RefreshError extends Error {}

/**
 * The parsed answer of a command.
 *
 * @param file - the name of its recorded answer in the folder `from`
 * @param command - the program and its arguments
 * @param from - the folder of recorded answers; undefined to run the command
 */
export function answerOf(file, [program, ...args], from) {
  if (from !== undefined) {
    const path = join(from, file);
    if (!existsSync(path)) {
      throw new RefreshError(`${path} does not exist; it is the output of "${[program, ...args].join(" ")}"`);
    }
    return parsed(recorded(path), path);
  }
  let text;
  try {
    text = execFileSync(program, args, {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      stdio: ["ignore", "pipe", "inherit"],
    });
  } catch (failure) {
    if (failure.code === "ENOENT") {
      throw new RefreshError(`${program} is not installed: install it, or use --from DIR with ${file} in it`);
    }
    throw new RefreshError(`"${[program, ...args].join(" ")}" failed with exit code ${failure.status}`);
  }
  return parsed(text, `the answer of "${[program, ...args].join(" ")}"`);
}

function recorded(path) {
  try {
    // Shells of Windows write a mark at the start.
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (failure) {
    throw new RefreshError(`${path} cannot be read: ${failure.code}`);
  }
}

function parsed(text, source) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefreshError(`${source} is not JSON`);
  }
  // The AWS CLI joins all pages without this option.
  const token = value?.nextToken ?? value?.NextToken;
  if (token) throw new RefreshError(`${source} is only one page: run the command without --no-paginate`);
  return { value, source };
}

/** A list, also without items. If nothing is there, it has none. */
export function itemsIn(value, path, source) {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new RefreshError(`${source}: ${path} must be a list`);
  return value;
}

/** A list with at least one item. */
export function listIn(value, path, source) {
  if (!Array.isArray(value)) throw new RefreshError(`${source}: ${path} must be a list`);
  if (value.length === 0) throw new RefreshError(`${source}: ${path} must have at least one item, got none`);
  return value;
}

/** A text of a pattern. */
export function textIn(value, pattern, path, source) {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new RefreshError(
    `${source}: ${path} must match ${pattern}, got ${JSON.stringify(value) ?? "nothing"}`,
  );
}

/** A day: ISO 8601, or seconds since 1970. */
export function dayIn(value, path, source) {
  const date =
    typeof value === "number" ? new Date(value * 1000) : new Date(typeof value === "string" ? value : NaN);
  if (Number.isNaN(date.getTime())) {
    throw new RefreshError(`${source}: ${path} must be a date, got ${JSON.stringify(value) ?? "nothing"}`);
  }
  return date.toISOString().slice(0, 10);
}

/** A positive number. */
export function numberIn(value, path, source) {
  const number = Number(value);
  if (value !== null && value !== "" && Number.isFinite(number) && number > 0) return number;
  throw new RefreshError(
    `${source}: ${path} must be a positive number, got ${JSON.stringify(value) ?? "nothing"}`,
  );
}
