import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { useEmptyDirectory } from "../environment/directory";
import { run, useEnvironments, writeEnvironment } from "./command";

useEmptyDirectory();

useEnvironments(() => {
  writeEnvironment("dev", "main");
  writeEnvironment("dev-eu", "main");
  writeFileSync("environments/broken.yaml", "clusters: 3\n");
});

const reading: [string, string[]][] = [
  ["show", []],
  ["explain", []],
  ["permissions", ["--phase", "plan"]],
];

describe.each(reading)("%s", (command, options) => {
  test.each([[["dev-main"]], [["dev-*"]], [["dev-main", "dev-eu-main"]]])(
    "prints %j next to a broken file",
    (stacks) => {
      const { code, stdout, stderr } = run(command, ...options, ...stacks);
      expect(code).toBe(0);
      expect(stdout).toContain("dev-main");
      expect(stderr).toMatch(/^environments\/broken\.yaml:1:11 clusters: must be a list/);
      expect(stderr).toMatch(
        new RegExp(
          `\\n1 error in 1 file\\n${stacks.join(", ").replaceAll("*", "\\*")}: without errors; the errors in environments/broken.yaml concern other stacks\\n`,
        ),
      );
    },
  );

  test.each([[[]], [["broken-main"]], [["*"]], [["b*"]], [["broken-*"]], [["dev-main", "broken-main"]]])(
    "prints nothing for %j",
    (stacks) => {
      const { code, stdout, stderr } = run(command, ...options, ...stacks);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(/\n1 error in 1 file\n$/);
    },
  );
});

test("an error in a base file concerns the files that extend it", () => {
  writeFileSync("environments/base.yaml", "tags: 3\n");
  writeFileSync("environments/broken.yaml", "extends: base.yaml\nclusters: []\n");
  expect(run("show", "dev-main").code).toBe(0);
  expect(run("show", "broken-main").code).toBe(1);
});

test("export checks all files", () => {
  expect(run("export", "dev-main", "--out", "terraform").code).toBe(1);
});

describe("without environment files", () => {
  const all = [
    ["validate"],
    ["export", "--out", "out"],
    ...reading.map(([name, options]) => [name, ...options]),
  ];
  const init = "npx cdktf-clusters init writes a first file";

  test.each(all.map((argv) => [argv]))("%j gives the command that writes one", (argv) => {
    rmSync("environments", { recursive: true });
    expect(run(...argv)).toEqual({
      code: 1,
      stdout: "",
      stderr: `environments: no such file or directory; ${init} [files/readable]\n1 error in 1 file\n`,
    });
    mkdirSync("environments");
    expect(run(...argv).stderr).toContain(
      `environments: the directory has no environment file (*.yaml or *.yml); ${init} [`,
    );
  });

  test("a location in ENVIRONMENTS is reported as such", () => {
    process.env.ENVIRONMENTS = "nowhere";
    try {
      expect(run("validate").stderr).toContain(
        "nowhere: no such file or directory; it is the value of the variable ENVIRONMENTS [",
      );
    } finally {
      delete process.env.ENVIRONMENTS;
    }
  });
});

test.each([
  ["dev-main", "; a file is expected: stacks dev-… are in environments/dev.yaml"],
  ["dev-eu-main", "; a file is expected: stacks dev-eu-… are in environments/dev-eu.yaml"],
  ["broken-main", "; a file is expected: stacks broken-… are in environments/broken.yaml"],
  ["other-main", ""],
])("validate %s, with a stack in the place of a file, names the file", (stack, advice) => {
  expect(run("validate", stack).stderr).toBe(
    `${stack}: no such file or directory${advice} [files/readable]\n1 error in 1 file\n`,
  );
  expect(run("compare", stack).stderr).toBe(`${stack} does not exist${advice}\n`);
});
