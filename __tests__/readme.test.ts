import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, type CommandName, commandNames, commandTable } from "../cli/commands";
import { EksCluster, type EksClusterProps } from "../modules/eks";
import { formatProblem, loadEnvironments } from "../modules/environment";
import { synthesizePlain } from "./support/eks";
import { shippedClusters } from "./support/shipped";

/** Compares README.md with the code. */
const readme = readFileSync("README.md", "utf8");
const block = (language: string) => new RegExp("```" + language + "\\n([^`]*)```").exec(readme)![1];
const today = new Date("2026-11-23");

const scratch = mkdtempSync(join(tmpdir(), "readme-"));
afterAll(() => rmSync(scratch, { recursive: true }));

test("the environment file is valid, and a part of the shipped one", () => {
  writeFileSync(join(scratch, "production.yaml"), block("yaml"));
  const { environments, problems } = loadEnvironments(join(scratch, "production.yaml"), { today });
  expect(problems).toEqual([]);
  const { nodeGroups, ...shown } = { ...environments[0].clusters[0], tags: expect.anything() };

  const shipped = loadEnvironments("environments/production.yaml", { today }).environments[0].clusters[0];
  expect(shipped).toMatchObject({ ...shown, nodeGroups });
});

test("the errors have these messages", () => {
  const mistaken = readFileSync("environments/production.yaml", "utf8")
    .replace("max: 20", "max: 2")
    .replace("spread:", "spred:");
  mkdirSync(join(scratch, "environments"), { recursive: true });
  writeFileSync(join(scratch, "environments", "production.yaml"), mistaken);
  const { problems } = loadEnvironments(join(scratch, "environments"), { today });
  const lines = problems.map((problem) => formatProblem(problem).replace(`${scratch}/`, ""));

  const shown = block("console").trim().split("\n");
  expect(lines.slice(0, 3)).toEqual(shown.slice(1, -1));
});

test("the construct synthesizes", () => {
  const [, text] = /new EksCluster\(this, "cluster", (\{[^`]*\})\);/.exec(readme)!;
  const props = new Function(`return ${text}`)() as EksClusterProps;
  expect(() => synthesizePlain((stack) => void new EksCluster(stack, "cluster", props))).not.toThrow();
});

test("the table of commands has each command once, with its operands and options that exist", () => {
  const rows = [...readme.matchAll(/^\| `npx cdktf-clusters ([a-z]+)([^`]*)` +\| (.*) \|$/gm)];
  expect(rows.map(([, name]) => name).sort()).toEqual([...commandNames].sort());
  for (const [, name, operands, text] of rows) {
    const { operands: expected = "", options }: Command = commandTable[name as CommandName];
    expect(`${name}${operands.replace(/ --.*/, "")}`).toBe(`${name} ${expected}`.trim());
    const named = [...`${operands} ${text}`.matchAll(/--([a-z-]+)/g)].map(([, option]) => option);
    expect(named.filter((option) => !Object.hasOwn(options, option))).toEqual([]);
  }
});

test("every field in docs/eks.md is in the schema", () => {
  const schema = readFileSync("modules/environment/environment.schema.json", "utf8");
  const rows = readFileSync("docs/eks.md", "utf8").matchAll(/^\| .+? \| (.+) \|$/gm);
  const answers = [...rows].map(([, answer]) => answer).filter((answer) => !answer.startsWith("no"));
  const fields = answers.flatMap((answer) =>
    [...answer.matchAll(/`([a-zA-Z.[\]]+)(?:: [a-z-]+)?`/g)].map(([, path]) =>
      path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .at(-1)!,
    ),
  );
  expect(fields.length).toBeGreaterThan(50);
  const elsewhere = ["API_AND_CONFIG_MAP", "launchTemplate", "storage_manifests"];
  expect(fields.filter((field) => !elsewhere.includes(field) && !schema.includes(`"${field}"`))).toEqual([]);
});

test.each([
  ["aks", "AKS", "azurerm 5.2.0"],
  ["aks", "AKS", "azurerm 4.81.0"],
  ["gke", "GKE", "google 7.45.0"],
])(
  "the numbers of verified stacks of %s (%s, %s) are those of docs/verification.md",
  (platform, name, provider) => {
    const rows = readFileSync("docs/verification.md", "utf8")
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .filter((cells) => cells[7] === provider);
    const stacks = shippedClusters().filter(({ cluster }) => cluster.platform === platform);
    const isOf = (stack: string | undefined): boolean => stacks.some((one) => one.name === stack);
    const destroyed = rows.filter(
      ([, stack, , applied, , , done]) => isOf(stack) && applied === "yes" && done === "yes",
    );

    const [line] = new RegExp(`^\\| ${name} .*$`, "m").exec(readme)!;
    expect(line).toContain(` ${destroyed.length} of ${stacks.length} stacks `);

    const [, remark] = /The other stacks were not deployed: ([^.]*)\./.exec(readme)!;
    const verified = new Set(destroyed.map(([, stack]) => stack));
    const missing = stacks.map((one) => one.name).filter((one) => !verified.has(one));
    expect(missing.filter((one) => !remark.includes(`\`${one}\``))).toEqual([]);
  },
);

test("every command exists", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !scripts[name])).toEqual([]);
});
