import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "completion-"));
  symlinkSync(resolve("bin/cdktf-clusters.js"), join(folder, "cdktf-clusters"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("bash completes with the script", () => {
  const lines = [
    "cdktf-clusters va",
    "cdktf-clusters show production-m",
    "cdktf-clusters validate --format=s",
    "cdktf-clusters validate ",
  ];
  const script = [
    "source <(cdktf-clusters completion bash)",
    ...lines.map(
      (line) =>
        `COMP_LINE='${line}' COMP_POINT=${line.length}; COMPREPLY=(); _cdktf_clusters; echo "[\${COMPREPLY[*]}]"`,
    ),
  ].join("\n");
  const env = { ...process.env, ENVIRONMENTS: "", PATH: `${folder}${delimiter}${process.env.PATH}` };
  expect(execFileSync("bash", ["-c", script], { env, encoding: "utf8" })).toBe(
    "[validate]\n[production-main]\n[sarif]\n[]\n",
  );
}, 60_000);
