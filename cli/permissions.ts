import { join } from "node:path";
import type { LoadedEnvironment } from "../modules/environment";
import { replaceTexts } from "../modules/output";
import { type Permissions, permissionsFor, type Phase } from "../modules/permissions";
import { choose, synthesize } from "./export";

/** Options of `cdktf-clusters permissions`. */
export interface PermissionsOptions {
  /** Names of stacks; `*` matches any characters. An empty list selects all. */
  readonly stacks: readonly string[];
  readonly phase: Phase;
  readonly format: "json" | "markdown";

  /** The folder for the policies and roles, one file each. If omitted, the text is returned. */
  readonly out?: string;
}

/** What the command prints. */
export interface PermissionsText {
  readonly text: string;
  readonly warnings: readonly string[];
}

interface StackPermissions extends Permissions {
  readonly stack: string;
}

/**
 * The permissions of the identity that runs Terraform, for stacks of environments without errors. Writes all files, or none.
 *
 * @throws InputError if a stack does not exist, or the folder cannot be written
 */
export function permissionsOfStacks(
  environments: readonly LoadedEnvironment[],
  { stacks, phase, format, out }: PermissionsOptions,
): PermissionsText {
  const chosen = choose(environments, stacks);
  const all = chosen.map(({ cluster, settings }): StackPermissions => {
    const { name, platform, region } = cluster;
    const source = { name, platform, region: String(region), configuration: synthesize(cluster, settings) };
    return { stack: name, ...permissionsFor(source, phase) };
  });
  const warnings = all.flatMap(({ stack, unknownTypes, warnings: others }) => [
    ...unknownTypes.map((type) => `${stack}: the permissions for ${type} are unknown; add them`),
    ...others.map((text) => `${stack}: ${text}`),
  ]);
  if (out !== undefined) return { text: write(all, out), warnings };
  if (format === "markdown") return { text: all.map((one) => markdownOf(one, phase)).join("\n"), warnings };
  const list = all.map(({ stack, data, unknownTypes }) => ({ stack, phase, ...data, unknownTypes }));
  return { text: `${JSON.stringify(list, undefined, 2)}\n`, warnings };
}

function write(all: readonly StackPermissions[], out: string): string {
  const files = all.flatMap(({ files: own }) =>
    [...own].map(
      ([name, document]) => [`${name}.json`, `${JSON.stringify(document, undefined, 2)}\n`] as const,
    ),
  );
  replaceTexts(out, files);
  return files.map(([name]) => `${join(out, name)}\n`).join("");
}

function markdownOf({ stack, files, unknownTypes }: StackPermissions, phase: Phase): string {
  const unknown = unknownTypes.map((type) => `- \`${type}\`\n`).join("");
  return [
    `## Permissions of ${stack} for ${phase}\n`,
    ...(unknown === "" ? [] : [`Resource types whose permissions are unknown:\n\n${unknown}`]),
    ...[...files].map(
      ([name, document]) => `### ${name}\n\n\`\`\`json\n${JSON.stringify(document, undefined, 2)}\n\`\`\`\n`,
    ),
  ].join("\n");
}
