import { randomUUID } from "node:crypto";
import { type IResolvable, type IResolveContext, Token } from "cdktf";
import * as TOML from "smol-toml";

/**
 * Encodes values for the language in which Terraform, the cloud or a node reads them: JSON, TOML, PowerShell, the shell, base64. Literals
 * are encoded at synthesis. References become calls of Terraform functions, which encode the value when Terraform knows it.
 */

/** A part of a text: a literal, or the expression of a reference `${…}`. */
export type Part = { readonly literal: string } | { readonly expression: string };

/**
 * The parts of a text whose CDKTF tokens are resolved.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#string-templates
 */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const isEscaped = text.startsWith("$${", at) || text.startsWith("%%{", at);
    const end = !isEscaped && text.startsWith("${", at) ? endOfReference(text, at + 2) : undefined;
    if (end === undefined) {
      literal += isEscaped ? text.slice(at + 1, at + 3) : text[at];
      at += isEscaped ? 3 : 1;
    } else {
      if (literal !== "") parts.push({ literal });
      literal = "";
      parts.push({ expression: text.slice(at + 2, end) });
      at = end + 1;
    }
  }
  return literal !== "" || parts.length === 0 ? [...parts, { literal }] : parts;
}

/** The position of the `}` that closes a reference; undefined if there is none. */
function endOfReference(text: string, from: number): number | undefined {
  const open = ["}"];
  for (let at = from; at < text.length; at++) {
    const closing = open[open.length - 1];
    if (text[at] === closing) {
      open.pop();
      if (open.length === 0) return at;
    } else if (closing === '"') {
      if (text[at] === "\\") at++;
      else if (text.startsWith("$${", at)) at += 2;
      else if (text.startsWith("${", at)) {
        open.push("}");
        at++;
      }
    } else if (text[at] === '"') {
      open.push('"');
    } else if (text[at] === "{") {
      open.push("}");
    }
  }
  return undefined;
}

/**
 * Whether an expression is an attribute of a resource or data source, a local value of a construct, or an address of a range. The cloud or
 * the function forms these values: they are ids, ARNs, addresses and certificates in base64, and have no character with a meaning in any
 * of the languages.
 */
