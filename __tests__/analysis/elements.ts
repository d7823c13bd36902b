import type { Arguments } from "../support/synthesized";

/** One resource in the Terraform JSON. */
export interface Element {
  readonly type: string;
  readonly name: string;
  readonly args: Arguments;
}

/** The resources of a synthesized cluster. Everything that an analysis states comes from here, and from no code of the project. */
export class Elements {
  private readonly byType = new Map<string, readonly Element[]>();

  constructor(readonly terraform: Arguments) {}

  all(type: string): readonly Element[] {
    const known = this.byType.get(type);
    if (known) return known;
    const found = (this.terraform.resource?.[type] ?? {}) as Record<string, Arguments>;
    const elements = Object.entries(found).map(([name, args]) => ({ type, name, args }));
    this.byType.set(type, elements);
    return elements;
  }

  args(type: string): Arguments[] {
    return this.all(type).map(({ args }) => args);
  }

  /** The resource to which `${type.name.attribute}` refers, if it exists. */
  target(reference: unknown, type: string): Element | undefined {
    const name = new RegExp(`\\b${type}\\.([A-Za-z_][\\w-]*)`).exec(textOf(reference))?.[1];
    const args = name === undefined ? undefined : this.terraform.resource?.[type]?.[name];
    return args && { type, name: name!, args };
  }

  /** Whether a resource of the type has these values. */
  has(type: string, values: Readonly<Record<string, unknown>>): boolean {
    return this.args(type).some((args) =>
      Object.entries(values).every(([key, value]) => textOf(args[key]) === textOf(value)),
    );
  }
}

/** `${type.name.attribute}`. */
export const reference = ({ type, name }: Element, attribute: string): string =>
  `\${${type}.${name}.${attribute}}`;

export const textOf = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");

/** The same JSON with one resource changed, or without it. */
export function withElement(
  terraform: Arguments,
  { type, name }: Pick<Element, "type" | "name">,
  args?: Arguments,
): Arguments {
  const rest = { ...(terraform.resource[type] as Record<string, Arguments>) };
  if (args) rest[name] = args;
  else delete rest[name];
  return { ...terraform, resource: { ...terraform.resource, [type]: rest } };
}
