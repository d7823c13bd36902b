import { readFileSync } from "node:fs";
import { isMap } from "../../modules/environment/members";
import { name as command, peerDependencies } from "../../package.json";

/** The fields of a package that install others. */
const installing = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

/**
 * The command that installs the bindings of a provider, if the project in this folder does not have them. The package file belongs to the
 * user, and is not changed here.
 *
 * @param provider - the package for CDKTF
 */
export function missingBinding(provider: string): string[] {
  const installed = installedIn("package.json");
  if (installed === undefined || !installed.has(command)) return [];
  const isTerrain = installed.has("cdktn") && !installed.has("cdktf");
  const wanted = isTerrain ? provider.replace("@cdktf/", "@cdktn/") : provider;
  const range = Object.entries(peerDependencies).find(([peer]) => peer === wanted)?.[1];
  // For CDK Terrain, some bindings are part of this package.
  if (range === undefined || installed.has(wanted)) return [];
  return [`npm install ${wanted}@${range.replace(/^\^/, "")}`];
}

/** The packages that a package file installs; undefined without a readable file. */
function installedIn(file: string): ReadonlySet<string> | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
  if (!isMap(manifest)) return undefined;
  return new Set(
    installing.flatMap((field) => {
      const packages = manifest[field];
      return isMap(packages) ? Object.keys(packages) : [];
    }),
  );
}
