import { serverApplication } from "../../azure/kubelogin";
import { hclString, resolvedText } from "../../cluster/encode";
import { asSet } from "../../cluster/sets";
import { isUnresolved } from "../../cluster/tokens";
import { administrators } from "../boot/documents";
import type { OidcSettings } from "../boot/settings";

/**
 * How the API server knows people: by tokens of Entra ID. The boot program replaces the mark of the tenant.
 *
 * @see https://azure.github.io/kubelogin/
 */
export const entraIdentities: OidcSettings = {
  issuerUrl: "https://sts.windows.net/@TENANT@/",
  clientId: serverApplication,
  usernameClaim: "oid",
  usernamePrefix: "azure:",
  groupsClaim: "groups",
  groupsPrefix: "azure:",
};

/** The binding of administrators. An object id is of a person, a service principal or a group, and is unique among all of them. */
export function administratorBinding(admins: readonly string[]): object {
  const apiGroup = "rbac.authorization.k8s.io";
  return {
    apiVersion: `${apiGroup}/v1`,
    kind: "ClusterRoleBinding",
    metadata: { name: administrators },
    roleRef: { apiGroup, kind: "ClusterRole", name: "cluster-admin" },
    subjects: asSet(admins, keyOf)
      .map(lowerCase)
      .flatMap((admin) => ["User", "Group"].map((kind) => ({ apiGroup, kind, name: `azure:${admin}` }))),
  };
}

const lowerCase = (admin: string): string =>
  isUnresolved(admin) ? resolvedText(admin, (text) => `\${lower(${hclString(text)})}`) : admin.toLowerCase();

const keyOf = (admin: string): string => (isUnresolved(admin) ? admin : admin.toLowerCase());