const isAttribute = (expression: string): boolean =>
  /^\s*(local|(data\.)?[a-z][a-z0-9]*_[a-z0-9_]+)\.[\w-]+(\.[\w-]+|\[\d+\])*\s*$/.test(expression) ||
  /^cidrhost\([^()"]+, \d+\)$/.test(expression);

/** Whether a text has a reference to anything but attributes, so that its value can be any text. */
const isOpen = (text: string): boolean =>
  partsOf(text).some((part) => "expression" in part && !isAttribute(part.expression));

/** A text as a string of Terraform's language: `"a ${var.b}"`. */
export function hclString(text: string): string {
  const written = partsOf(text).map((part) =>
    "literal" in part ? hclLiteral(part.literal) : `\${${part.expression}}`,
  );
  return `"${written.join("")}"`;
}

/** `$` and `%` are escaped in front of `{`, and at the end, where a reference can follow. */
const hclLiteral = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\b/g, "\\u0008")
    .replace(/\\f/g, "\\u000c")
    .replace(/[$%](?=\{|$)/g, asEscape);

const asEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A text that is data even if it has `${`: that of a program. */
export class LiteralText {
  constructor(readonly text: string) {}
}

/** Encodes values whose CDKTF tokens are resolved. */
export class Encoder {
  /**
   * @param insert - returns the text for the value of an expression. If omitted, it is `${…}`: the whole is an argument of
   *   Terraform
   */
  constructor(private readonly insert?: (expression: string) => string) {}

  /** A value as JSON; keys are encoded, too. Attributes are within the quotes, so that the text is JSON before Terraform runs. */
  json(value: unknown, indent?: number): string {
    return this.written(
      value,
      (marked) => JSON.stringify(marked, undefined, indent),
      (text) => `jsonencode(${text})`,
    );
  }

  /** A table as TOML. */
  toml(value: object): string {
    return this.written(
      value,
      (marked) => TOML.stringify(marked as Record<string, unknown>),
      // Terraform writes DEL as it is, which TOML does not allow.
      (text) => `replace(jsonencode(${text}), "\\u007f", "\\\\u007f")`,
    );
  }

  /**
   * A text as a string of PowerShell in single quotes. PowerShell takes typographic quotes for single quotes.
   *
   * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
   */
  powershell(text: string): string {
    const quotes = "['\u2018\u2019\u201a\u201b]";
    if (isOpen(text)) {
      return `'${this.inserted(`replace(${hclString(text)}, "/(${quotes})/", "$1$1")`)}'`;
    }
    const parts = partsOf(text).map((part) =>
      "literal" in part
        ? part.literal.replace(new RegExp(quotes, "g"), "$&$&")
        : this.inserted(part.expression),
    );
    return `'${parts.join("")}'`;
  }

  /** A text as one argument of a command of a POSIX shell, without quotes if all characters are safe. */
  shell(text: string): string {
    const safe = "^[A-Za-z0-9_./:@=+-]+$";
    if (isOpen(text)) {
      const whole = hclString(text);
      const quoted = `"'\${replace(${whole}, "'", "'\\\\''")}'"`;
      return this.inserted(`can(regex("${safe}", ${whole})) ? ${whole} : ${quoted}`);
    }
    const parts = partsOf(text).map((part) =>
      "literal" in part ? part.literal : this.inserted(part.expression),
    );
    const literals = partsOf(text).map((part) => ("literal" in part ? part.literal : "x"));
    return new RegExp(safe).test(literals.join(""))
      ? parts.join("")
      : `'${parts.join("").replaceAll("'", `'\\''`)}'`;
  }

  /**
   * An expression of the Common Expression Language. The values of references have only characters that cannot end a string or join
   * conditions; with others, Terraform ends with an error.
   *
   * @see https://cloud.google.com/iam/docs/conditions-overview
   */
  cel(text: string): string {
    return partsOf(text)
      .map((part) => {
        if ("literal" in part) return part.literal;
        const value = `\${${part.expression}}`;
        return this.inserted(
          isAttribute(part.expression) ? part.expression : `regex("^[A-Za-z0-9_./:@+-]*$", "${value}")`,
        );
      })
      .join("");
  }

  /** A text whose references are inserted without encoding. */
  text(text: string): string {
    return partsOf(text)
      .map((part) => ("literal" in part ? part.literal : this.inserted(part.expression)))
      .join("");
  }

  private inserted(expression: string): string {
    return this.insert ? this.insert(expression) : `\${${expression}}`;
  }

  /** Writes a value with marks in place of its references, and then the references in place of the marks. */
  private written(
    value: unknown,
    write: (marked: unknown) => string,
    encode: (text: string) => string,
  ): string {
    // No value can have a mark, since it is random.
    const mark = randomUUID();
    const inserted: string[] = [];
    const markFor = (kind: "whole" | "part", expression: string) =>
      `${kind}-${mark}-${inserted.push(this.inserted(expression)) - 1}.`;
    const textOf = (text: string): string =>
      isOpen(text)
        ? markFor("whole", encode(hclString(text)))
        : partsOf(text)
            .map((part) => ("literal" in part ? part.literal : markFor("part", part.expression)))
            .join("");
    const visit = (item: unknown): unknown => {
      if (typeof item === "string") return textOf(item);
      if (item instanceof LiteralText) return item.text;
      if (Array.isArray(item)) return item.map(visit);
      if (typeof item !== "object" || item === null || item instanceof Date) return item;
      return Object.fromEntries(Object.entries(item).map(([key, one]) => [textOf(key), visit(one)]));
    };
    const text = write(visit(value));
    if (inserted.length === 0) return this.insert ? text : text.replace(/[$%](?=\{)/g, asEscape);
    // In an argument of Terraform, a literal must not become an expression.
    const literal = this.insert ? text : text.replace(new RegExp(`[$%](?=\\{|part-${mark})`, "g"), asEscape);
    return literal
      .replace(new RegExp(`"whole-${mark}-(\\d+)\\."`, "g"), (_, i: string) => inserted[Number(i)])
      .replace(new RegExp(`part-${mark}-(\\d+)\\.`, "g"), (_, i: string) => inserted[Number(i)]);
  }
}

/** A value as JSON for an argument of Terraform. */
export function json(value: unknown): string {
  return resolvedText(value, (resolved) => new Encoder().json(resolved));
}

/** An expression of the Common Expression Language, for an argument of Terraform. */
export function celExpression(text: string): string {
  return resolvedText(text, (resolved) => new Encoder().cel(resolved));
}

/** A text as one argument of a command of a POSIX shell, for an argument of Terraform. */
export function shellArgument(text: string): string {
  return resolvedText(text, (resolved) => new Encoder().shell(resolved));
}

/**
 * A text in base64 for an argument of Terraform: a literal, or an expression that inserts references once, so that no value can be taken for
 * another reference.
 *
 * @param make - returns the text. Its argument returns the mark of an expression
 */
export function base64(make: (insert: (expression: string) => string) => string): string {
  const mark = randomUUID();
  const expressions: string[] = [];
  const text = make((expression) => `${mark}-${expressions.push(expression) - 1}.`);
  if (expressions.length === 0) return Buffer.from(text).toString("base64");
  const values: string[] = [];
  const format = text.replaceAll("%", "%%").replace(new RegExp(`${mark}-(\\d+)\\.`, "g"), (_, i: string) => {
    values.push(`"\${${expressions[Number(i)]}}"`);
    return "%s";
  });
  const encoded = Buffer.from(format).toString("base64");
  return `\${base64encode(format(base64decode("${encoded}"), ${values.join(", ")}))}`;
}

/** A text that is made of a value: now, or if it has tokens, when CDKTF has resolved them. */
export function resolvedText<T>(value: T, make: (resolved: T) => string): string {
  return hasToken(value)
    ? Token.asString(new ResolvedText(value, make as (value: unknown) => string))
    : make(value);
}

function hasToken(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  if (typeof value !== "object" || value === null || value instanceof Date) return false;
  return Object.entries(value).some(([key, item]) => Token.isUnresolved(key) || hasToken(item));
}

class ResolvedText implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(
    private readonly value: unknown,
    private readonly make: (value: unknown) => string,
  ) {}

  resolve(context: IResolveContext): string {
    return this.make(context.resolve(this.value));
  }

  toString(): string {
    return Token.asString(this);
  }

  toJSON(): unknown {
    return "<text>";
  }
}
