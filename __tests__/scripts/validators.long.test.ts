import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

test("what is declared is generated", () => {
  const declared = readFileSync("modules/environment/validators.d.ts", "utf8").matchAll(
    /^export const (\w+)/gm,
  );
  const validators = jest.requireActual<object>("../../modules/environment/validators");
  expect(Object.keys(validators)).toEqual([...declared].map(([, name]) => name));
});

describe("in a project with a small schema", () => {
  let project: string;
  let file: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "validators-"));
    file = join(project, "modules/environment/validators.js");
    mkdirSync(join(project, "modules/environment"), { recursive: true });
    cpSync("scripts", join(project, "scripts"), { recursive: true });
    symlinkSync(join(process.cwd(), "node_modules"), join(project, "node_modules"));
    writeSchema("string");
  });
  afterEach(() => rmSync(project, { recursive: true }));

  function writeSchema(type: string): void {
    const definitions = {
      Environment: { type: "object", properties: { name: { type } } },
      PlatformClusterSpec: { anyOf: [] },
      BackendSpec: { anyOf: [] },
    };
    writeFileSync(
      join(project, "modules/environment/environment.schema.json"),
      JSON.stringify({ definitions }),
    );
  }

  /** Prints whether the value is valid, by the code that the script returns. */
  function isValid(value: unknown): string {
    const program = `
      const module = { exports: {} };
      new Function("module", "exports", "require", require("./scripts/validators").validators())(module, module.exports, require);
      process.stdout.write(String(module.exports.Environment(${JSON.stringify(value)})));`;
    return execFileSync(process.execPath, ["-e", program], { cwd: project, encoding: "utf8" });
  }

  test("the code is generated, and again only when the schema has changed", () => {
    expect(isValid({ name: 1 })).toBe("false");
    const { mtimeMs } = statSync(file);
    expect(isValid({ name: "a" })).toBe("true");
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    writeSchema("number");
    expect(isValid({ name: 1 })).toBe("true");
    expect(readFileSync(file, "utf8")).toMatch(/^\/\/ Generated/);
  });

  test("the code is there where the file cannot be written", () => {
    // In the way of the file, because the user root may write everywhere.
    mkdirSync(join(file, "full"), { recursive: true });
    expect(isValid({ name: 1 })).toBe("false");
  });
});
