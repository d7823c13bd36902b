/**
 * Writes `docs/rules.md` from the comments of all rules: `npm run rules`. With `--check` it writes nothing and fails if the
 * committed file is stale. With `--json` it prints the rules.
 *
 * A rule is a member of the object that `defineRules` or `defineProblems` gets. Its comment is its entry: the first paragraph is what
 * it requires, `@see URL` or `@remarks Decision of this project: …` is the source.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { print, printError } from "./printable.js";

const file = "docs/rules.md";

/** Sections of the page: first parts of ids, in this order. */
const sections = [
  ["cluster", "Every platform"],
  ["eks", "EKS"],
  ["aks", "AKS"],
  ["gke", "GKE"],
  ["kubeadm", "Kubeadm clusters"],
  ["", "Environment files"],
];

const sources = new Map();

/** A parsed file; each is parsed once. */
function parse(path) {
  if (!sources.has(path)) {
    sources.set(path, ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true));
  }
  return sources.get(path);
}

/** All rules of the modules, by id. */
export function readRules() {
  const files = readdirSync("modules", { recursive: true })
    .map((name) => join("modules", name))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"))
    .filter((name) => /\bdefine(Rules|Problems)\b/.test(readFileSync(name, "utf8")));
  return files
    .sort()
    .flatMap((path) => declarationsIn(parse(path)).flatMap((call) => rulesOf(call, path)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The calls of `defineRules` and `defineProblems` with a literal first argument. */
function declarationsIn(source) {
  const calls = [];
  const visit = (node) => {
    if (
      ts.isCallExpression(node) &&
      /^define(Rules|Problems)$/.test(node.expression.getText()) &&
      ts.isStringLiteral(node.arguments[0]) &&
      ts.isObjectLiteralExpression(node.arguments[1])
    ) {
      calls.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

function rulesOf(call, path) {
  const [feature, members] = call.arguments;
  return members.properties
    .filter((member) => member.name !== undefined)
    .map((member) => {
      const severity = ts.isPropertyAssignment(member)
        ? ts.isStringLiteral(member.initializer)
          ? new Set([member.initializer.text])
          : severitiesOf(member.initializer, path)
        : severitiesOf(member, path);
      return {
        id: `${feature.text}/${member.name.text}`,
        file: path,
        severity: ["error", "warning"].filter((one) => severity.has(one)),
        ...commentOf(member),
      };
    });
}

/** What a comment states: the first paragraph, the URLs of `@see` and the text of `@remarks`. */
function commentOf(member) {
  const text = member.getFullText().slice(0, member.getLeadingTriviaWidth());
  const start = text.lastIndexOf("/**");
  const comment = start < 0 ? "" : text.slice(start, text.indexOf("*/", start) + 2);
  const lines = comment
    .slice(3, -2)
    .replace(/^[ \t]*\* ?/gm, "")
    .trim();
  const [description, ...tags] = lines.split(/^@(?=see|remarks)/m);
  const plain = (paragraph) =>
    paragraph
      .replace(/\{@link\s+([^}\s]+)\s*\}/g, "`$1`")
      .replace(/\s+/g, " ")
      .trim();
  return {
    summary: plain(description.split(/\n\s*\n/)[0]),
    see: tags.filter((tag) => tag.startsWith("see")).map((tag) => plain(tag.slice("see".length))),
    remarks: tags
      .filter((tag) => tag.startsWith("remarks"))
      .map((tag) => plain(tag.slice("remarks".length)))[0],
  };
}

/** The severities that a function reports, itself or by the functions that it calls. */
function severitiesOf(node, path, seen = new Set()) {
  const found = new Set();
  const visit = (child) => {
    if (ts.isIdentifier(child) && !ts.isPropertyAccessExpression(child.parent)) {
      const name = child.text;
      if (name === "warning") found.add("warning");
      else if (name === "error" || name === "keyError" || name === "unknownRegion") found.add("error");
      else if (!seen.has(`${path} ${name}`)) {
        seen.add(`${path} ${name}`);
        const target = functionNamed(name, path);
        if (target) for (const one of severitiesOf(target.node, target.path, seen)) found.add(one);
      }
    }
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

/** The function of a name in a file, or in the file that it imports the name from. */
function functionNamed(name, path) {
  for (const statement of parse(path).statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name)
      return { node: statement, path };
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
      if (found?.initializer && ts.isArrowFunction(found.initializer))
        return { node: found.initializer, path };
    }
    const names = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
    const module = names && statement.moduleSpecifier.text;
    if (!names || !module.startsWith(".") || !ts.isNamedImports(names)) continue;
    const imported = names.elements.find((one) => one.name.text === name);
    if (!imported) continue;
    const base = join(dirname(path), module);
    const target = [`${base}.ts`, join(base, "index.ts")].find((candidate) => existsSync(candidate));
    return target && functionNamed((imported.propertyName ?? imported.name).text, target);
  }
  return undefined;
}

function page(rules) {
  const sectionOf = ({ id }) => {
    const [first] = id.split("/");
    return sections.some(([prefix]) => prefix === first) ? first : "";
  };
  const featureOf = ({ id }) => id.slice(0, id.lastIndexOf("/"));
  const parts = sections.map(([prefix, title]) => {
    const own = rules.filter((rule) => sectionOf(rule) === prefix);
    const features = [...new Set(own.map(featureOf))];
    const lists = features.map((feature) =>
      list(
        feature,
        own.filter((rule) => featureOf(rule) === feature),
      ),
    );
    return `## ${title}\n\n${lists.join("\n")}`;
  });
  return `# Rules

All messages about environment files and props end in the id of a rule, in brackets. This page lists the rules: what each one
requires, whether it reports an error or a warning, and its source. A rule without a page as source is a decision of this project.

A warning that does not apply to a cluster is silenced in the file, with the reason:

\`\`\`yaml
silence:
  - rule: cluster/network/range-syntax
    reason: why the warning does not apply to this cluster
\`\`\`

Errors cannot be silenced. Problems of the file itself (last section) cannot be silenced either.

This page is generated from the comments of the rules by \`npm run rules\`.

${parts.join("\n")}`;
}

/** A list, because what a rule requires is a sentence or two, which no cell of a table should contain. */
function list(feature, rules) {
  const entries = rules.map(({ id, summary, severity, see, remarks }) => {
    const name = id.slice(id.lastIndexOf("/") + 1);
    const sources = [
      ...(see.length === 0 ? [] : [`Source: ${see.map(link).join(", ")}.`]),
      ...(remarks === undefined ? [] : [remarks]),
    ];
    return `- <a id="${id}"></a>**\`${name}\`** (${severity.join(" or ")}). ${summary} ${sources.join(" ")}`;
  });
  return `### ${feature}\n\n${entries.join("\n")}\n`;
}

/** A URL as a link with its host; other text as it is. */
function link(text) {
  const url = /^https?:\/\/\S+/.exec(text)?.[0];
  if (url === undefined) return text;
  const rest = text.slice(url.length).trimStart();
  return `[${new URL(url).hostname.replace(/^www\./, "")}](${url})${rest && ` ${rest}`}`;
}

const rules = readRules();
if (process.argv.includes("--json")) {
  print(JSON.stringify(rules));
} else {
  const text = page(rules);
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    printError(`${file} is stale: run npm run rules`);
    process.exit(1);
  }
}
