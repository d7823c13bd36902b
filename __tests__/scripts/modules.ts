import { spawnSync } from "node:child_process";

/**
 * Returns the result of a function of a script. Scripts are ES modules, which Jest does not load, so a separate Node process runs the
 * function. Arguments and result must be JSON values. If the function throws, the result is the printed error.
 */
export function callScript(script: string, name: string, ...given: readonly unknown[]): unknown {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { readFileSync } from "node:fs"; import { ${name} as call } from "./${script}";` +
        'console.log(JSON.stringify(call(...JSON.parse(readFileSync(0, "utf8")))));',
      // Replaces the path of the script, so that the script does not run itself.
      "imported",
    ],
    { encoding: "utf8", input: JSON.stringify(given), maxBuffer: 2 ** 28 },
  );
  return status === 0 ? JSON.parse(stdout) : stderr;
}
