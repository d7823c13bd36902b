import { spawnSync } from "node:child_process";

/** Runs a command while a pipe that it writes to has no reader: `true` reads nothing, and ends before the command starts to write. */
function runClosed(argv: string, closed: "stdout" | "stderr") {
  const command = `node bin/cdktf-clusters.js ${argv}`;
  const piped = closed === "stdout" ? `${command} 2>&3` : `${command} 2>&1 >&4`;
  const script = `{ ${piped}; echo "code $?" >&4; } | true`;
  const { stdout, stderr } = spawnSync("bash", ["-c", `exec 3>&2 4>&1; ${script}`], { encoding: "utf8" });
  return { code: /^code (\d+)$/m.exec(stdout)?.[1], stderr };
}

test.each(["versions", "help", "validate --plan", "permissions --phase apply", "show", "fields nodeGroups"])(
  "%s ends without a stack trace if its output has no reader",
  (argv) => {
    expect(runClosed(argv, "stdout")).toEqual({ code: "141", stderr: expect.not.stringContaining("EPIPE") });
  },
  60_000,
);

test("an error keeps its exit code", () => {
  expect(runClosed("versions unknown", "stderr")).toEqual({ code: "2", stderr: "" });
  expect(runClosed("compare missing", "stderr")).toEqual({ code: "1", stderr: "" });
}, 60_000);
