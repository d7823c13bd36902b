import { error, type Finding, type Path } from "./problem";
import { isKnown, knownEntries, repeated, shown } from "./rules/rule";
import type { WorkloadIdentitySpec } from "./vocabulary";

/** A service account. */
export type ServiceAccount = Pick<WorkloadIdentitySpec, "namespace" | "serviceAccount">;

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

/** `shop/orders`: a service account with its namespace. */
export const fullName = ({ namespace, serviceAccount }: ServiceAccount): string =>
  `${namespace}/${serviceAccount}`;

/** Errors of workload identities whose service account has one already. */
export function repeatedWorkloads(workloads: readonly ServiceAccount[] | undefined): Finding[] {
  return repeated(namedWorkloads(workloads), fullName).map(({ index, value, first }) =>
    error(["workloadIdentities", index], `${fullName(value)} is a duplicate of [${first}]`),
  );
}

/** The workload identities with a known name, and their positions. */
export const namedWorkloads = <Workload extends ServiceAccount>(
  workloads: readonly Workload[] | undefined,
): [number, Workload][] =>
  knownEntries(workloads).filter(
    ([, { namespace, serviceAccount }]) => isKnown(namespace) && isKnown(serviceAccount),
  );

/** Errors of a namespace and a service account that Kubernetes refuses. */
export function workloadNameProblems(path: Path, { namespace, serviceAccount }: ServiceAccount): Finding[] {
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
