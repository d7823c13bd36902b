import { error, type Finding, type Path } from "./problem";
import { isKnown, shown } from "./rules/rule";
import type { WorkloadIdentitySpec } from "./vocabulary";

/**
 * Whether a text is a DNS label, as names of namespaces are.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export const isNamespace = (text: string): boolean =>
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text) && text.length <= 63;

/** Whether a text is a DNS subdomain, as names of service accounts are. */
const isServiceAccount = (text: string): boolean =>
  /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text) && text.length <= 253;

/** Errors of a namespace and a service account that Kubernetes refuses. */
export function workloadNameProblems(
  path: Path,
  { namespace, serviceAccount }: Pick<WorkloadIdentitySpec, "namespace" | "serviceAccount">,
): Finding[] {
  return [
    ...(isKnown(namespace) && !isNamespace(namespace)
      ? [error([...path, "namespace"], `must be a namespace such as "shop", got ${shown(namespace)}`)]
      : []),
    ...(isKnown(serviceAccount) && !isServiceAccount(serviceAccount)
      ? [
          error(
            [...path, "serviceAccount"],
            `must be a service account such as "orders", got ${shown(serviceAccount)}`,
          ),
        ]
      : []),
  ];
}
