import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { documentation } from "../modules/cluster/documentation";
import manifest from "../package.json";

/** Links and tables of the documentation. */

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CODE_OF_CONDUCT.md",
  ".changeset/README.md",
  "bench/README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .map((name) => join("docs", name))
    .filter((name) => name.endsWith(".md") && !name.startsWith(join("docs", "api"))),
].filter((page) => existsSync(page));

const withoutCode = (text: string) => text.replace(/^( *)```[^]*?^\1```$/gm, "").replace(/`[^`\n]*`/g, "");

/** The anchors of the headings of a page, as GitHub and the site write them. */
function anchorsOf(page: string): Set<string> {
  const text = readFileSync(page, "utf8").replace(/^( *)```[^]*?^\1```$/gm, "");
  const anchors = new Set<string>();
  for (const [, heading] of text.matchAll(/^#+ (.*)$/gm)) {
    const plain = heading.replace(/`/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const slug = plain
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/\s/g, "-");
    const again = [...Array(100).keys()].map((i) => (i === 0 ? slug : `${slug}-${i}`));
    anchors.add(again.find((anchor) => !anchors.has(anchor))!);
  }
  return anchors;
}

/** Why the target of a link does not exist, for a link in a page. */
function faultOf(link: string, page: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path, anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(target)) return `${page}: no file ${link}`;
  if (statSync(target).isDirectory()) return `${page}: ${link} is a folder, which the site cannot show`;
  if (anchor === undefined) return undefined;
  // GitHub starts such an anchor with the digit, and the site with "_".
  if (/^\d/.test(anchor)) return `${page}: the heading of ${link} starts with a digit`;
  return anchorsOf(target).has(anchor) ? undefined : `${page}: no heading ${link}`;
}

const linksOf = (text: string) =>
  [...withoutCode(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, link]) => link);

test("each link has a target", () => {
  const links = pages.flatMap((page) => linksOf(readFileSync(page, "utf8")).map((link) => ({ link, page })));
  expect(links.filter(({ link }) => !/^https?:/.test(link)).length).toBeGreaterThan(80);
  expect(links.flatMap(({ link, page }) => faultOf(link, page) ?? [])).toEqual([]);
});

test.each([
  ["missing.md", "README.md: no file missing.md"],
  ["docs/deploy.md#nothing", "README.md: no heading docs/deploy.md#nothing"],
  ["#nothing", "README.md: no heading #nothing"],
  [
    "docs/getting-started.md#2-synthesize",
    "README.md: the heading of docs/getting-started.md#2-synthesize starts with a digit",
  ],
  ["docs", "README.md: docs is a folder, which the site cannot show"],
])("finds the broken link %s", (link, fault) => {
  expect(faultOf(link, "README.md")).toBe(fault);
  expect(linksOf(`[a](${link}) \`[b](c)\``)).toEqual([link]);
});

