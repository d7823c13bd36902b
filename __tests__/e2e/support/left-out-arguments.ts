import listed from "../left-out-arguments.json";
import { type StackJson } from "./provider-schema";

/** Arguments of the stacks, and whole types, that the tests' older provider does not know, with what their absence means. */
export const LEFT_OUT: readonly { readonly argument: string; readonly because: string }[] = listed;

/**
 * Takes the listed arguments out of a stack's JSON, in place.
 *
 * @returns what was there, e.g. `aws_eks_cluster.control_plane.deletion_protection = true`
 */
export function leaveOutArguments(stack: StackJson): string[] {
  return LEFT_OUT.flatMap(({ argument }) => leaveOut(stack, argument));
}

/** Takes one argument, or all resources of one type, out of a stack's JSON, in place. */
export function leaveOut(stack: StackJson, argument: string): string[] {
  const [type, ...path] = argument.split(".");
  if (path.length === 0) return removedType(stack, type);
  return Object.entries(stack.resource?.[type] ?? {}).flatMap(([name, element]) =>
    removed(element, path).map((value) => `${[type, name, ...path].join(".")} = ${JSON.stringify(value)}`),
  );
}

/** Every resource of a type that the provider does not have. */
function removedType({ resource }: StackJson, type: string): string[] {
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
