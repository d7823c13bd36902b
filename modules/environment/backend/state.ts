import type { EnvironmentSettings } from "../settings";
import type { Environment } from "../types";
import type { BackendSpec } from "./types";

/** The names of a stack, which identify its state. */
export interface StackName {
  /** Undefined if the stack is created in code, without an environment. */
  readonly environment?: string;

  /** `<environment>-<cluster>`. */
  readonly stack: string;
}

/** A stack of a cluster in a file. */
export interface ClusterStackName extends StackName {
  /** Name of the cluster in the file. */
  readonly cluster: string;
}

/** The placeholders of names and paths, with their values. */
export const placeholders = {
  stack: ({ stack }: StackName) => stack,
  environment: ({ environment = "" }: StackName) => environment,
  cluster: ({ environment, stack }: StackName) =>
    environment !== undefined && stack.startsWith(`${environment}-`)
      ? stack.slice(environment.length + 1)
      : stack,
} satisfies Readonly<Record<string, (name: StackName) => string>>;

/**
 * The backend of the stacks of a cluster: that of the cluster, or the common one; undefined for a local file.
 *
 * @param cluster - full name of the cluster: `<environment>-<name>`
 */
export function backendFor(
  { environment, backend, backends }: EnvironmentSettings,
  cluster: string,
): BackendSpec | undefined {
  const name = placeholders.cluster({ environment, stack: cluster });
  return hasOwnBackend(backends, name) ? backends[name] : backend;
}

/** The path in the file of what {@link backendFor} returns. */
export function backendPath({ environment, backends }: EnvironmentSettings, cluster: string): string[] {
  const name = placeholders.cluster({ environment, stack: cluster });
  return hasOwnBackend(backends, name) ? ["backends", name] : ["backend"];
}

/** Whether a cluster has a backend instead of the common one. */
export function hasOwnBackend(
  backends: Environment["backends"],
  cluster: string | undefined,
): backends is Readonly<Record<string, BackendSpec>> {
  return backends !== undefined && cluster !== undefined && Object.hasOwn(backends, cluster);
}

/** The field that locates the state of a stack, for each type of backend, and its default. */
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

/** The field of a backend that differs between stacks. */
export function stateField({ type }: BackendSpec): string {
  return templates[type].field;
}

/** The backend of one stack, with the default of the field that locates the state, and without placeholders. */
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
  return text.replace(/\{(\w+)\}/g, (whole, placeholder: string) =>
    Object.hasOwn(placeholders, placeholder)
      ? placeholders[placeholder as keyof typeof placeholders](name)
      : whole,
  );
}

/**
 * Identifies the state of a stack; undefined if it depends on the process environment, such as the database of `pg`.
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
