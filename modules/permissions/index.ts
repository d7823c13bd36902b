import type { PolicyDocument } from "./iam";
import { awsPolicies } from "./aws/policy";
import { azureRoles } from "./azure/roles";
import { googleRoles } from "./google/roles";
import type { Phase } from "./phases";
import { readable } from "./readable";

export { awsPolicies, type Policies } from "./aws/policy";
export { phases, type Phase } from "./phases";

/** A stack for which permissions are derived. */
export interface PermissionsSource {
  readonly name: string;
  readonly platform: string;
  readonly region: string;

  /** The synthesized stack. */
  readonly configuration: object;
}

/** The permissions of the identity that runs Terraform, in the form of its cloud. */
export interface Permissions {
  /** What the JSON of the command has for a stack: `policies`, `roles` and `assignments`, or `roles` and `bindings`. */
  readonly data: Readonly<Record<string, readonly object[]>>;

  /** The same as files, by their names without a suffix. */
  readonly files: ReadonlyMap<string, object>;

  /** Resource types of which the permissions are not known. */
  readonly unknownTypes: readonly string[];

  /** What the permissions do not contain for another reason. */
  readonly warnings: readonly string[];
}

type Derive = (source: PermissionsSource, phase: Phase) => Permissions;

const platforms: Readonly<Record<string, Derive>> = {
  aks: ofAzure,
  eks: ofAws,
  gke: ofGoogle,
  // Its cloud is that of its provider.
  kubeadm: (source, phase) => byProvider(source)(source, phase),
};

/**
 * The permissions of the identity that runs Terraform.
 *
 * @throws InputError if they exceed the limits of the cloud
 */
export function permissionsFor(source: PermissionsSource, phase: Phase): Permissions {
  const { warnings, ...rest } = platforms[source.platform](source, phase);
  return { ...rest, warnings: warnings.map((text) => readable(text, source.configuration)) };
}

function byProvider({ configuration }: PermissionsSource): Derive {
  const { provider = {} } = configuration as { readonly provider?: object };
  if (Object.hasOwn(provider, "google")) return ofGoogle;
  return Object.hasOwn(provider, "azurerm") ? ofAzure : ofAws;
}

function ofAws(source: PermissionsSource, phase: Phase): Permissions {
  const { documents, unknownTypes, unlimited } = awsPolicies(source, phase);
  const named = documents.map((one, i): [string, PolicyDocument] => [
    `${source.name}-${phase}-${i + 1}`,
    one,
  ]);
  const warnings = unlimited.map(
    (resource) =>
      `${source.name} has no tags that limit ${resource}: the policies include those of other clusters; set tags in the file`,
  );
  return { data: { policies: documents }, files: new Map(named), unknownTypes, warnings };
}

function ofAzure({ name, configuration }: PermissionsSource, phase: Phase): Permissions {
  const { roles, assignments, unknownTypes, unknownRoles, unknownScopes } = azureRoles(
    name,
    configuration,
    phase,
  );
  const files = roles.map((role): [string, object] => [role.Name, role]);
  return {
    data: { roles, assignments },
    files: new Map([...files, [`${name}-${phase}-assignments`, assignments]]),
    unknownTypes,
    warnings: [
      ...unknownRoles.map(
        (role) =>
          `the id of the role "${role}" is unknown, so the condition does not allow to assign it; add the id`,
      ),
      ...unknownScopes.map(
        (scope) => `the scope ${scope} is a reference that only Terraform knows; replace it with the id`,
      ),
    ],
  };
}

function ofGoogle({ name, configuration }: PermissionsSource, phase: Phase): Permissions {
  const { roles, bindings, unknownTypes, unlimited } = googleRoles(name, configuration, phase);
  return {
    data: { roles: [...roles].map(([id, role]) => ({ id, ...role })), bindings },
    files: new Map<string, object>([...roles, [`${name}-${phase}-bindings`, bindings]]),
    unknownTypes,
    warnings: unlimited.map(
      ({ resource, reason }) => `${resource} gets ${reason}, so no condition limits which roles are granted`,
    ),
  };
}
