import { error, type Path, type Finding } from "../../cluster/problem";
import { isKnown, shown } from "../../cluster/rules/rule";
import { familiesWith, familyName, machineFamily } from "./machine-types";

/** Checks a name such as `Intel Ice Lake`, for a family that supports several CPU platforms. */
export function platformProblems(
  path: Path,
  platform: string | undefined,
  type: string | undefined,
): Finding[] {
  if (!isKnown(platform)) return [];
  if (!/^(Intel|AMD|Ampere) [A-Z][\w ]+$/.test(platform)) {
    return [error(path, `must be a processor generation such as "Intel Ice Lake", got ${shown(platform)}`)];
  }
  const family = type ? machineFamily(type) : undefined;
  if (!family || family.minCpuPlatform) return [];
  return [
    error(
      path,
      `machines of ${familyName(type!)} do not support a minimum CPU platform; families that do: ${familiesWith((known) => known.minCpuPlatform === true)}`,
    ),
  ];
}
