import { posix } from "node:path";
import { InputError } from "../cluster/problem";
import { type Configuration, objectOf, without } from "./configuration";
import { type Files, split } from "./files";
import { rootReadme } from "./readme";
import { requiredVersion } from "./required-version";

/**
 * The backends of Terraform.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend
 */
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

/** Name and backend of a root module. */
export interface RootOptions {
  /** Name of the stack. */
  readonly name: string;

  /** Type of a backend without settings, for `terraform init -backend-config=…`. */
  readonly emptyBackend?: string;
}

/** A stack as a root module, for `terraform init` and `apply` in any folder. */
export function rootModule(configuration: Configuration, options: RootOptions): Files {
  const terraform = objectOf(configuration.terraform);
  const settings = { ...without(terraform, "backend", "cloud"), ...stateOf(terraform, options) };
  const required_version = requiredVersion({ ...configuration, terraform: settings });
  const root = { ...configuration, terraform: { required_version, ...settings } };
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
  // The state file of the stack is outside of its folder in cdktf.out, which CDKTF deletes. The folder of an export is not deleted.
  const { path } = objectOf(local);
  const file = typeof path === "string" ? posix.basename(path) : "terraform.tfstate";
  return { backend: { local: { path: file } } };
}
