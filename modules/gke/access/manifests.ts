import { shortHash } from "../../cluster/names";

/** Role bindings for the cluster, in the format of `kubectl apply`. */
export interface AccessManifests {
  readonly apiVersion: "v1";
  readonly kind: "List";
  readonly items: readonly object[];
}

/** The Kubernetes subject of an IAM member. */
const subjectKinds: Readonly<Record<string, string>> = {
  user: "User",
  group: "Group",
  serviceAccount: "User",
};

/** A role binding in one namespace: a default cluster role for an IAM member. */
export function roleBinding(role: string, namespace: string, principal: string): object {
  const [kind, name] = [
    principal.slice(0, principal.indexOf(":")),
    principal.slice(principal.indexOf(":") + 1),
  ];
  return {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: { name: `${role}-${shortHash(principal)}`, namespace },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: subjectKinds[kind] ?? "User", name }],
  };
}
