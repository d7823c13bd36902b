import { formatPath, isError, type Path, type Problem } from "../../cluster/problem";
import { isMap } from "../members";
import { replaceReferences, wholeReference, type Variables } from "./references";

/** A text that has literal parts and references. */
interface MixedText {
  readonly path: Path;
  readonly text: string;
}

/**
 * Values in place of references: names, numbers, accounts, addresses, regions, ids. A text is right if the rules accept it with one of
 * them.
 */
const samples: readonly string[] = [
  "a",
  "1",
  "",
  "us-east-1",
  "111122223333",
  "10.0.0.0",
  "10.0.0.0/16",
  "0123456789abcdef0",
  "0123456789abcdef0123456789abcdef",
  "1234abcd-12ab-34cd-56ef-1234567890ab",
  "2027-01-01",
  "01:00",
];

/** Texts with more combinations of samples are not checked. */
const mostCombinations = 150;

/**
 * The problems of literal parts of texts with references. Rules skip references, whose values only Terraform knows; here they
 * check each such text with samples in place of its references. What they refuse with all samples is a fault of the literal parts.
 *
 * @param rules - the problems of a value
 * @param isProgram - whether the text at a path has no references
 */
export function literalPartProblems<Value extends object>(
  value: Value,
  variables: Variables,
  rules: (value: Value) => readonly Problem[],
  isProgram: (path: Path) => boolean,
): Problem[] {
  let open = mixedTexts(value)
    .filter(({ path }) => !isProgram(path))
    .map((mixed) => ({
      ...mixed,
      tries: triesOf(mixed.text, variables),
      found: undefined as Problem | undefined,
    }))
    .filter(({ tries }) => tries.length > 0);
  const refused: Problem[] = [];
  for (let round = 0; open.length > 0; round++) {
    const tried = new Map(open.map(({ path, tries }) => [formatPath(path), tries[round]]));
    const problems = new Map(
      rules(withTexts(value, tried) as Value)
        .filter(isError)
        .map((problem) => [formatPath(problem.path), problem] as const),
    );
    open = open.flatMap((mixed) => {
      const at = formatPath(mixed.path);
      const problem = problems.get(at);
      if (problem === undefined) return [];
      const shown = problem.message.replaceAll(JSON.stringify(tried.get(at)), () =>
        JSON.stringify(mixed.text),
      );
      const found = mixed.found ?? { ...problem, message: shown };
      if (round + 1 < mixed.tries.length) return [{ ...mixed, found }];
      refused.push(found);
      return [];
    });
  }
  return refused;
}

function mixedTexts(value: unknown, path: Path = []): MixedText[] {
  if (typeof value === "string") {
    const isMixed = wholeReference(value) === undefined && replaceReferences(value, () => "") !== value;
    return isMixed ? [{ path, text: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => mixedTexts(item, [...path, i]));
  return isMap(value) ? Object.entries(value).flatMap(([key, item]) => mixedTexts(item, [...path, key])) : [];
}

/** The text with all combinations of samples; none if there are too many. */
function triesOf(text: string, variables: Variables): string[] {
  const names = new Set<string>();
  replaceReferences(text, (name) => {
    names.add(name);
    return "";
  });
  let combinations: ReadonlyMap<string, string>[] = [new Map()];
  for (const name of names) {
    const values = samplesOf(name, variables);
    if (combinations.length * values.length > mostCombinations) return [];
    combinations = values.flatMap((sample) => combinations.map((one) => new Map([...one, [name, sample]])));
  }
  return combinations.map((one) => replaceReferences(text, (name) => one.get(name)!));
}

function samplesOf(name: string, variables: Variables): readonly string[] {
  const spec = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const byType = { number: ["1", "10"], bool: ["true"], string: samples, "list(string)": samples };
  const given = spec?.default === undefined || Array.isArray(spec.default) ? [] : [String(spec.default)];
  return [...new Set([...given, ...byType[spec?.type ?? "string"]])];
}

/** A copy with other texts at some paths. */
function withTexts(value: unknown, texts: ReadonlyMap<string, string>, path: Path = []): unknown {
  if (typeof value === "string") return texts.get(formatPath(path)) ?? value;
  if (Array.isArray(value)) return value.map((item, i) => withTexts(item, texts, [...path, i]));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withTexts(item, texts, [...path, key])]),
  );
}
