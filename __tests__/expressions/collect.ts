import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** A regular expression of the code, and where it is. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

/** An expression that is built at run time, from parts that the code does not contain. */
export interface BuiltExpression {
  readonly place: string;

  /** The parts, as code. */
  readonly holes: readonly string[];

  /** The expression with a value for each part. */
  with(values: Readonly<Record<string, string>>): Expression;
}

/** All expressions of the code that runs on a machine of the user. */
export interface Expressions {
  readonly literal: readonly Expression[];
  readonly built: readonly BuiltExpression[];
}

const root = join(__dirname, "../..");
const places = ["modules", "cli", "scripts", "stacks", "bin", "main.ts"];

/** Generated code: its expressions are the patterns and formats of the schema. */
const generated = ["validators.js"];

export function collectExpressions(): Expressions {
  const literal: Expression[] = [];
  const built: BuiltExpression[] = [];
  for (const file of places.flatMap((place) => filesIn(join(root, place)))) {
    const found = expressionsIn(relative(root, file), readFileSync(file, "utf8"));
    literal.push(...found.literal);
    built.push(...found.built);
  }
  return { literal: [...literal, ...schemaPatterns()], built };
}

function filesIn(path: string): string[] {
  if (/\.(ts|js|mjs)$/.test(path)) return generated.some((name) => path.endsWith(name)) ? [] : [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\.(ts|js|mjs)$/.test(entry.name))
    .flatMap((entry) => filesIn(join(path, entry.name)));
}

/** The expressions of one file. */
export function expressionsIn(file: string, text: string): Expressions {
  const literal: Expression[] = [];
  const built: BuiltExpression[] = [];
  const code = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const place = `${file}:${code.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      literal.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place });
    }
    const called = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (called && node.expression.getText() === "RegExp" && node.arguments) {
      built.push(builtOf(code, node.arguments, place));
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return { literal, built };
}

function builtOf(
  code: ts.SourceFile,
  [pattern, flags]: readonly ts.Expression[],
  place: string,
): BuiltExpression {
  const parts = partsOf(code, pattern);
  return {
    place,
    holes: parts.flatMap((part) => (typeof part === "string" ? [] : part.hole)),
    with: (values) => ({
      source: parts.map((part) => (typeof part === "string" ? part : values[part.hole])).join(""),
      flags: flags && ts.isStringLiteral(flags) ? flags.text : "",
      place,
    }),
  };
}

type Part = string | { readonly hole: string };

/** Text, and expressions that are not a constant string of the same file. */
function partsOf(code: ts.SourceFile, node: ts.Expression): Part[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [
      node.head.text,
      ...node.templateSpans.flatMap(({ expression, literal }) => [
        ...partsOf(code, expression),
        literal.text,
      ]),
    ];
  }
  if (ts.isIdentifier(node)) {
    const constant = code.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .find(({ name }) => name.getText() === node.text);
    if (constant?.initializer) return partsOf(code, constant.initializer);
  }
  return [{ hole: node.getText() }];
}

/** Patterns of the JSON Schema become expressions of the generated check. */
function schemaPatterns(): Expression[] {
  const file = "modules/environment/environment.schema.json";
  const found: Expression[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (key === "pattern" && typeof item === "string")
        found.push({ source: item, flags: "u", place: file });
      if (key === "patternProperties") {
        found.push(...Object.keys(item as object).map((source) => ({ source, flags: "u", place: file })));
      }
      visit(item);
    }
  };
  visit(JSON.parse(readFileSync(join(root, file), "utf8")));
  return found;
}
