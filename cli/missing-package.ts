import { name as command, peerDependencies } from "../package.json";

/**
 * What to install, if a failure is a peer dependency that Node does not find; otherwise undefined. `npx` and `npm install` install no
 * optional ones.
 */
export function missingPackage(failure: unknown): string | undefined {
  const { code, message = "" } = failure as { readonly code?: string; readonly message?: string };
  if (code !== "MODULE_NOT_FOUND") return undefined;
  const [, found = ""] = /^Cannot find module '([^']*)'/.exec(message) ?? [];
  const missing = Object.entries(peerDependencies).find(
    ([peer]) => found === peer || found.startsWith(`${peer}/`),
  );
  if (missing === undefined) return undefined;
  const [peer, range] = missing;
  const wanted = `${peer}@${range.replace(/^\^/, "")}`;
  return [
    `${command}: the package ${peer} is not installed. Next to the environment files, run`,
    `  npm install ${wanted}`,
    "In an empty folder, run",
    `  npx --package ${command} --package ${wanted} ${command} init`,
  ].join("\n");
}
