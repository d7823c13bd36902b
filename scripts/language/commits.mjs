/** Checks the subjects of commits: plain English, imperative, at most 72 characters. */
import { execFileSync } from "node:child_process";
import { findIdioms } from "./idioms.mjs";

/** Older commits are not checked: they were written before there were these rules. */
const firstUnchecked = "1290ab80576ade9b5d7d40305589ff09b522fe72";

const maximumLength = 72;

/** Verbs whose base form has an ending of another form. */
const baseForms = {
  s: /^(?:(?:un|by|re)?(?:pass|process|press|express|compress|suppress|address|access|discuss|focus|cross|miss|guess|dismiss|canvas|bias|alias))$/i,
  ed: /^(?:embed|feed|speed|need|seed|shed|exceed|proceed|succeed)$/i,
  ing: /^(?:bring|ring|string|spring|ping)$/i,
};

/**
 * What is wrong with a subject.
 *
 * @returns {Promise<string[]>}
 */
export async function checkSubject(subject) {
  const problems = [];
  const [verb] = subject.split(/[^A-Za-z-]/, 1);
  if (!/^[A-Z]/.test(subject)) problems.push("must begin with a capital letter, without a prefix");
  if (/[.!]$/.test(subject)) problems.push("must not end in a full stop");
  if (subject.length > maximumLength)
    problems.push(`must have at most ${maximumLength} characters, got ${subject.length}`);
  for (const [ending, exceptions] of Object.entries(baseForms))
    if (verb.toLowerCase().endsWith(ending) && !exceptions.test(verb))
      problems.push(`must begin with a verb in the imperative, got "${verb}"`);
  const idioms = await findIdioms(subject);
  return [...problems, ...idioms.map(({ message }) => message)];
}

/**
 * The problems of all commits of a range, merges excluded.
 *
 * @param {string} range - such as `main..HEAD`
 * @returns {Promise<{ commits: number, problems: string[] }>}
 */
export async function checkCommits(range) {
  const log = git("log", "--no-merges", "--format=%h %s", range, "--");
  const commits = log.split("\n").filter(Boolean);
  const problems = [];
  for (const commit of commits) {
    const [hash, subject] = commit.split(/ (.*)/s);
    for (const problem of await checkSubject(subject)) problems.push(`${hash} "${subject}": ${problem}`);
  }
  return { commits: commits.length, problems };
}

/** The commits that are not in the base branch; without a base branch, those after the first unchecked one. */
export function defaultRange() {
  const exists = (revision) => {
    try {
      return git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`).trim() !== "";
    } catch {
      return false;
    }
  };
  const base = ["origin/main", firstUnchecked].find(exists);
  return base && `${base}..HEAD`;
}

function git(...args) {
  return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
