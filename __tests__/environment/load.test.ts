import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatProblem, loadEnvironmentFiles, loadEnvironments, loadOrExit } from "../../modules/environment";
import { rightText, useEmptyDirectory, withLines, withoutRules } from "./directory";

useEmptyDirectory();

const printed = (...locations: string[]) =>
  loadEnvironmentFiles(locations, withoutRules).problems.map(formatProblem);
const loaded = (...locations: string[]) =>
  loadEnvironmentFiles(locations, withoutRules).environments.map(({ name, file }) => [name, file]);

function write(files: Readonly<Record<string, string>>): void {
  mkdirSync("environments", { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`environments/${name}`, text);
}

describe("a location", () => {
  test("that is a directory gives its YAML files, sorted by name", () => {
    write({
      "test.yml": rightText,
      "dev.yaml": rightText,
      "notes.txt": "",
      ".hidden.yaml": "",
      "dev.yaml~": "",
    });
    expect(loaded("environments")).toEqual([
      ["dev", "environments/dev.yaml"],
      ["test", "environments/test.yml"],
    ]);
    expect(printed("environments")).toEqual([]);
  });

  test("that is a file gives that file", () => {
    write({ "test.yaml": rightText, "dev.yaml": "" });
    expect(loaded("environments/test.yaml")).toEqual([["test", "environments/test.yaml"]]);
  });

  test("given absolutely is shown relative to the working directory", () => {
    write({ "dev.yaml": rightText, "test.yaml": "" });
    expect(loaded(resolve("environments"))).toEqual([["dev", "environments/dev.yaml"]]);
    expect(printed(resolve("environments"))).toEqual([
      'environments/test.yaml:1:1: the file is empty; it needs the field "clusters" [yaml/not-empty]',
    ]);
  });

  test("outside the working directory is shown as given", () => {
    write({ "dev.yaml": "" });
    mkdirSync("work");
    const [relative, absolute] = ["../environments", resolve("environments")];
    process.chdir("work");
    expect(printed(relative)).toEqual([
      '../environments/dev.yaml:1:1: the file is empty; it needs the field "clusters" [yaml/not-empty]',
    ]);
    expect(printed(absolute)).toEqual([
      `${absolute}/dev.yaml:1:1: the file is empty; it needs the field "clusters" [yaml/not-empty]`,
    ]);
  });

  test("given twice is read once", () => {
    write({ "dev.yaml": rightText });
    expect(loaded("environments/dev.yaml", "environments", "./environments/dev.yaml")).toHaveLength(1);
  });
});

describe("what can't be read is a problem", () => {
  test("nothing there", () => {
    expect(printed("environments")).toEqual(["environments: no such file or directory [files/readable]"]);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: no such file or directory [files/readable]"]);
    expect(printed("")).toEqual([": no such file or directory [files/readable]"]);
  });

  test("a directory without environment files", () => {
    mkdirSync("environments");
    writeFileSync("environments/README.md", "");
    expect(printed("environments")).toEqual([
      "environments: the directory has no environment file (*.yaml or *.yml) [files/environments-exist]",
    ]);
  });

  test("a file of another kind", () => {
    writeFileSync("README.md", "# Tabs:\n\t- x\n");
    expect(printed("README.md")).toEqual([
      "README.md: an environment file's name must end in .yaml or .yml [files/name]",
    ]);
  });

  test("a directory with the name of a file", () => {
    write({ "dev.yaml": rightText });
    mkdirSync("environments/test.yaml");
    expect(printed("environments")).toEqual([
      "environments/test.yaml: is a directory, where a file is expected [files/readable]",
    ]);
  });

  test("a link that leads nowhere", () => {
    mkdirSync("environments");
    symlinkSync("nowhere.yaml", "environments/dev.yaml");
    expect(printed("environments")).toEqual([
      "environments/dev.yaml: no such file or directory [files/readable]",
    ]);
  });

  test("a file in another encoding", () => {
    writeFileSync("dev.yaml", Buffer.from("tags: { team: caf\xe9 }\n", "latin1"));
    expect(printed("dev.yaml")).toEqual(["dev.yaml: is not UTF-8 text [files/encoding]"]);
  });

  // For root every file is readable.
  (process.getuid?.() === 0 ? test.skip : test)("a file without permission", () => {
    writeFileSync("dev.yaml", rightText);
    chmodSync("dev.yaml", 0);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: may not be read: permission denied"]);
  });

  test("several things at once", () => {
    write({ "dev.yaml": "" });
    expect(printed("nowhere", "environments", "x.yaml")).toEqual([
      'environments/dev.yaml:1:1: the file is empty; it needs the field "clusters" [yaml/not-empty]',
      "nowhere: no such file or directory [files/readable]",
      "x.yaml: no such file or directory [files/readable]",
    ]);
  });
});

describe("an environment's name", () => {
  test.each(["Prod", "1st", "-a", "a_b", "a.b", "é"])("can't be %s", (name) => {
    write({ [`${name}.yaml`]: rightText });
    expect(printed("environments")).toEqual([
      `environments/${name}.yaml: the file's name is the environment's: it must start with a lower-case letter and have only lower-case letters, digits and -, got "${name}" [files/name]`,
    ]);
    expect(loaded("environments")).toEqual([]);
  });

  test("is there once", () => {
    write({ "prod.yaml": rightText, "prod.yml": rightText });
    expect(printed("environments")).toEqual([
      'environments/prod.yml: environment "prod" is already described by environments/prod.yaml [files/name-unique]',
    ]);
  });

  test("may be there again in another directory, which is another set of environments", () => {
    write({ "dev.yaml": rightText });
    writeFileSync("dev.yaml", rightText);
    expect(printed("environments", "dev.yaml")).toEqual([]);
  });
});

describe("a loaded cluster", () => {
  const clustersOf = (text: string) => {
    write({ "dev.yaml": text });
    return loadEnvironments("environments", withoutRules).environments[0].clusters;
  };

  test("has the environment's name before its own", () => {
    expect(clustersOf(rightText).map(({ name }) => name)).toEqual(["dev-main"]);
  });

  test("has the environment's tags under its own", () => {
    const text = withLines({
      1: "tags: { team: platform, cost: a }",
      7: "    tags: { cost: b }\n    access: { admins: [] }",
    });
    expect(clustersOf(text)[0].tags).toEqual({ team: "platform", cost: "b" });
    expect(clustersOf(withLines({ 1: null }))[0].tags).toEqual({});
  });

  test("is otherwise as written", () => {
    expect(clustersOf(rightText)[0]).toEqual({
      name: "dev-main",
      platform: "eks",
      region: "us-east-1",
      kubernetesVersion: "1.35",
      access: { admins: [] },
      network: { zones: 3, nat: "single" },
      nodeGroups: [{ name: "workers", machineTypes: ["m6i.large"], size: { min: 3, max: 6 } }],
      tags: { team: "platform" },
    });
  });
});

test("a file with errors gives no environment, the others do", () => {
  write({ "dev.yaml": rightText, "test.yaml": withLines({ 5: null }) });
  expect(loaded("environments")).toEqual([["dev", "environments/dev.yaml"]]);
});

describe("loadOrExit", () => {
  const exit = jest.spyOn(process, "exit");
  const stderr = jest.spyOn(process.stderr, "write");
  beforeEach(() => {
    exit.mockReset().mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    stderr.mockReset().mockReturnValue(true);
  });
  afterAll(() => {
    exit.mockRestore();
    stderr.mockRestore();
  });

  test("prints errors and ends the process", () => {
    expect(() => loadOrExit("environments")).toThrow("exit 1");
    expect(stderr.mock.calls.map(([text]) => text)).toEqual([
      "environments: no such file or directory [files/readable]\n",
      "1 error in 1 file\n",
    ]);
  });

  test("gives the environments when there are no errors", () => {
    write({ "dev.yaml": rightText });
    expect(loadOrExit("environments").map(({ name }) => name)).toEqual(["dev"]);
    expect(exit).not.toHaveBeenCalled();
  });
});
