/** The Terraform JSON of a stack. */
interface Configuration {
  readonly variable?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
  readonly resource?: Elements;
  readonly data?: Elements;
  readonly output?: Record<string, { value?: unknown; sensitive?: boolean }>;
}

type Elements = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * Marks the outputs that show a sensitive variable, directly or through an argument of a resource.
 * Terraform propagates sensitivity in the same way, and refuses such an output if it is not marked.
 */
export function hideSensitive(stack: unknown): unknown {
  const configuration = stack as Configuration;
  const hidden = Object.entries(configuration.variable ?? {}).flatMap(([name, { sensitive }]) =>
    sensitive === true ? [name] : [],
  );
  if (hidden.length === 0) return stack;

  const search = new Search(configuration, hidden);
  for (const output of Object.values(configuration.output ?? {})) {
    if (search.isSensitive(output.value)) output.sensitive = true;
  }
  return stack;
}

/** Searches values, and the arguments that they refer to. */
class Search {
  /** Visited arguments. This also ends circular references. */
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly configuration: Configuration,
    private readonly hidden: readonly string[],
  ) {}

  isSensitive(value: unknown): boolean {
    if (typeof value === "string") return value.includes("${") && this.isTextSensitive(value);
    if (typeof value !== "object" || value === null) return false;
    return Object.values(value).some((item) => this.isSensitive(item));
  }

  private isTextSensitive(text: string): boolean {
    const variables = [...text.matchAll(/\bvar\.([A-Za-z_][\w-]*)/g)].map(([, name]) => name);
    if (variables.some((name) => this.hidden.includes(name))) return true;
    const references = text.matchAll(/\b(data\.)?([a-z][a-z0-9]*_\w+)\.(\w+)(?:\[[^\]]*\])?(?:\.(\w+))?/g);
    return [...references].some(([, data, type, name, argument]) =>
      this.isArgumentSensitive(data === undefined ? "resource" : "data", type, name, argument),
    );
  }

  /** An attribute that is not an argument comes from the cloud, such as an id or an ARN. */
  private isArgumentSensitive(
    kind: "resource" | "data",
    type: string,
    name: string,
    argument: string | undefined,
  ): boolean {
    const element = this.configuration[kind]?.[type]?.[name];
    if (element === undefined) return false;
    const key = [kind, type, name, argument].join(".");
    if (!this.known.has(key)) {
      this.known.set(key, false);
      this.known.set(key, this.isSensitive(argument === undefined ? element : element[argument]));
    }
    return this.known.get(key)!;
  }
}
