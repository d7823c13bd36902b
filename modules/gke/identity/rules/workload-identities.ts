import { addressPart } from "../../../cluster/names";
import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import { entries, isKnown, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { grantTargets } from "../grant-targets";
import type { AnyGkeClusterProps, GkeGrant, GkeWorkloadIdentitySpec } from "../../spec";
import { isBucket, isNamespace, keyProblems, projectProblems, serviceAccountProblems } from "../../values";

type Workload = GkeWorkloadIdentitySpec;

export const rules = defineRules<AnyGkeClusterProps>("gke/identity", {
  /** [Kubernetes: object names] namespaces are DNS labels, service accounts DNS subdomains. */
  "workload-names"(cluster) {
    return forEachWorkload(cluster, ({ namespace, serviceAccount }, path) => [
      ...(isKnown(namespace) && !isNamespace(namespace)
        ? [error([...path, "namespace"], `must be a namespace such as "shop", got ${shown(namespace)}`)]
        : []),
      ...(isKnown(serviceAccount) &&
      (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(serviceAccount) || serviceAccount.length > 253)
        ? [
            error(
              [...path, "serviceAccount"],
              `must be a service account such as "orders", got ${shown(serviceAccount)}`,
            ),
          ]
        : []),
    ]);
  },

  /** Terraform's addresses hold one identity each; what the cluster itself gives away is not given twice. */
  "workloads-unique"(cluster) {
    const known = entries(cluster.workloadIdentities).filter(
      ([, { namespace, serviceAccount }]) => isKnown(namespace) && isKnown(serviceAccount),
    );
    return [
      ...known
        .filter(
          ([, workload]) => cluster.dns !== undefined && fullName(workload) === "external-dns/external-dns",
        )
        .map(([i, workload]) =>
          error(["workloadIdentities", i], `${fullName(workload)} has its rights already, with dns`),
        ),
      ...repeated(known, addressOf).map(({ index, value, first }) => {
        const earlier = cluster.workloadIdentities![first];
        return error(
          ["workloadIdentities", index],
          fullName(value) === fullName(earlier)
            ? `${fullName(value)} is there already, at position ${first}`
            : `${fullName(value)} and ${fullName(earlier)}, at position ${first}, would share a Terraform address; rename one`,
        );
      }),
    ];
  },

  /** An identity without rights is a name for others to give rights to. */
  "workload-rights"(cluster) {
    return forEachWorkload(cluster, ({ grants }, path) =>
      grants === undefined || (isKnown(grants) && grants.length === 0)
        ? [warning(path, "has no rights in Google Cloud yet: name grants")]
        : [],
    );
  },

  /** [IAM] roles: predefined ones, or custom ones of a project or an organization. The basic ones are none for a pod. */
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
              `${role} lets pods change all of the project; name a role of one service`,
            ),
          ]
        : [];
    });
  },

  /** A role is given on one thing, which is named as its service names it. */
  "grant-targets"(cluster) {
    return forEachGrant(cluster, (grant, path) => {
      const given = grantTargets.filter((target) => grant[target] !== undefined);
      if (given.length > 1) {
        return [error(path, `must be on one thing, got ${given.join(" and ")}; write a grant for each`)];
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

  /** One role on one thing is given once: two bindings of the same would take each other away. */
  "grants-unique"(cluster) {
    return forEachWorkload(cluster, ({ grants }, path) =>
      repeated(
        entries(grants).filter(([, grant]) => isKnown(grant)),
        (grant) =>
          JSON.stringify([
            grant.role,
            ...grantTargets.map((target) => grant[target] ?? null),
            grant.condition,
          ]),
      ).map(({ index, value, first }) =>
        error([...path, "grants", index], `${value.role} is given on the same at position ${first} already`),
      ),
    );
  },

  /** [IAM] conditions: a title, and an expression; basic roles take none. */
  "grant-conditions"(cluster) {
    return forEachGrant(cluster, ({ condition }, path) => {
      if (!isKnown(condition)) return [];
      return (["title", "expression"] as const)
        .filter((field) => isKnown(condition[field]) && condition[field].trim() === "")
        .map((field) => error([...path, "condition", field], "must not be empty"));
    });
  },

  /** An account that nobody impersonates is a mistake. */
  "impersonated-account"(cluster) {
    return forEachWorkload(cluster, ({ via, serviceAccountEmail }, path) => {
      if (serviceAccountEmail === undefined) return [];
      if (via !== "service-account") {
        return [
          error(
            [...path, "serviceAccountEmail"],
            'has no effect: pods have their rights by themselves; say via "service-account", or leave it out',
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

const fullName = ({ namespace, serviceAccount }: Workload): string => `${namespace}/${serviceAccount}`;

const addressOf = (workload: Workload): string => addressPart(fullName(workload));

function forEachWorkload(
  { workloadIdentities }: AnyGkeClusterProps,
  check: (workload: Workload, path: Path) => Problem[],
): Problem[] {
  return entries(workloadIdentities)
    .filter(([, workload]) => isKnown(workload))
    .flatMap(([i, workload]) => check(workload, ["workloadIdentities", i]));
}

function forEachGrant(
  cluster: AnyGkeClusterProps,
  check: (grant: GkeGrant, path: Path) => Problem[],
): Problem[] {
  return forEachWorkload(cluster, ({ grants }, path) =>
    entries(grants)
      .filter(([, grant]) => isKnown(grant))
      .flatMap(([i, grant]) => check(grant, [...path, "grants", i])),
  );
}
