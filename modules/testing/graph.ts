/** The references between the elements of a synthesized stack. */
export class Graph {
  /** Address -> addresses that it refers to, whether they exist or not. */
  private readonly edges = new Map<string, Set<string>>();

  constructor(terraform: Record<string, unknown>) {
    const {
      resource = {},
      data = {},
      output = {},
      provider = {},
      variable = {},
      locals = {},
    } = terraform as Blocks;
    for (const [type, elements] of Object.entries(resource)) {
      for (const [name, config] of Object.entries(elements)) this.declare(`${type}.${name}`, config);
    }
    for (const [type, elements] of Object.entries(data)) {
      for (const [name, config] of Object.entries(elements)) this.declare(`data.${type}.${name}`, config);
    }
    for (const [name, config] of Object.entries(output)) this.declare(`output.${name}`, config);
    for (const name of Object.keys(variable)) this.declare(`var.${name}`, {});
    for (const [name, config] of Object.entries(locals)) this.declare(`local.${name}`, config);
    for (const [type, configs] of Object.entries(provider)) {
      for (const config of configs as unknown as { alias?: string }[]) {
        this.declare(config.alias ? `${type}.${config.alias}` : type, config);
      }
    }
  }

  /** All declared addresses except outputs and providers, sorted. */
  get addresses(): string[] {
    return [...this.edges.keys()].filter((address) => /^(data\.)?[a-z0-9]+_/.test(address)).sort();
  }

  /** The addresses to which an address refers directly. */
  referencesOf(address: string): readonly string[] {
    return [...(this.edges.get(address) ?? [])];
  }

  /** References to undeclared addresses, as `from -> to`. */
  get unresolved(): string[] {
    return [...this.edges].flatMap(([from, to]) =>
      [...to].filter((address) => !this.edges.has(address)).map((address) => `${from} -> ${address}`),
    );
  }

  /** The addresses of a cycle; undefined without a cycle. */
  get cycle(): string[] | undefined {
    const done = new Set<string>();
    const walk = (address: string, path: string[]): string[] | undefined => {
      if (path.includes(address)) return [...path.slice(path.indexOf(address)), address];
      if (done.has(address)) return undefined;
      for (const next of this.edges.get(address) ?? []) {
        const found = walk(next, [...path, address]);
        if (found) return found;
      }
      done.add(address);
      return undefined;
    };
    for (const address of this.edges.keys()) {
      const found = walk(address, []);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether Terraform creates `after` only after `before`, directly or through other resources. */
  isOrdered(before: string, after: string): boolean {
    for (const address of [before, after]) {
      if (!this.edges.has(address)) throw new Error(`${address} is not declared`);
    }
    const seen = new Set<string>();
    const reach = (address: string): boolean => {
      if (address === before) return true;
      if (seen.has(address)) return false;
      seen.add(address);
      return [...(this.edges.get(address) ?? [])].some(reach);
    };
    return after !== before && reach(after);
  }

  private declare(address: string, config: unknown): void {
    const targets = new Set<string>();
    collect(config, targets);
    this.edges.set(address, targets);
  }
}

type Blocks = Record<string, Record<string, Record<string, unknown>>>;

const reference =
  /(?<![\w.-])(data\.[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*|(?:var|local)\.[A-Za-z_][\w-]*|[a-z][a-z0-9]*_[a-z0-9_]*\.[A-Za-z_][\w-]*)/g;

/** Collects references: in `${…}`, and without it in `depends_on` and `provider` of an element (not of its blocks). */
function collect(value: unknown, into: Set<string>, path: readonly string[] = []): void {
  if (typeof value === "string") {
    if (path.length === 1 && (path[0] === "provider" || path[0] === "depends_on")) into.add(value);
    for (const [, expression] of value.matchAll(/(?<!\$)\$\{([^}]*)\}?/g)) {
      for (const [found] of expression.matchAll(reference)) into.add(found);
    }
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, into, path);
  } else if (value && typeof value === "object") {
    for (const [name, item] of Object.entries(value)) {
      if (name !== "//") collect(item, into, [...path, name]);
    }
  }
}
