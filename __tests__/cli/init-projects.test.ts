import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { useEmptyDirectory } from "../environment/directory";
import { flags, run as runCommand } from "./command";

useEmptyDirectory();

beforeEach(() => {
  delete process.env.ENVIRONMENTS;
});

const run = (argv: readonly string[]) => runCommand("init", ...argv);

describe("a second environment on another platform", () => {
  const manifestWith = (packages: object) =>
    JSON.stringify({ name: "mine", dependencies: { "cdktf-clusters": "0.1.0", ...packages } }, undefined, 4);
  test.each<[string, object, string | undefined]>([
    [
      "a project of CDKTF",
      { cdktf: "0.21.0", "@cdktf/provider-aws": "21.22.1" },
      "@cdktf/provider-azurerm@14.23.1",
    ],
    [
      "a project of CDK Terrain",
      { cdktn: "0.24.0", "@cdktn/provider-aws": "25.7.0" },
      "@cdktn/provider-azurerm@16.1.0",
    ],
    ["a project with the bindings", { cdktf: "0.21.0", "@cdktf/provider-azurerm": "*" }, undefined],
  ])("needs bindings: %s", (_, packages, wanted) => {
    const text = manifestWith(packages);
    writeFileSync("package.json", text);
    const { code, stdout } = run(flags("aks", "westeurope", "second"));
    expect(code).toBe(0);
    const next = stdout.split("then run\n")[1].trim().split(/\n\s*/);
    expect(next[0]).toBe(
      wanted === undefined ? "npx cdktf-clusters validate --plan" : `npm install ${wanted}`,
    );
    expect(readFileSync("package.json", "utf8")).toBe(text);
  });

  test("needs none if the package of this project does not use them, or cannot be read", () => {
    for (const [i, text] of [
      "{",
      "[]",
      "null",
      '{ "dependencies": [] }',
      '{ "dependencies": { "x": "1" } }',
    ].entries()) {
      writeFileSync("package.json", text);
      const { code, stdout } = run(flags("aks", "westeurope", `name${i}`));
      expect(code).toBe(0);
      expect(stdout).not.toContain("npm install");
    }
  });

  test("of the project of init gets its command", () => {
    run(flags("gke", "europe-west3"));
    expect(run(flags("eks", "eu-west-1", "second")).stdout).toContain(
      "then run\n  npm install @cdktf/provider-aws@21.22.1\n  npx cdktf-clusters validate --plan\n",
    );
    expect(run(flags("gke", "europe-west3", "third")).stdout).not.toContain("npm install");
  });
});

test.each([
  [
    "nowhere",
    "use a region such as eu-central-1 (aws), westeurope (azure), europe-west3 (google), or give --cloud",
  ],
  ["westeurop", 'did you mean "westeurope"? For a new region, give --cloud'],
])("a kubeadm cluster in the unknown region %s needs a cloud", (region, advice) => {
  const { code, stderr } = run(flags("kubeadm", region));
  expect(code).toBe(2);
  expect(stderr).toContain(`--region: no cloud has a known region "${region}"`);
  expect(stderr).toContain(advice);
  expect(readdirSync(".")).toEqual([]);
  expect(run(["--cloud", "azure", ...flags("kubeadm", region)]).code).toBe(0);
});