describe("texts of the program", () => {
  const files = ["bin", "cli", "modules", "stacks", "main.ts"]
    .flatMap((name) =>
      statSync(name).isDirectory()
        ? readdirSync(name, { recursive: true, encoding: "utf8" }).map((file) => join(name, file))
        : [name],
    )
    .filter((file) => /\.[jt]s$/.test(file) && !file.endsWith("validators.js"));

  /** The texts of a file, without its comments and the names of modules. */
  function textsOf(source: string): string[] {
    const texts: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node)
      ) {
        texts.push(node.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest));
    return texts;
  }

  /** Paths of the repository that a project with the package does not have. */
  const path = /(?<![\w/.-])(docs|examples)\/[\w/-]+\.(md|yaml)(?! in node_modules\/cdktf-clusters)/;
  const pathsIn = (source: string): string[] =>
    path.test(source) ? textsOf(source).filter((text) => path.test(text)) : [];

  test("name no file of the repository without the package", () => {
    expect(pathsIn("// docs/aks.md\nconst a = `see docs/${b} or docs/aks.md`;")).toEqual([" or docs/aks.md"]);
    expect(files.length).toBeGreaterThan(500);
    const named = files.flatMap((file) =>
      pathsIn(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`),
    );
    expect(named).toEqual([]);
    expect(documentation("a.md", "A")).toContain(` docs/a.md in the package ${manifest.name}`);
    expect(manifest.files).toContain("docs/**/*.md");
  });

  test("name sections that exist", () => {
    const calls = files.flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(
        /documentation\("([^"]+)", "([^"]+)"\)|ection ([A-Z][\w ]*) of docs\/(\S+\.md)/g,
      ),
    ]);
    const named = calls.map(([, page, section, other, its]) => [page ?? its, section ?? other]);
    expect(named).toContainEqual(["kubeadm.md", "Own manifests"]);
    const headings = (page: string) =>
      [...readFileSync(join("docs", page), "utf8").matchAll(/^##+ (.*)$/gm)].map(([, heading]) => heading);
    expect(named.filter(([page, section]) => !headings(page).includes(section))).toEqual([]);
  });
});

test("a page links to each other page of the site", () => {
  const linked = new Set(
    pages.flatMap((page) =>
      linksOf(readFileSync(page, "utf8"))
        .filter((link) => !/^(https?:|#)/.test(link))
        .map((link) => join(dirname(page), link.split("#")[0])),
    ),
  );
  const alone = pages.filter(
    (page) => page.startsWith("docs") && page !== join("docs", "README.md") && !linked.has(page),
  );
  expect(alone).toEqual([]);
});

test("the index of tasks has each page once, with its title", () => {
  const index = join("docs", "how-to", "README.md");
  const tasks = pages.filter((page) => page.startsWith(join("docs", "how-to")) && page !== index);
  const rows = [...readFileSync(index, "utf8").matchAll(/^\| .* \| \[(.*)\]\((.*)\) +\|$/gm)];
  const titleOf = (page: string) => /^# (.*)$/m.exec(readFileSync(page, "utf8"))![1];
  expect(tasks.length).toBeGreaterThan(10);
  expect(rows.map(([, title, link]) => [join("docs", "how-to", link), title]).sort()).toEqual(
    tasks.map((page) => [page, titleOf(page)]).sort(),
  );
});

test("no cell of a table contains a paragraph", () => {
  // Commands and lists of names in code are no prose. Code within a sentence counts as a short name.
  const prose = (cell: string) =>
    cell
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/`[^`]+`/g, "code")
      .replace(/^[\s:-]+$/, "")
      .trim();
  const cells = pages.flatMap((page) =>
    (readFileSync(page, "utf8").match(/^\|.*\|$/gm) ?? [])
      .flatMap((row) => row.slice(1, -1).split(/(?<!\\)\|/))
      .map((cell) => ({ page, text: prose(cell) })),
  );
  expect(cells.length).toBeGreaterThan(3000);
  expect(cells.filter(({ text }) => text.length > 140)).toEqual([]);
});

describe("the reference", () => {
  const reference = pages.filter((page) => page.startsWith(join("docs", "reference")));

  test("has a page for each field of the first level", () => {
    const { definitions } = JSON.parse(
      readFileSync("modules/environment/environment.schema.json", "utf8"),
    ) as {
      definitions: Record<string, { properties: object }>;
    };
    const fields = ["EksClusterSpec", "AksClusterSpec", "GkeClusterSpec", "KubeadmClusterSpec"].flatMap(
      (name) => Object.keys(definitions[name].properties),
    );
    const ofFile = Object.keys(definitions.Environment.properties).filter((name) => name !== "clusters");
    const expected = [...new Set(fields), ...ofFile.map((name) => `file-${name}`), "README"];
    expect(reference.map((page) => page.replace(/^.*\/|\.md$/g, "")).sort()).toEqual(expected.sort());
  });

  test("has no paragraph in a cell of a table", () => {
    const cells = reference
      .filter((page) => !page.endsWith("README.md"))
      .flatMap((page) => readFileSync(page, "utf8").match(/^\| .* \|$/gm)!)
      .flatMap((line) => line.slice(2, -2).split(" | "))
      // The path of a field has no limit, and a cell may have one line for each platform.
      .filter((cell) => !/^`[\w.[\]()*-]+`$/.test(cell))
      .flatMap((cell) => cell.split("<br>"));
    expect(cells.length).toBeGreaterThan(1000);
    expect(cells.filter((cell) => cell.length > 80 || /[.;] [A-Z]/.test(cell))).toEqual([]);
  });

  test("describes each field, with the reason if a platform refuses it", () => {
    for (const page of reference.filter((page) => !page.endsWith("README.md"))) {
      const text = readFileSync(page, "utf8");
      const inTable = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path);
      const described = [...text.matchAll(/^### `([^`]+)`$/gm)].map(([, path]) => path);
      expect(described).toEqual(inTable);
      const [head, , ...rows] = text.match(/^\| .* \|$/gm)!.map((line) => line.slice(2, -2).split(" | "));
      const columns = head.flatMap((name, i) => (/^(EKS|AKS|GKE|kubeadm)$/.test(name) ? [i] : []));
      const refused = rows.flatMap((row) => columns.filter((i) => row[i] === "refused"));
      // A page of one platform has no column for it.
      const reasons =
        columns.length > 0 ? (text.match(/^- Not supported on [A-Za-z]+( clusters)?: \S/gm) ?? []) : [];
      expect(reasons).toHaveLength(refused.length);
    }
  });
});
