import known from "../known-differences.json";

/** A difference in a second plan that the emulator causes: `address.attribute`, and the reason. */
interface KnownDifference {
  readonly stack: string;
  readonly difference: string;
  readonly because: string;
}

export const KNOWN_DIFFERENCES = known as readonly KnownDifference[];

/** The expected differences in the second plan of a stack; usually none. */
export function knownDifferences(stack: string): string[] {
  return KNOWN_DIFFERENCES.filter((one) => one.stack === stack).map(({ difference }) => difference);
}

/** The used part of `terraform show -json PLAN`. */
export interface PlanJson {
  readonly resource_changes?: readonly { readonly address: string; readonly change: Change }[];
  readonly output_changes?: Readonly<Record<string, Change>>;
}

interface Change {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
}

/** The attributes that a plan would change, as `address.attribute`; for created or deleted resources, the address. */
export function differences(plan: PlanJson): string[] {
  const outputs = Object.entries(plan.output_changes ?? {}).map(([name, change]) => ({
    address: `output.${name}`,
    change,
  }));
  return [...(plan.resource_changes ?? []), ...outputs]
    .filter(({ change }) => change.actions.some((action) => action !== "no-op"))
    .flatMap(({ address, change }) =>
      changedAttributes(change).map((attribute) => [address, ...attribute].join(".")),
    );
}

/** The names of the orders of a replacement. */
const actionNames: Readonly<Record<string, string>> = {
  "create,delete": "replaced, create before destroy",
  "delete,create": "replaced, destroy before create",
};

/** The actions of a plan by address, without outputs and unchanged resources. */
export function actions(plan: PlanJson): Record<string, string> {
  return Object.fromEntries(
    (plan.resource_changes ?? [])
      .map(({ address, change }) => [address, change.actions.join()] as const)
      .filter(([, action]) => action !== "no-op" && action !== "read")
      .map(([address, action]) => [address, actionNames[action] ?? action]),
  );
}

function changedAttributes({ actions, before, after, after_unknown: unknown }: Change): string[][] {
  if (actions.join() !== "update" || !isObject(before) || !isObject(after)) return [[]];
  const names = new Set([
    ...Object.keys(before),
    ...Object.keys(after),
    ...Object.keys(isObject(unknown) ? unknown : {}),
  ]);
  return [...names]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => [name]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
