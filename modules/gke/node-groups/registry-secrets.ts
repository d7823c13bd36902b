import { SecretManagerSecretIamMember } from "@cdktf/provider-google/lib/secret-manager-secret-iam-member";
import { Fn, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { idOf } from "../../cluster/references";
import { isUnresolved } from "../../cluster/tokens";
import type { GkeNodeGroupSpec } from "../spec";

/** See {@link RegistrySecrets}. */
export interface RegistrySecretsProps {
  /** E-mail of the service account of all nodes. */
  readonly serviceAccount: string;

  /** Created before the grants: the API of Secret Manager. */
  readonly secretPrerequisites: readonly ITerraformDependable[];
}

/**
 * Permissions of nodes for the secrets with the certificates of private registries, which nodes read when they start.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/access-private-registries-private-certificates
 */
export class RegistrySecrets {
  private readonly grants = new Map<string, SecretManagerSecretIamMember>();

  constructor(
    private readonly scope: Construct,
    private readonly props: RegistrySecretsProps,
  ) {}

  /**
   * The permissions for the secrets of a node group. Groups with the same secret and account share one. Its id does not contain the
   * version: the change to another version would create the same permission again, and then remove it.
   */
  grant({
    registryAuthorities = [],
    serviceAccountEmail,
  }: GkeNodeGroupSpec): readonly SecretManagerSecretIamMember[] {
    return registryAuthorities.map(({ secretVersion }) => {
      const { project, secretId } = secretOf(secretVersion);
      const account = serviceAccountEmail === undefined ? "" : `_${idOf(this.scope, serviceAccountEmail)}`;
      const secret = isUnresolved(secretVersion) ? secretVersion : `projects/${project}/secrets/${secretId}`;
      const id = `registry_secret_${idOf(this.scope, secret)}${account}`;
      const grant =
        this.grants.get(id) ??
        new SecretManagerSecretIamMember(this.scope, id, {
          project,
          secretId,
          role: "roles/secretmanager.secretAccessor",
          member: `serviceAccount:${serviceAccountEmail ?? this.props.serviceAccount}`,
          dependsOn: [...this.props.secretPrerequisites],
        });
      this.grants.set(id, grant);
      return grant;
    });
  }
}

/** The project and the name of a secret in the full name of its version: `projects/<project>/secrets/<name>/versions/<version>`. */
function secretOf(version: string): { readonly project: string; readonly secretId: string } {
  if (isUnresolved(version)) {
    const parts = Fn.split("/", version);
    return { project: Fn.element(parts, 1), secretId: Fn.element(parts, 3) };
  }
  const [, project, , secretId] = version.split("/");
  return { project, secretId };
}
