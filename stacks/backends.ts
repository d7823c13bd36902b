import {
  AzurermBackend,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  NamedRemoteWorkspace,
  PgBackend,
  type PgBackendConfig,
  RemoteBackend,
  type RemoteBackendConfig,
  S3Backend,
  type S3BackendConfig,
  type TerraformBackend,
  type TerraformStack,
} from "cdktf";
import { backendOf, type StackName } from "../modules/environment/backend/state";
import type { BackendSpec, CloudBackendSpec } from "../modules/environment/backend/types";

/** Where a stack keeps its state. Left out: in a file beside the project. */
export function createBackend(
  stack: TerraformStack,
  name: StackName,
  spec: BackendSpec = { type: "local" },
): TerraformBackend {
  const backend = backendOf(spec, name);
  return (backends[backend.type] as Maker<BackendSpec>)(stack, backend);
}

type Maker<Spec> = (stack: TerraformStack, spec: Spec) => TerraformBackend;

/** Names are those of CDKTF's own classes, and defaults are the safe ones. */
const backends: {
  readonly [Type in BackendSpec["type"]]: Maker<Extract<BackendSpec, { readonly type: Type }>>;
} = {
  // Relative to the stack's folder in cdktf.out: beside cdktf.json, where no synthesis deletes it. CDKTF's own default
  // would be an absolute path of the machine that synthesized.
  local: (stack, { path }) => new LocalBackend(stack, { path: `../../../${path}` }),

  // The bindings know no lock file, and hand on what they do not know.
  s3: (stack, { type: _, key = "", encrypt = true, useLockfile = true, ...rest }) =>
    new S3Backend(stack, { key, encrypt, useLockfile, ...rest } as S3BackendConfig),

  azurerm: (stack, { type: _, key = "", useAzureadAuth = true, ...rest }) =>
    new AzurermBackend(stack, { key, useAzureadAuth, ...rest }),

  gcs: (stack, { type: _, ...rest }) => new GcsBackend(stack, rest),

  cloud: (stack, spec) => new CloudSettings(stack, spec),

  remote: (stack, { type: _, workspace = "", ...rest }) =>
    new RemoteBackend(stack, { workspaces: new NamedRemoteWorkspace(workspace), ...rest }),

  http: (stack, { type: _, address, lockAddress = address, unlockAddress = lockAddress, ...rest }) =>
    new HttpBackend(stack, { address, lockAddress, unlockAddress, ...rest }),

  // The connection string is the process environment's.
  pg: (stack, { type: _, ...rest }) => new PgBackend(stack, rest as PgBackendConfig),
};

/**
 * The `cloud` block. CDKTF's own class asks the Terraform on this machine for its version at every synthesis, which has to
 * do without one. For other stacks it is the `remote` backend of the same workspace.
 */
class CloudSettings extends RemoteBackend {
  private readonly project: string | undefined;

  constructor(stack: TerraformStack, { type: _, workspace = "", project, ...rest }: CloudBackendSpec) {
    super(stack, { workspaces: new NamedRemoteWorkspace(workspace), ...rest } as RemoteBackendConfig);
    this.project = project;
  }

  override toTerraform(): unknown {
    const { workspaces, ...rest } = this.synthesizeAttributes();
    const { project } = this;
    return { terraform: { cloud: { ...rest, workspaces: { ...workspaces, ...(project && { project }) } } } };
  }

  override toMetadata(): unknown {
    return { ...(super.toMetadata() as object), backend: "cloud" };
  }
}
