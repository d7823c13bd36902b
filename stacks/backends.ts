import {
  App,
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
  type TerraformRemoteState,
  TerraformStack,
} from "cdktf";
import { backendOf, type StackName } from "../modules/environment/backend/state";
import type { BackendSpec, CloudBackendSpec } from "../modules/environment/backend/types";

/** Creates the backend of a stack. If omitted, the state is in a file in the project folder. */
export function createBackend(
  stack: TerraformStack,
  name: StackName,
  spec: BackendSpec = { type: "local" },
): TerraformBackend {
  const backend = backendOf(spec, name);
  return (backends[backend.type] as Maker<BackendSpec>)(stack, backend);
}

/** The state of another stack of the environment, whose outputs a stack reads. */
export function stateOf(
  stack: TerraformStack,
  id: string,
  name: StackName,
  spec: BackendSpec = { type: "local" },
): TerraformRemoteState {
  // The backend of the other stack, of which only the location is used: a stack has one backend.
  const other = new TerraformStack(new App(), "state");
  return createBackend(other, name, spec).getRemoteStateDataSource(stack, id, name.stack);
}

type Maker<Spec> = (stack: TerraformStack, spec: Spec) => TerraformBackend;

/** The backends with the argument names of CDKTF's classes, and safe defaults. */
const backends: {
  readonly [Type in BackendSpec["type"]]: Maker<Extract<BackendSpec, { readonly type: Type }>>;
} = {
  // Relative to the stack's folder in cdktf.out: the folder of cdktf.json, where a synthesis does not delete it. CDKTF's default
  // is an absolute path of the machine that synthesized.
  local: (stack, { path }) => new LocalBackend(stack, { path: `../../../${path}` }),

  // The bindings do not have the lock file argument, but pass unknown arguments on.
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

  // The connection string is in the process environment.
  pg: (stack, { type: _, ...rest }) => new PgBackend(stack, rest as PgBackendConfig),
};

/**
 * The `cloud` block. CDKTF's class runs `terraform version` at every synthesis, which must work without Terraform. For other stacks it
 * is the `remote` backend of the same workspace.
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
