import { defineProblems, type Problem } from "../../cluster/problem";
import { type Fields, isMap } from "../members";

const report = defineProblems("providers", {
  /**
   * Existing roles and the permissions boundary of an EKS cluster are in an account that `allowedAccountIds` allows: AWS passes no role to a
   * service in another account.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
   */
  "role-accounts": "error",
});

/** Fields with ARNs of the account of the cluster. Principals may be in other accounts. */
const ofAccount = ["clusterRoleArn", "nodeRoleArn", "permissionsBoundaryArn"];

/** Checks the accounts of roles in an environment with an account guard; paths start at the environment. */
export function roleAccountProblems({ providers, clusters }: Fields): Problem[] {
  const guard = isMap(providers) && isMap(providers.aws) ? providers.aws.allowedAccountIds : undefined;
  if (!Array.isArray(guard) || !guard.every(isAccount) || !Array.isArray(clusters)) return [];
  return clusters.flatMap((cluster: unknown, i) => {
    const eks = isMap(cluster) && isMap(cluster.eks) ? cluster.eks : {};
    return ofAccount.flatMap((field) => {
      const arn = eks[field];
      const account = typeof arn === "string" ? /^arn:aws[a-z-]*:iam::(\d{12}):/.exec(arn)?.[1] : undefined;
      if (account === undefined || guard.includes(account)) return [];
      return [
        report["role-accounts"](
          ["clusters", i, "eks", field],
          `must be in the account of the cluster, which providers.aws.allowedAccountIds limits to ${guard.join(", ")}; got ${account}`,
        ),
      ];
    });
  });
}

const isAccount = (id: unknown): boolean => typeof id === "string" && /^\d{12}$/.test(id);
