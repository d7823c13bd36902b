import known from "../known-differences.json";

/** What a second plan would change though nothing changed, by the emulator's fault: `address.attribute`, and why. */
interface KnownDifference {
  readonly stack: string;
  readonly difference: string;
  readonly because: string;
}

export const KNOWN_DIFFERENCES = known as readonly KnownDifference[];

/** The differences that the second plan of a stack must have; none is the rule. */
export function knownDifferences(stack: string): string[] {
  return KNOWN_DIFFERENCES.filter((one) => one.stack === stack).map(({ difference }) => difference);
}

/** The part of `terraform show -json PLAN` that is looked at here. */
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

/** Every attribute that a plan would change, as `address.attribute`; for what is created or deleted, the address. */
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

/** How each order of a replacement is called. */
const actionNames: Readonly<Record<string, string>> = {
  "create,delete": "replaced, the new one first",
  "delete,create": "replaced, the old one first",
};

/** What a plan would do, by address; outputs and what stays are left out. */
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
