import { existsSync } from "node:fs";
import { matchesGlob } from "../modules/cluster/glob";
import { InputError } from "../modules/cluster/problem";
import { nearestName } from "../modules/environment";

/**
 * Selects by the names of stacks.
 *
 * @param names - names in which `*` matches any characters; an empty list selects all
 * @throws InputError if no stack has one of the names
 */
export function selected<Stack>(
  all: readonly Stack[],
  nameOf: (stack: Stack) => string,
  names: readonly string[],
): Stack[] {
  for (const name of names) {
    if (!all.some((stack) => matchesGlob(name, nameOf(stack)))) throw unknownStack(name, all.map(nameOf));
  }
  return all.filter((stack) => names.length === 0 || names.some((name) => matchesGlob(name, nameOf(stack))));
}

export function unknownStack(name: string, known: readonly string[]): InputError {
  const meant = nearestName(name, known);
  return new InputError(
    `unknown stack ${JSON.stringify(name)}` +
      (meant === undefined ? `; known: ${known.join(", ")}` : `; did you mean ${JSON.stringify(meant)}?`),
  );
}

/** Whether the working directory is a project of CDKTF, which plans and applies stacks. Projects of `init` use exports. */
export const isCdktfProject = (): boolean => existsSync("cdktf.json");
