import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainProgramOf } from "../../bench/floor/plain-program-of";

const out = mkdtempSync(join(tmpdir(), "floor-"));
afterAll(() => rmSync(out, { recursive: true }));

/** The floor is valid only if it does the same work: the same elements with the same arguments. */
const { program, stacks } = plainProgramOf("environments");
beforeAll(() => {
  const file = join("node_modules", `.floor-${process.pid}.js`);
  writeFileSync(file, program);
  try {
    execFileSync(process.execPath, [file], { env: { ...process.env, CDKTF_OUTDIR: out } });
  } finally {
    rmSync(file);
  }
});

test("the plain program has a stack on each platform", () => {
  expect(Object.keys(stacks)).toEqual(
    expect.arrayContaining(["production-main", "production-aks", "production-gke"]),
  );
});

test.each(Object.keys(stacks))("the plain program synthesizes the same stack %s", (name) => {
  const json = JSON.parse(readFileSync(join(out, "stacks", name, "cdk.tf.json"), "utf8")) as object;
  expect(withoutComments(json)).toEqual(withoutComments(stacks[name]));
});

/** CDKTF writes the path of each construct under `//`, and a plain program has no such path. */
function withoutComments(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === "//" ? undefined : item)));
}
