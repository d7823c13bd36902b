import { matchesGlob } from "../modules/cluster/glob";
import { isError } from "../modules/cluster/problem";
import { loadEnvironments, type LoadOptions, type LoadResult, report } from "../modules/environment";
import { type Call, defaultLocation } from "./call";
import { adviceOnMissing } from "./missing-files";

/**
 * The environments for a command that reads some stacks. Prints all problems. Errors in files of other stacks do not prevent the command.
 *
 * @param stacks - names of stacks; `*` matches any characters. An empty list selects all
 * @returns undefined if the command cannot continue
 */
export function loadStacks(
  stacks: readonly string[],
  stderr: Call["stderr"],
  options?: LoadOptions,
): LoadResult | undefined {
  const loaded = loadEnvironments(defaultLocation(), { adviceOnMissing, ...options });
  const { problems, excerptOf } = loaded;
  if (!report(problems, stderr.raw, { display: stderr.display, excerptOf })) return loaded;
  if (!areSound(stacks, loaded)) return undefined;
  const files = [...new Set(problems.filter(isError).map(({ file }) => file))].join(", ");
  stderr.write(`${stacks.join(", ")}: without errors; the errors in ${files} concern other stacks\n`);
  return loaded;
}

/** Whether all selected stacks are those of environments without errors. */
function areSound(stacks: readonly string[], { environments, broken }: LoadResult): boolean {
  const known = environments.flatMap(({ clusters }) => clusters.map(({ name }) => name));
  return (
    stacks.length > 0 &&
    stacks.every(
      (stack) =>
        known.some((name) => matchesGlob(stack, name)) && !broken.some((name) => mayBeOf(stack, name)),
    )
  );
}

/** Whether a pattern can match stacks of an environment, whose clusters are unknown. Names without a pattern are unique. */
function mayBeOf(stack: string, environment: string): boolean {
  if (!stack.includes("*")) return false;
  const [start] = stack.split("*");
  const prefix = `${environment}-`;
  return start.startsWith(prefix) || prefix.startsWith(start);
}
