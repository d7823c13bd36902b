import { hclString, resolvedText } from "../../cluster/encode";
import { asSet } from "../../cluster/sets";
import { isUnresolved } from "../../cluster/tokens";
import { administrators } from "../boot/documents";
import type { OidcSettings } from "../boot/settings";

/** Key of the list of administrators in the store. */
export const administratorsKey = "control-plane/administrators.json";

/**
 * How the API server knows people: by the identity tokens of Google for the client id of the Google Cloud CLI, which `gcloud auth
 * print-identity-token` prints.
 *
 * @see https://cloud.google.com/docs/authentication/get-id-token
 */
export const googleIdentities: OidcSettings = {
  issuerUrl: "https://accounts.google.com",
  clientId: "32555940559.apps.googleusercontent.com",
  usernameClaim: "email",
  usernamePrefix: "google:",
};

/** The binding of administrators, which the boot program applies. */
export function administratorBinding(admins: readonly string[]): object {
  const apiGroup = "rbac.authorization.k8s.io";
  return {
    apiVersion: `${apiGroup}/v1`,
    kind: "ClusterRoleBinding",
    metadata: { name: administrators },
    roleRef: { apiGroup, kind: "ClusterRole", name: "cluster-admin" },
    subjects: asSet(admins, nameOf)
      .map(userName)
      .map((name) => ({ apiGroup, kind: "User", name })),
  };
}

/** The kind of an account in front of its name. */
const kind = /^[A-Za-z]+:/;

/** The name by which the API server knows a user or a service account. */
const userName = (admin: string): string =>
  googleIdentities.usernamePrefix +
  (isUnresolved(admin)
    ? resolvedText(admin, (text) => `\${replace(${hclString(text)}, "${String(kind)}", "")}`)
    : nameOf(admin));

const nameOf = (admin: string): string => admin.replace(kind, "");
