import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";

/** What the lint rules of eslint.config.mjs accept as an import of a file, as the linter itself answers. */

interface Question {
  readonly file: string;
  readonly imports: string;
}

/** The questions whose import a rule refuses. */
function refused(questions: readonly Question[]): Question[] {
  const program = `
    const { ESLint } = require("eslint");
    const questions = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const eslint = new ESLint();
    (async () => {
      const found = [];
      for (const question of questions) {
        const text = "export * from " + JSON.stringify(question.imports) + ";";
        const [{ messages }] = await eslint.lintText(text, { filePath: question.file });
        if (messages.some(({ ruleId, fatal }) => fatal || ruleId === "no-restricted-imports")) found.push(question);
      }
      process.stdout.write(JSON.stringify(found));
    })();`;
  const answer = execFileSync(process.execPath, ["-e", program], { input: JSON.stringify(questions) });
  return JSON.parse(answer.toString()) as Question[];
}

const folders = readdirSync("modules", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const platforms = ["eks", "aks", "gke"];

test("no folder of modules/ imports stacks, the command or the app", () => {
  const questions = ["../stacks", "../cli/commands", "../main"].flatMap((target) => [
    { file: "modules/example.ts", imports: target },
    ...folders.flatMap((folder) => [
      { file: `modules/${folder}/example.ts`, imports: `../${target}` },
      { file: `modules/${folder}/below/example.ts`, imports: `../../${target}` },
    ]),
  ]);
  expect(refused(questions)).toEqual(questions);
  const upwards = ["../cli/commands", "../main"].map((imports) => ({ file: "stacks/example.ts", imports }));
  expect(refused(upwards)).toEqual(upwards);
});

test("no platform imports another, and modules/cluster imports no other folder", () => {
  const questions = [...platforms, "cluster"].flatMap((from) =>
    folders
      .filter((to) => to !== from && (from === "cluster" || platforms.includes(to)))
      .map((to) => ({ file: `modules/${from}/network/example.ts`, imports: `../../${to}/index` })),
  );
  expect(questions.length).toBeGreaterThan(10);
  expect(refused(questions)).toEqual(questions);
});

test("types, rules and facts load no provider bindings, constructs do", () => {
  const imports = "@cdktf/provider-aws/lib/vpc";
  const questions = [
    ...platforms.flatMap((platform) =>
      ["rules.ts", "spec.ts", "network/spec.ts", "network/rules/example.ts"].map(
        (file) => `${platform}/${file}`,
      ),
    ),
    "cluster/example.ts",
    "environment/example.ts",
    "permissions/example.ts",
  ].map((file) => ({ file: `modules/${file}`, imports }));
  expect(refused(questions)).toEqual(questions);
  expect(refused([{ file: "modules/eks/network/example.ts", imports }])).toEqual([]);
  const allowed = platforms.map((platform) => ({
    file: `modules/${platform}/network/example.ts`,
    imports: "../../cluster/names",
  }));
  expect(refused(allowed)).toEqual([]);
});
