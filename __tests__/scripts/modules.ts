import { spawnSync } from "node:child_process";

/**
 * What a function of a script returns. Scripts are modules of their own kind, which Jest does not load, so that a process of Node
 * does; arguments and result are what JSON can say. An error is returned as the text that Node prints of it.
 */
export function callScript(script: string, name: string, ...given: readonly unknown[]): unknown {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { readFileSync } from "node:fs"; import { ${name} as call } from "./${script}";` +
        'console.log(JSON.stringify(call(...JSON.parse(readFileSync(0, "utf8")))));',
      // In the place of a script's path, which tells scripts that they are not run themselves.
      "imported",
    ],
    { encoding: "utf8", input: JSON.stringify(given), maxBuffer: 2 ** 28 },
  );
  return status === 0 ? JSON.parse(stdout) : stderr;
}
