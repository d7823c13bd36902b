import listed from "../unsupported-arguments.json";
import { IS_OLDER_PROVIDER } from "./provider";
import { type StackJson } from "./provider-schema";

/** An argument or a type of the stacks that a provider does not support, with the consequence. */
export interface UnsupportedArgument {
  readonly argument: string;
  readonly because: string;
}

/** What the provider 5.100 does not support. */
export const ARGUMENTS_OF_LATER_PROVIDERS: readonly UnsupportedArgument[] = listed;

/** What the provider of this run does not support. */
export const UNSUPPORTED_ARGUMENTS = IS_OLDER_PROVIDER ? ARGUMENTS_OF_LATER_PROVIDERS : [];

/**
 * Removes the listed arguments from the JSON of a stack, in place.
 *
 * @returns the removed arguments, e.g. `aws_eks_cluster.control_plane.deletion_protection = true`
 */
export function removeUnsupportedArguments(stack: StackJson, unsupported = UNSUPPORTED_ARGUMENTS): string[] {
  return unsupported.flatMap(({ argument }) => removeArgument(stack, argument));
}

/** Removes one argument, or all resources of one type, from the JSON of a stack, in place. */
export function removeArgument(stack: StackJson, argument: string): string[] {
  const [type, ...path] = argument.split(".");
  if (path.length === 0) return removeType(stack, type);
  return Object.entries(stack.resource?.[type] ?? {}).flatMap(([name, element]) =>
    removed(element, path).map((value) => `${[type, name, ...path].join(".")} = ${JSON.stringify(value)}`),
  );
}

/** Removes all resources of a type. */
function removeType({ resource }: StackJson, type: string): string[] {
  const names = Object.keys(resource?.[type] ?? {});
  delete (resource as Record<string, unknown> | undefined)?.[type];
  return names.map((name) => `${type}.${name}`);
}

function removed(content: unknown, [name, ...rest]: string[]): unknown[] {
  if (Array.isArray(content)) return content.flatMap((one) => removed(one, [name, ...rest]));
  if (typeof content !== "object" || content === null || !(name in content)) return [];
  const block = content as Record<string, unknown>;
  if (rest.length > 0) return removed(block[name], rest);
  const value = block[name];
  delete block[name];
  return [value];
}
