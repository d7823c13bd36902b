import type { Path } from "./problem";
import { entries } from "./rules/rule";
import type { AccessSpec } from "./vocabulary";

/** The principals of an access description, with the path of each. */
export function principalsOf({ admins, editors, viewers }: AccessSpec): [Path, string][] {
  return [
    ...entries(admins).map(([i, principal]): [Path, string] => [["access", "admins", i], principal]),
    ...(["editors", "viewers"] as const).flatMap((list) =>
      entries({ editors, viewers }[list]).map(([i, { principal }]): [Path, string] => [
        ["access", list, i, "principal"],
        principal,
      ]),
    ),
  ];
}
