import { createContext, Script } from "node:vm";
import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** Characters of an attack. */
const longest = 80_000;

/**
 * Texts that make an expression slow if it is not linear: for each place with a quantifier without limit, what leads to that place,
 * then very many repetitions, then what does not match.
 */
function* attacks(source: string, flags: string): Generator<string> {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  const characters = charactersIn(pattern.raw);
  const seen = new Set<string>();
  for (const [lead, atoms] of unboundedPlaces(pattern.alternatives, "", characters)) {
    for (const unit of [...atoms, lead, lead + atoms[0]]) {
      const attack = `${lead}|${unit}`;
      if (unit === "" || seen.has(attack)) continue;
      seen.add(attack);
      yield `${lead}${unit.repeat(Math.ceil(longest / unit.length))}\n\0`;
    }
  }
}

type Place = readonly [lead: string, atoms: readonly string[]];

/** Signs in the expression first: repetitions often meet there. */
const charactersIn = (source: string): string[] => [
  ...new Set([...source.replace(/[\\A-Za-z0-9]/g, ""), "\\", "a", "0", "A", "-", ".", " ", "\n", "\t"]),
];

function* unboundedPlaces(
  alternatives: readonly AST.Alternative[],
  before: string,
  characters: readonly string[],
): Generator<Place> {
  for (const { elements } of alternatives) {
    let lead = before;
    for (const element of elements) {
      const inner = element.type === "Quantifier" ? element.element : element;
      if (element.type === "Quantifier" && element.max > 100) yield [lead, membersOf(inner, characters)];
      if (inner.type === "Group" || inner.type === "CapturingGroup" || isLookaround(inner)) {
        yield* unboundedPlaces(inner.alternatives, lead, characters);
      }
      lead += sampleOf(element);
    }
  }
}

const isLookaround = (node: AST.Element): node is AST.LookaroundAssertion =>
  node.type === "Assertion" && (node.kind === "lookahead" || node.kind === "lookbehind");

/** A text that the element matches. */
function sampleOf(element: AST.Element): string {
  switch (element.type) {
    case "Quantifier":
      return (membersOf(element.element)[0] ?? "").repeat(Math.max(1, Math.min(element.min, 100)));
    case "Assertion":
    case "Backreference":
      return "";
    default:
      return membersOf(element)[0] ?? "";
  }
}

const printable = ["a", "é", ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(i + 32))];

/** Some texts that the element matches, at least one. */
function membersOf(element: AST.Element, characters: readonly string[] = []): string[] {
  switch (element.type) {
    case "Character":
      return [String.fromCodePoint(element.value)];
    case "CharacterSet":
    case "CharacterClass": {
      const set = new RegExp(`^${element.raw}$`, /\\p|\\u\{/.test(element.raw) ? "u" : "");
      return [...new Set([...characters, ...printable])].filter((text) => set.test(text)).slice(0, 5);
    }
    case "Group":
    case "CapturingGroup":
      return element.alternatives.flatMap(({ elements }) =>
        elements.reduce<string[]>(
          (texts, one, i) => {
            const last = i === elements.length - 1 && one.type !== "Quantifier";
            const members = last ? membersOf(one, characters) : [sampleOf(one)];
            return texts.flatMap((text) => members.map((member) => text + member));
          },
          [""],
        ),
      );
    default:
      return [""];
  }
}

const context: { search?: () => string | undefined } = {};
const script = new Script("search()");
createContext(context);

/** Milliseconds of the processor. A linear search of an attack takes less than one, a quadratic one more than this. */
const mostMilliseconds = 40;

/**
 * Why an expression is not linear; undefined if all attacks end in little time.
 *
 * @param timeout - milliseconds of wall-clock time for all attacks; the default is many more than linear searches take on a busy machine
 */
export function faultOf(source: string, flags: string, timeout = 5_000): string | undefined {
  const pattern = new RegExp(source, flags.replace("g", ""));
  let current = "";
  context.search = () => {
    for (current of attacks(source, flags)) {
      // Measured twice, because other processes disturb the first.
      if (searchTime(pattern, current) < mostMilliseconds) continue;
      const time = searchTime(pattern, current);
      if (time >= mostMilliseconds) return `${JSON.stringify(current.slice(0, 40))}… takes ${time} ms`;
    }
    return undefined;
  };
  try {
    return script.runInContext(context, { timeout }) as string | undefined;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw failure;
    return `${JSON.stringify(current.slice(0, 40))}… does not end`;
  }
}

function searchTime(pattern: RegExp, text: string): number {
  const { user: before } = process.cpuUsage();
  pattern.test(text);
  return (process.cpuUsage().user - before) / 1000;
}
