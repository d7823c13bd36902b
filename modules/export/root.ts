import { posix } from "node:path";
import { InputError } from "../cluster/problem";
import { type Configuration, objectOf, without } from "./configuration";
import { type Files, split } from "./files";
import { rootReadme } from "./readme";

/** Where Terraform can keep state. [Terraform: backends] */
export const backendTypes = [
  "azurerm",
  "consul",
  "cos",
  "gcs",
  "http",
  "kubernetes",
  "local",
  "oci",
  "oss",
  "pg",
  "remote",
  "s3",
] as const;

/** What a root module is called, and where its state is. */
export interface RootOptions {
  /** Name of the stack. */
  readonly name: string;

  /** Type of a backend that the stack shall have without any setting, for `terraform init -backend-config=…`. */
  readonly emptyBackend?: string;
}

/** A stack as a root module: what `terraform init` and `apply` need, in a folder that can stand anywhere. */
export function rootModule(configuration: Configuration, options: RootOptions): Files {
  const terraform = objectOf(configuration.terraform);
  const settings = { ...without(terraform, "backend", "cloud"), ...stateOf(terraform, options) };
  const root = { ...configuration, terraform: settings };
  return { ...split(root), "README.md": rootReadme(root, options.name) };
}

function stateOf(terraform: Configuration, { emptyBackend }: RootOptions): Configuration {
  if (emptyBackend !== undefined) {
    if (!(backendTypes as readonly string[]).includes(emptyBackend)) {
      throw new InputError(
        `unknown backend ${JSON.stringify(emptyBackend)}; Terraform has ${backendTypes.join(", ")}`,
      );
    }
    return { backend: { [emptyBackend]: {} } };
  }
  const { backend, cloud } = terraform;
  const { local } = objectOf(backend);
  if (local === undefined) return { ...(backend && { backend }), ...(cloud && { cloud }) };
  // The stack's file lies outside of its folder in cdktf.out, which CDKTF empties; nobody empties this one.
  const { path } = objectOf(local);
  const file = typeof path === "string" ? posix.basename(path) : "terraform.tfstate";
  return { backend: { local: { path: file } } };
}
