import { error, type Path, type Finding, formatPath, warning } from "../../../cluster/problem";
import {
  fullName,
  namedWorkloads,
  repeatedWorkloads,
  workloadNameProblems,
} from "../../../cluster/workload-names";
import { entries, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import { bindingsOf, type WorkloadBinding } from "../bindings";
import { grantTargets } from "../grant-targets";
import type { AnyGkeClusterProps, GkeGrant, GkeWorkloadIdentitySpec } from "../../spec";
import { isBucket, keyProblems, projectProblems, serviceAccountProblems } from "../../values";

type Workload = GkeWorkloadIdentitySpec;

export const rules = defineRules<AnyGkeClusterProps>("gke/identity", {
  /**
   * Namespaces are DNS labels. Service accounts are DNS subdomains.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
   */
  "workload-names"(cluster) {
    return forEachWorkload(cluster, (workload, path) => workloadNameProblems(path, workload));
  },

  /**
   * Each workload identity is listed once. ExternalDNS is not listed: `dns`
   * grants its roles.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "workloads-unique"(cluster) {
    return [
      ...namedWorkloads(cluster.workloadIdentities)
        .filter(
          ([, workload]) => cluster.dns !== undefined && fullName(workload) === "external-dns/external-dns",
        )
        .map(([i, workload]) =>
          error(["workloadIdentities", i], `${fullName(workload)} already has its roles from dns`),
        ),
      ...repeatedWorkloads(cluster.workloadIdentities),
    ];
  },

  /**
   * A workload identity has grants. Without them it is only a principal that other configurations can grant roles to.
   *
   * @remarks Decision of this project: an identity without grants is a warning.
   */
  "workloads-have-grants"(cluster) {
    return forEachWorkload(cluster, ({ grants }, path) =>
      grants === undefined || (isKnown(grants) && grants.length === 0)
        ? [warning(path, "has no grants: the pods have no roles in Google Cloud yet")]
        : [],
    );
  },

  /**
   * Roles are predefined or custom roles. Basic roles allow pods to change the whole project.
   *
   * @see https://cloud.google.com/iam/docs/roles-overview#role-types
   */
  "grant-roles"(cluster) {
    return forEachGrant(cluster, ({ role }, path) => {
      if (!isKnown(role)) return [];
      if (!/^(roles\/[\w.]+|(projects|organizations)\/[^/]+\/roles\/[\w.]+)$/.test(role)) {
        return [
          error([...path, "role"], `must be a role such as roles/storage.objectViewer, got ${shown(role)}`),
        ];
      }
      return /^roles\/(owner|editor)$/.test(role)
        ? [
            warning(
              [...path, "role"],
              `${role} allows pods to change the whole project; use a role of one service`,
            ),
          ]
        : [];
    });
  },

  /**
   * A grant names one resource, in the form that its service uses.
   *
   * @remarks Decision of this project: one grant is one IAM binding.
   */
  "grant-targets"(cluster) {
    return forEachGrant(cluster, (grant, path) => {
      const given = grantTargets.filter((target) => grant[target] !== undefined);
      if (given.length > 1) {
        return [error(path, `must name one resource, got ${given.join(" and ")}; use a grant for each`)];
      }
      const [target] = given;
      const value = target && grant[target];
      if (!isKnown(value)) return [];
      switch (target) {
        case "project":
          return projectProblems([...path, "project"], value);
        case "key":
          return keyProblems([...path, "key"], value, keyRegion(value));
        case "repository":
          return /^projects\/[^/]+\/locations\/[^/]+\/repositories\/[^/]+$/.test(value)
            ? []
            : [
                error(
                  [...path, "repository"],
                  `must be the full name of a repository such as projects/shop/locations/europe-west3/repositories/images, got ${shown(value)}`,
                ),
              ];
        case "bucket":
          return isBucket(value)
            ? []
            : [
                error(
                  [...path, "bucket"],
                  `must be the name of a bucket such as shop-images, got ${shown(value)}`,
                ),
              ];
        default:
          return patterns[target].test(value)
            ? []
            : [error([...path, target], `must be the name of a ${target}, got ${shown(value)}`)];
      }
    });
  },

  /**
   * A principal has a role on a resource once. Two resources of Terraform for one binding would remove each other's work: with the
   * first of two grants to one service account, the second loses its role.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/google_project_iam
   */
  "grants-unique"(cluster) {
    const firstOf = new Map<string, WorkloadBinding>();
    return bindingsOf(cluster).flatMap((binding) => {
      const { path, role, principal, key } = binding;
      const first = firstOf.get(key);
      if (!first) {
        firstOf.set(key, binding);
        return [];
      }
      // Nodes share a grant.
      if (path[0] === "nodeGroups") return [];
      const isNear = first.path[0] === path[0] && first.path[1] === path[1];
      return [
        error(
          path,
          isNear
            ? `${role} is a duplicate of [${first.path[3]}]`
            : `${principal} already has ${role} on this resource from ${formatPath(first.path)}; omit one of the two`,
        ),
      ];
    });
  },

  /**
   * A condition has a title and an expression.
   *
   * @see https://cloud.google.com/iam/docs/conditions-overview
   */
  "grant-conditions"(cluster) {
    return forEachGrant(cluster, ({ condition }, path) => {
      if (!isKnown(condition)) return [];
      return (["title", "expression"] as const)
        .filter((field) => isKnown(condition[field]) && condition[field].trim() === "")
        .map((field) => error([...path, "condition", field], "must not be empty"));
    });
  },

  /**
   * `serviceAccountEmail` is set only where pods impersonate a service account.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity#kubernetes-sa-to-iam
   */
  "impersonated-service-account"(cluster) {
    return forEachWorkload(cluster, ({ via, serviceAccountEmail }, path) => {
      if (serviceAccountEmail === undefined) return [];
      if (via !== "service-account") {
        return [
          error(
            [...path, "serviceAccountEmail"],
            'has no effect without impersonation; set via "service-account", or omit it',
          ),
        ];
      }
      return serviceAccountProblems([...path, "serviceAccountEmail"], serviceAccountEmail);
    });
  },
});

/** Names of services, alone or full. */
const patterns = {
  secret: /^(projects\/[^/]+\/secrets\/)?[\w-]{1,255}$/,
  topic: /^(projects\/[^/]+\/topics\/)?[A-Za-z][\w.~+%-]{2,254}$/,
  subscription: /^(projects\/[^/]+\/subscriptions\/)?[A-Za-z][\w.~+%-]{2,254}$/,
  dataset: /^\w{1,1024}$/,
} as const;

function keyRegion(key: string): string {
  return /\/locations\/([^/]+)\//.exec(key)?.[1] ?? "europe-west3";
}

function forEachWorkload(
  { workloadIdentities }: AnyGkeClusterProps,
  check: (workload: Workload, path: Path) => Finding[],
): Finding[] {
  return entries(workloadIdentities)
    .filter(([, workload]) => isKnown(workload))
    .flatMap(([i, workload]) => check(workload, ["workloadIdentities", i]));
}

function forEachGrant(
  cluster: AnyGkeClusterProps,
  check: (grant: GkeGrant, path: Path) => Finding[],
): Finding[] {
  return forEachWorkload(cluster, ({ grants }, path) =>
    entries(grants)
      .filter(([, grant]) => isKnown(grant))
      .flatMap(([i, grant]) => check(grant, [...path, "grants", i])),
  );
}
