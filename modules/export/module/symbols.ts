import type { Naming } from "../../cluster/names";
import { InputError } from "../../cluster/problem";
import { findText, isObject, type Json, type JsonObject, type JsonPath } from "../configuration";
import { quoted } from "./hcl";

/**
 * Names that are not known yet. Synthesized with this in the place of the cluster's name, a stack has placeholders wherever
 * the name would be, or a name that is cut to fit, or a hash of it. They become expressions that give what
 * `modules/cluster/names.ts` gives, to the letter.
 */
export class NameSymbols implements Naming {
  /** Stands for the cluster's name: lower-case letters, digits and `-`, as the names that the module takes. */
  readonly name: string;

  /** Expressions by their placeholders. */
  private readonly expressions = new Map<string, string>();

  /** Placeholders by what they stand for, so that the same is always the same. */
  private readonly placeholders = new Map<string, string>();

  /** The names that are cut to fit, as expressions, by their limit. */
  private readonly bounded = new Map<number, Set<string>>();

  private pattern: RegExp;

  /**
   * @param letters - two letters with which no placeholder-like word of the stack begins: see {@link NameSymbols.fits}
   * @param tail - the rest of the name's placeholder
   */
  constructor(
    private readonly letters: string,
    tail: string,
  ) {
    this.name = `${letters}-${tail}`;
    this.pattern = new RegExp(this.name, "g");
    this.expressions.set(this.name, "var.name");
  }

  /** Whether the letters can be told from all that a text has. */
  static fits(letters: string, text: string): boolean {
    return !new RegExp(`${letters}[-x]`).test(text);
  }

  hash(text: string, length: number): string | undefined {
    if (!this.isIn(text)) return undefined;
    return this.placeholderFor(
      `hash ${length} ${text}`,
      length,
      `substr(sha256(${this.textExpression(text)}), 0, ${length})`,
    );
  }

  bound(name: string, limit: number): string | undefined {
    if (!this.isIn(name)) return undefined;
    const full = this.textExpression(name);
    this.bounded.set(limit, (this.bounded.get(limit) ?? new Set()).add(full));
    return this.placeholderFor(`bound ${limit} ${name}`, 8, `local.names["${limit}"][${full}]`);
  }

  /** What the expressions refer to: `local.names`, by limit and by the whole name. */
  get locals(): JsonObject {
    if (this.bounded.size === 0) return {};
    const lists = [...this.bounded]
      .sort(([a], [b]) => a - b)
      .map(([limit, names]) => `"${limit}" = [${[...names].sort().join(", ")}]`);
    const start = 'replace(substr(name, 0, limit - 9), "/-+$/", "")';
    const hash = "substr(sha256(jsonencode(name)), 0, 8)";
    return {
      names:
        `\${{ for limit, names in {${lists.join(", ")}} : limit => ` +
        `{ for name in names : name => length(name) <= limit ? name : "\${${start}}-\${${hash}}" } }}`,
    };
  }

  /**
   * A configuration with expressions in the place of placeholders.
   *
   * @throws InputError where Terraform takes none
   */
  resolve(configuration: JsonObject): JsonObject {
    const resolved = this.resolved(configuration, []) as JsonObject;
    const left = findText(resolved, (text) => this.isIn(text));
    if (left) throw cannotFollow(left);
    return resolved;
  }

  /** Whether a text has anything that stands for the name, or is made of it. */
  isIn(text: string): boolean {
    return text.search(this.pattern) >= 0;
  }

  private resolved(value: Json | undefined, path: JsonPath): Json | undefined {
    if (typeof value === "string") return this.resolvedText(value, path);
    if (Array.isArray(value)) return value.map((item: Json, i) => this.resolved(item, [...path, i])!);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        this.resolvedText(key, [...path, key]),
        this.resolved(item, [...path, key]),
      ]),
    );
  }

  private resolvedText(text: string, path: JsonPath): string {
    const resolved = this.resolvedPlaceholders(this.resolvedBase64(text, path), path);
    if (resolved !== text && isFixed(path)) throw cannotFollow(path);
    return resolved;
  }

  private resolvedPlaceholders(text: string, path: JsonPath): string {
    return text.replace(this.pattern, (placeholder, at: number) => {
      // A `$` before it would take the meaning of `${` away.
      if (/[$%]$/.test(text.slice(0, at))) throw cannotFollow(path);
      return `\${${this.expressions.get(placeholder)}}`;
    });
  }

  /** Base64 hides what is in it: Terraform puts that in its place before it encodes. */
  private resolvedBase64(text: string, path: JsonPath): string {
    return text.replace(base64, (found, argument: string | undefined) => {
      const encoded = argument ?? found;
      const decoded = Buffer.from(encoded, "base64").toString("utf8");
      if (!this.isIn(decoded) || Buffer.from(decoded).toString("base64") !== encoded) return found;
      if (argument !== undefined) return this.decodedExpression(decoded);
      if (found !== text) throw cannotFollow(path);
      return `\${base64encode(${this.decodedExpression(decoded)})}`;
    });
  }

  /** An expression that gives the text, with marks that are replaced for its placeholders. */
  private decodedExpression(text: string): string {
    const marks = new Map([...new Set(text.match(this.pattern))].map((found, i) => [found, `@@name-${i}@@`]));
    const marked = text.replace(this.pattern, (placeholder) => marks.get(placeholder)!);
    return [...marks].reduce(
      (inner, [placeholder, mark]) =>
        `replace(${inner}, ${quoted(mark)}, ${this.expressions.get(placeholder)})`,
      `base64decode(${quoted(Buffer.from(marked).toString("base64"))})`,
    );
  }

  /** A plain text that has placeholders, as an expression. */
  private textExpression(text: string): string {
    return quoted(text).replace(this.pattern, (placeholder) => `\${${this.expressions.get(placeholder)}}`);
  }

  private placeholderFor(key: string, length: number, expression: string): string {
    const known = this.placeholders.get(key);
    if (known !== undefined) return known;
    const number = String(this.placeholders.size);
    const placeholder = this.letters + number.padStart(length - this.letters.length, "x");
    this.placeholders.set(key, placeholder);
    this.expressions.set(placeholder, expression);
    const all = [...this.expressions.keys()].sort((a, b) => b.length - a.length);
    this.pattern = new RegExp(all.join("|"), "g");
    return placeholder;
  }
}

const base64 = /base64decode\("([A-Za-z0-9+/]{16,}={0,2})"\)|[A-Za-z0-9+/]{16,}={0,2}/g;

/** Addresses, and the arguments that refer to them or that Terraform reads before it evaluates anything. */
function isFixed(path: JsonPath): boolean {
  const [kind, ...rest] = path;
  if (kind === "output" || kind === "locals") return rest.length < 2;
  return rest.length < 3 || ["depends_on", "lifecycle", "provider"].includes(String(rest[2]));
}

/** Why a stack can't be a module. */
export function cannotFollow(path: JsonPath): InputError {
  return new InputError(
    `${path.join(".")} is made of the cluster's name in a way that Terraform can't repeat, so that the name can't be an ` +
      "input of a module; export the stack as a root module",
  );
}
