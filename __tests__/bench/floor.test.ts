import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainProgramOf } from "../../bench/floor/plain-program-of";

/** The floor is comparable only if it creates the same elements with the same arguments. */
test.each(["eks", "aks", "gke"] as const)("the plain program for %s creates the same stack", (platform) => {
  const { stack, program, json } = plainProgramOf("environments/production.yaml", platform);
  const folder = mkdtempSync(join(tmpdir(), "floor-"));
  try {
    const file = join("node_modules", `.floor-${platform}-${process.pid}.js`);
    writeFileSync(file, program);
    try {
      execFileSync(process.execPath, [file], { env: { ...process.env, CDKTF_OUTDIR: folder } });
    } finally {
      rmSync(file);
    }
    const created = JSON.parse(readFileSync(join(folder, "stacks", stack, "cdk.tf.json"), "utf8")) as object;
    expect(withoutComments(created)).toEqual(withoutComments(json));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** CDKTF writes the construct path of an element under `//`, which differs in a plain program. */
function withoutComments(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === "//" ? undefined : item)));
}
