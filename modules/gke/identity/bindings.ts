import type { Path } from "../../cluster/problem";
import { entries, isKnown } from "../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeGrant } from "../spec";
import { grantTargets } from "./grant-targets";

/** A role that a cluster grants to a principal. */
export interface WorkloadBinding {
  readonly path: Path;
  readonly role: string;

  /** Who gets the role: a service account of IAM, or the pods of `namespace/serviceAccount`. */
  readonly principal: string;

  /** Identifies the binding in IAM: role, resource, principal and condition. References are compared by their texts. */
  readonly key: string;
}

/**
 * The roles of workloads, and those that nodes with an existing service account get on the secrets of registries. Google's pods of one
 * namespace and service account are one principal in all clusters of a project.
 */
export function bindingsOf(cluster: AnyGkeClusterProps): WorkloadBinding[] {
  const own = cluster.gke?.project;
  const workloads = entries(cluster.workloadIdentities).filter(([, workload]) => isKnown(workload));
  const groups = entries(cluster.nodeGroups).filter(([, group]) => isKnown(group));
  return [
    ...groups.flatMap(([i, { serviceAccountEmail: email, registryAuthorities }]) =>
      email === undefined
        ? []
        : entries(registryAuthorities)
            .filter(([, authority]) => isKnown(authority) && isKnown(authority.secretVersion))
            .map(([j, { secretVersion }]) => {
              const path = ["nodeGroups", i, "registryAuthorities", j];
              const grant = { role: secretAccessor, secret: secretVersion.replace(/\/versions\/[^/]*$/, "") };
              return bindingOf(path, email, grant, own);
            }),
    ),
    ...workloads.flatMap(([i, { namespace, serviceAccount, serviceAccountEmail, via, grants }]) => {
      const pods = `${namespace}/${serviceAccount}`;
      const isNew = via === "service-account" && serviceAccountEmail === undefined;
      return entries(grants)
        .filter(([, grant]) => isKnown(grant))
        .map(([j, grant]) =>
          bindingOf(
            ["workloadIdentities", i, "grants", j],
            serviceAccountEmail ?? (isNew ? `the new service account of ${pods}` : `the pods of ${pods}`),
            grant,
            own,
          ),
        );
    }),
  ];
}

const secretAccessor = "roles/secretmanager.secretAccessor";

function bindingOf(path: Path, principal: string, grant: GkeGrant, own: string | undefined): WorkloadBinding {
  const target = grantTargets.find((name) => grant[name] !== undefined) ?? "project";
  const { role, condition } = grant;
  const resource = fullName(target, grant[target], own);
  return {
    path,
    role,
    principal,
    key: JSON.stringify([role, target, resource, principal, condition?.title, condition?.expression]),
  };
}

/** A resource by its full name, which a grant may omit. Buckets have separate names, and datasets are in the cluster's project. */
function fullName(
  target: (typeof grantTargets)[number],
  name: string | undefined,
  own: string | undefined,
): string {
  const project = own ?? "";
  switch (target) {
    case "project":
      return name ?? project;
    case "secret":
    case "topic":
    case "subscription":
      return name!.startsWith("projects/") ? name! : `projects/${project}/${target}s/${name}`;
    case "dataset":
      return `${project}/${name}`;
    default:
      return name!;
  }
}
