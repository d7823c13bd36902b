import { Graph } from "../testing/graph";

export type Config = Readonly<Record<string, unknown>>;

/** A resource of a synthesized stack. */
export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly config: Config;
}

/** A synthesized stack: its resources, and which of them wait for which. */
export class Stack {
  readonly resources: readonly Resource[];

  readonly outputs: Readonly<Record<string, Config>>;

  private readonly byAddress: ReadonlyMap<string, Resource>;

  private readonly waits: ReadonlyMap<string, readonly string[]>;

  constructor(configuration: object) {
    const { resource = {}, output = {} } = configuration as {
      readonly resource?: Readonly<Record<string, Readonly<Record<string, Config>>>>;
      readonly output?: Readonly<Record<string, Config>>;
    };
    this.outputs = output;
    this.resources = Object.entries(resource).flatMap(([type, all]) =>
      Object.entries(all).map(([name, config]) => ({ address: `${type}.${name}`, type, name, config })),
    );
    this.byAddress = new Map(this.resources.map((one) => [one.address, one]));
    const graph = new Graph(configuration as Record<string, unknown>);
    this.waits = new Map(
      this.resources.map(({ address }) => [address, this.resourcesBehind(graph, address)]),
    );
  }

  /** The resources that must exist before one is created: those to which it refers, also through locals and data sources. */
  private resourcesBehind(graph: Graph, address: string): readonly string[] {
    const [found, seen] = [new Set<string>(), new Set<string>([address])];
    const visit = (from: string): void => {
      for (const to of graph.referencesOf(from)) {
        if (seen.has(to)) continue;
        seen.add(to);
        if (this.byAddress.has(to)) found.add(to);
        else visit(to);
      }
    };
    visit(address);
    return [...found];
  }

  get(address: string): Resource | undefined {
    return this.byAddress.get(address);
  }

  ofType(...types: readonly string[]): Resource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  waitsOf(address: string): readonly string[] {
    return this.waits.get(address) ?? [];
  }

  /** The resource of a type to which an argument refers; undefined for a literal id. */
  referred(value: unknown, type: string): Resource | undefined {
    const match = new RegExp(`\\$\\{${type}\\.([A-Za-z_][\\w-]*)`).exec(String(value));
    return match ? this.byAddress.get(`${type}.${match[1]}`) : undefined;
  }
}

/** An argument as a list: Terraform takes a single block as an object. */
export function blocks(value: unknown): Config[] {
  if (Array.isArray(value)) return value as Config[];
  return typeof value === "object" && value !== null ? [value as Config] : [];
}

/** An argument as a list of texts. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
