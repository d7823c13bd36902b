import type { BackendSpec } from "./types";

/** A stack, as the names of its state tell it from others. */
export interface StackName {
  /** Undefined where a stack is made in code, without an environment. */
  readonly environment?: string;

  /** `<environment>-<cluster>`. */
  readonly stack: string;
}

/** What a name or path may hold, and what it stands for. */
export const placeholders: Readonly<Record<string, (name: StackName) => string>> = {
  stack: ({ stack }) => stack,
  environment: ({ environment = "" }) => environment,
  cluster: ({ environment, stack }) =>
    environment !== undefined && stack.startsWith(`${environment}-`)
      ? stack.slice(environment.length + 1)
      : stack,
};

/** The field of each type that tells where a stack's state is, and what it says when it is left out. */
const templates: Readonly<Record<BackendSpec["type"], { readonly field: string; readonly text?: string }>> = {
  local: { field: "path", text: "terraform.{stack}.tfstate" },
  s3: { field: "key", text: "{stack}/terraform.tfstate" },
  azurerm: { field: "key", text: "{stack}/terraform.tfstate" },
  gcs: { field: "prefix", text: "{stack}" },
  cloud: { field: "workspace", text: "{stack}" },
  remote: { field: "workspace", text: "{stack}" },
  http: { field: "address" },
  pg: { field: "schemaName", text: "{stack}" },
};

/** The field of a backend that tells the states of stacks apart. */
export function stateField({ type }: BackendSpec): string {
  return templates[type].field;
}

/** A backend as one stack has it: nothing about the state's place is left out, and names stand for placeholders. */
export function backendOf(spec: BackendSpec, name: StackName): BackendSpec {
  const { field, text } = templates[spec.type];
  const whole = { [field]: text, ...definedFields(spec) };
  return Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [key, typeof value === "string" ? fill(value, name) : value]),
  ) as unknown as BackendSpec;
}

function definedFields(spec: BackendSpec): object {
  return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined));
}

function fill(text: string, name: StackName): string {
  return text.replace(/\{(\w+)\}/g, (whole, word: string) =>
    Object.hasOwn(placeholders, word) ? (placeholders[word](name) ?? whole) : whole,
  );
}

/**
 * Tells the state of a stack from that of any other; undefined where only the process environment knows, as with the
 * database of `pg`.
 */
export function stateAddress(spec: BackendSpec, name: StackName): string | undefined {
  const backend = backendOf(spec, name);
  switch (backend.type) {
    case "local":
      return `local ${backend.path}`;
    case "s3":
      return `s3://${backend.bucket}/${backend.key}`;
    case "azurerm":
      return `azurerm ${backend.storageAccountName}/${backend.containerName}/${backend.key}`;
    case "gcs":
      return `gs://${backend.bucket}/${backend.prefix}`;
    case "cloud":
    case "remote":
      return `${backend.hostname ?? "app.terraform.io"}/${backend.organization}/${backend.workspace}`;
    case "http":
      return backend.address;
    case "pg":
      return undefined;
  }
}
