import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import { rightText, useEmptyDirectory, withoutRules } from "./directory";

useEmptyDirectory();

const before = process.env.ENVIRONMENTS_ROOT;
beforeEach(() => {
  delete process.env.ENVIRONMENTS_ROOT;
});
afterAll(() => {
  if (before !== undefined) process.env.ENVIRONMENTS_ROOT = before;
});

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function link(target: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  symlinkSync(target, file);
}

const printed = (location = "environments") =>
  loadEnvironments(location, withoutRules).problems.map(formatProblem);

const isRefused =
  /^environments\/dev\.yaml(:\d+:\d+ extends)?: .* outside of .*: copy the file, or set ENVIRONMENTS_ROOT to a folder with all environment files \[(files|extends)\/inside\]$/;

describe("a file outside of the folder of the environment", () => {
  test.each<[string, () => void]>([
    ["a link to a file", () => link("../secret.yaml", "environments/dev.yaml")],
    ["an absolute link", () => link(realpathSync("secret.yaml"), "environments/dev.yaml")],
    [
      "a link to a link",
      () => {
        link("../secret.yaml", "environments/more/a.yaml.link");
        link("../../secret.yaml", "environments/more/_a.yaml");
        link("more/_a.yaml", "environments/dev.yaml");
      },
    ],
    ["extends upwards", () => write("environments/dev.yaml", `extends: ../secret.yaml\n${rightText}`)],
    [
      "extends up and down",
      () => write("environments/dev.yaml", `extends: a/../../secret.yaml\n${rightText}`),
    ],
    [
      "extends of a file that does not exist",
      () => write("environments/dev.yaml", "extends: ../../nothing.yaml\n"),
    ],
    [
      "extends of a link",
      () => {
        link("../secret.yaml", "environments/base.yaml");
        write("environments/dev.yaml", `extends: base.yaml\n${rightText}`);
      },
    ],
    [
      "extends through a linked folder",
      () => {
        link("..", "environments/up");
        write("environments/dev.yaml", `extends: up/secret.yaml\n${rightText}`);
      },
    ],
  ])("is refused: %s", (_, make) => {
    write("secret.yaml", "tags: { token: hunter2 }\n");
    make();
    for (const location of ["environments", "environments/dev.yaml"]) {
      const problems = printed(location);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(isRefused);
      expect(problems[0]).not.toContain("hunter2");
    }
  });

  test("is refused in a base, too", () => {
    write("secret.yaml", "tags: { token: hunter2 }\n");
    write("environments/shared/base.yaml", "extends: ../../secret.yaml\n");
    write("environments/dev.yaml", `extends: shared/base.yaml\n${rightText}`);
    expect(printed()).toEqual([
      expect.stringMatching(
        /^environments\/shared\/base\.yaml:1:10 extends: "..\/..\/secret.yaml" is outside .* \[extends\/inside\]$/,
      ),
    ]);
  });

  test("is allowed below ENVIRONMENTS_ROOT", () => {
    write("shared/base.yaml", "tags: { cost: a }\n");
    write("environments/dev.yaml", `extends: ../shared/base.yaml\n${rightText}`);
    link("../environments/dev.yaml", "others/test.yaml");
    expect(printed()).toHaveLength(1);
    process.env.ENVIRONMENTS_ROOT = ".";
    expect(printed()).toEqual([]);
    expect(printed("others")).toEqual([]);
    process.env.ENVIRONMENTS_ROOT = "environments";
    expect(printed()).toHaveLength(1);
  });
});

test("links inside of the folder, and a linked folder, are files as all others", () => {
  write("real/..data/dev.yaml", rightText);
  link("..data/dev.yaml", "real/dev.yaml");
  write("real/shared/base.yaml", "extends: ../shared/more.yaml\n");
  write("real/shared/more.yaml", "tags: { a: b }\n");
  write("real/test.yaml", `extends: shared/base.yaml\n${rightText}`);
  link("real", "environments");
  expect(printed()).toEqual([]);
});

describe("a file that is no environment", () => {
  const secret = "hunter2";

  test.each([
    `${secret}\n`,
    `root:x:0:0:root:/root:/bin/${secret}\nx:y\n`,
    `${secret}: 1\n`,
    `password: ${secret}\n${secret}: b\n`,
    `- ${secret}\n- b\n`,
    `"${secret}"\n`,
    `${secret}: 1\n${secret}: 2\n`,
    `a: *${secret}\n`,
    `a: [*${secret}]\n`,
    `? [${secret}]\n: 1\n`,
    `12345${secret.replace(/\D/g, "")}: 1\n123452: 2\n`,
    `@${secret}\n`,
    `%${secret}\n---\na: b\n`,
    `!${secret} a\n`,
    `${secret} : : ${secret}\n`,
    `[${secret}\n`,
    `"${secret}\n`,
    `a: "\\${secret}"\n`,
    `|${secret}\n a\n`,
    `-----BEGIN ${secret}-----\nabc\n-----END-----\n`,
    `<<: *${secret}\n`,
    `${secret}=1\nB=2\n`,
    `[default]\n${secret} = 1\n`,
    `[{ ${secret}: 1 }]\n`,
  ])("is not shown: %j", (text) => {
    write("environments/dev.yaml", text);
    const problems = printed();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join("\n")).not.toMatch(/hunter|123452/);
    write("environments/base.yaml", text);
    write("environments/dev.yaml", `extends: base.yaml\n${rightText}`);
    expect(printed().length).toBeGreaterThan(0);
    expect(printed().join("\n")).not.toMatch(/hunter|123452/);
  });

  test("is named as one", () => {
    write("environments/dev.yaml", `password: ${secret}\n`);
    expect(printed()).toEqual([
      "environments/dev.yaml:1:1: has only unknown fields; an environment file has extends, backend, backends, providers, variables, tags, clusters [structure/unknown-field]",
    ]);
  });

  test("differs from an environment with mistakes", () => {
    write("environments/dev.yaml", "cluster: []\n");
    expect(printed().join()).toContain('unknown field "cluster"; did you mean "clusters"?');
  });
});
