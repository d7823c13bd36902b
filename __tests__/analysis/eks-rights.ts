import { programsOf } from "../../modules/eks/programs";
import type { EksClusterSpec } from "../../modules/eks/spec";
import type { Arguments } from "../support/synthesized";
import { ClusterAnalysis } from "./eks";
import { hasPolicy, may, podRights, rightsOf, rolesOf, rolesOfPods } from "./eks-policies";
import { missingOfPrograms } from "./eks-programs";
import { type Elements, reference, textOf } from "./elements";
import { lacking, type Requirement } from "./requirement";
import { missingTaints } from "./taints";

/** A row: the roles that resources use, and the managed policies that each must have. */
function policies(
  name: string,
  source: string,
  roles: (json: Elements) => readonly unknown[],
  needed: (cluster: EksClusterSpec, json: Elements) => readonly string[],
): Requirement<EksClusterSpec> {
  return {
    name,
    source,
    missing: (cluster, json) =>
      roles(json).flatMap((arn) => {
        const rights = rightsOf(json, arn);
        return rights
          ? needed(cluster, json)
              .filter((policy) => !hasPolicy(rights, policy))
              .map((policy) => `${rights.role.name}: ${policy}`)
          : [];
      }),
  };
}

const settingsOf = ({ eks }: EksClusterSpec, addOn: string): string =>
  JSON.stringify(
    (eks?.addOns as Readonly<Record<string, { settings?: unknown }>> | undefined)?.[addOn]?.settings ?? {},
  );

/** The statements of a file in the form of a policy. */
const sameStatement = (given: Arguments, wanted: Arguments): boolean =>
  given.Effect === (wanted.effect ?? "Allow") &&
  textOf(given.Action) === textOf(wanted.actions) &&
  textOf(given.Resource) === textOf(wanted.resources);

const accessPolicies = {
  admins: "AmazonEKSClusterAdminPolicy",
  editors: "AmazonEKSEditPolicy",
  viewers: "AmazonEKSViewPolicy",
} as const;

/** Whether a principal has an access entry with a policy of EKS. */
function hasAccess(json: Elements, principal: string, policy?: string): boolean {
  const entry = json.all("aws_eks_access_entry").find(({ args }) => args.principal_arn === principal);
  if (!entry || policy === undefined) return entry !== undefined;
  return json
    .args("aws_eks_access_policy_association")
    .some(
      ({ principal_arn: of, policy_arn: arn }) =>
        (of === principal || of === reference(entry, "principal_arn")) && textOf(arn).endsWith(`/${policy}`),
    );
}

const nodeRoles = "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html";

/** Which permissions each part of a cluster needs in AWS, and who gets access to the cluster. */
export const eksRights: readonly Requirement<EksClusterSpec>[] = [
  policies(
    "the control plane",
    "https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html",
    (json) => json.args("aws_eks_cluster").map(({ role_arn: arn }) => arn),
    (cluster, json) => [
      "AmazonEKSClusterPolicy",
      // Also while Auto Mode is being removed: EKS needs them to terminate its machines.
      ...(json.args("aws_eks_cluster").some(({ compute_config: compute }) => compute !== undefined)
        ? [
            "AmazonEKSComputePolicy",
            "AmazonEKSBlockStoragePolicy",
            "AmazonEKSLoadBalancingPolicy",
            "AmazonEKSNetworkingPolicy",
          ]
        : []),
      ...(cluster.nodeGroups.some(({ image }) => image?.family === "windows") ||
      /ENABLE_POD_ENI"?:"?true/.test(settingsOf(cluster, "vpc-cni"))
        ? ["AmazonEKSVPCResourceController"]
        : []),
    ],
  ),
  policies(
    "nodes",
    nodeRoles,
    (json) => rolesOf(json, "ec2.amazonaws.com").filter((arn) => !arn.includes("auto_mode")),
    ({ eks }) => [
      "AmazonEKSWorkerNodePolicy",
      "AmazonEC2ContainerRegistryPullOnly",
      ...(eks?.sessionManager ? ["AmazonSSMManagedInstanceCore"] : []),
      ...(eks?.nodeRolePolicyArns ?? []),
    ],
  ),
  policies(
    "nodes of Auto Mode",
    "https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html",
    (json) => rolesOf(json, "ec2.amazonaws.com").filter((arn) => arn.includes("auto_mode")),
    () => ["AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly"],
  ),
  policies(
    "pods on Fargate",
    "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html",
    (json) => json.args("aws_eks_fargate_profile").map(({ pod_execution_role_arn: arn }) => arn),
    () => ["AmazonEKSFargatePodExecutionRolePolicy"],
  ),
  policies(
    "hybrid nodes",
    "https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-creds.html",
    (json) => rolesOf(json, "ssm.amazonaws.com"),
    () => ["AmazonSSMManagedInstanceCore", "AmazonEC2ContainerRegistryPullOnly"],
  ),
  {
    name: "hybrid nodes find the cluster",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-creds.html",
    missing: (_, json) =>
      rolesOf(json, "ssm.amazonaws.com").flatMap((arn) => {
        const rights = rightsOf(json, arn);
        return rights && !may(rights, "eks:DescribeCluster") ? [rights.role.name] : [];
      }),
  },
  policies(
    "backups",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html",
    (json) => rolesOf(json, "backup.amazonaws.com"),
    () => ["AWSBackupServiceRolePolicyForBackup"],
  ),
  {
    name: "flow logs",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html",
    missing: (_, json) =>
      json.args("aws_flow_log").flatMap(({ iam_role_arn: arn }) => {
        const rights = rightsOf(json, arn);
        return rights && !may(rights, "logs:PutLogEvents") ? [rights.role.name] : [];
      }),
  },
  {
    name: "the key of secrets",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
    missing: (_, json) =>
      json.args("aws_eks_cluster").flatMap(({ role_arn: arn, encryption_config: encryption }) => {
        const rights = rightsOf(json, arn);
        return rights && encryption && !may(rights, "kms:Encrypt") ? [rights.role.name] : [];
      }),
  },
  {
    name: "programs run",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html, and the table of programs",
    missing: (cluster, json) => missingOfPrograms(cluster, json.terraform),
  },
  {
    name: "programs",
    source: "the policy of each controller in its documentation",
    missing: (cluster, json) =>
      programsOf(cluster).flatMap(({ name, account, moreAccounts }) =>
        [...(account ? [account] : []), ...(moreAccounts?.(cluster) ?? [])].flatMap(
          ({ namespace, serviceAccount }) => {
            const needed = podRights[`${namespace}/${serviceAccount}`]?.(cluster, json) ?? [];
            const all = rolesOfPods(json, namespace, serviceAccount).flatMap(
              (arn) => rightsOf(json, arn) ?? [],
            );
            if (all.length === 0) return [`${name}: a role of ${namespace}/${serviceAccount}`];
            return needed
              .filter(
                (right) =>
                  !all.some((one) => (right.includes(":") ? may(one, right) : hasPolicy(one, right))),
              )
              .map((right) => `${name}: ${right}`);
          },
        ),
      ),
  },
  {
    name: "workload identities and add-ons have the rights of the file",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html",
    missing: (cluster, json) => {
      const ofAddOns = Object.values(cluster.eks?.addOns ?? {}).flatMap((addOn) =>
        ((addOn as { identities?: Arguments[] } | undefined)?.identities ?? []).map((one) => ({
          namespace: undefined,
          ...one,
        })),
      ) as Arguments[];
      return [...(cluster.workloadIdentities ?? []), ...ofAddOns].flatMap((given: Arguments) => {
        const { namespace = "", serviceAccount, policyArns = [], statements = [] } = given;
        const all = rolesOfPods(json, namespace, serviceAccount).flatMap((arn) => rightsOf(json, arn) ?? []);
        return lacking({
          [`${namespace}/${serviceAccount}: a role`]: all.length > 0,
          ...Object.fromEntries(
            (policyArns as string[]).map((arn) => [
              `${namespace}/${serviceAccount}: ${arn}`,
              all.some((one) => hasPolicy(one, arn)),
            ]),
          ),
          ...Object.fromEntries(
            (statements as Arguments[]).map((statement, i) => [
              `${namespace}/${serviceAccount}: statement ${i}`,
              all.some((one) => one.statements.some((have) => sameStatement(have, statement))),
            ]),
          ),
        });
      });
    },
  },
  {
    name: "capabilities have the rights of the file",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/capabilities.html",
    missing: ({ eks }, json) =>
      Object.entries(eks?.capabilities ?? {}).flatMap(([name, one]) => {
        const { policyArns = [] } = one as { policyArns?: readonly string[] };
        return policyArns.filter(
          (arn) =>
            !json.args("aws_eks_capability").some(({ type, role_arn: role }) => {
              const rights = textOf(type).toLowerCase() === name ? rightsOf(json, role) : undefined;
              return rights !== undefined && hasPolicy(rights, arn);
            }),
        );
      }),
  },
  {
    name: "credentials",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html",
    missing: (cluster, json) => {
      const analysis = new ClusterAnalysis(json.terraform);
      return (cluster.workloadIdentities ?? [])
        .filter(({ namespace, serviceAccount, via }) => {
          const given = analysis.credentials(namespace, serviceAccount);
          return !given.includes(via === "irsa" ? "token" : "agent");
        })
        .map(({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`);
    },
  },
  {
    name: "people",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html",
    missing: ({ access, eks }, json) => [
      ...(["admins", "editors", "viewers"] as const).flatMap((level) =>
        (access[level] ?? [])
          .map((one) => (typeof one === "string" ? one : one.principal))
          .filter((principal) => !hasAccess(json, principal, accessPolicies[level]))
          .map((principal) => `${level}: ${principal}`),
      ),
      ...(eks?.accessEntries ?? []).flatMap(({ principal, policies: given = [] }) =>
        [undefined, ...given.map(({ policy }) => policy)]
          .filter((policy) => !hasAccess(json, principal, policy))
          .map((policy) => `${principal}: ${policy ?? "an entry"}`),
      ),
    ],
  },
  {
    name: "nodes may join",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html (types of self-managed nodes)",
    missing: ({ eks }, json) => {
      const autoMode = json
        .args("aws_eks_cluster")
        // EKS creates the entry of the role of built-in pools.
        .filter(
          ({ compute_config: compute }) => compute?.enabled === true && compute.node_role_arn === undefined,
        )
        .flatMap(() => rolesOf(json, "ec2.amazonaws.com").filter((arn) => arn.includes("auto_mode")));
      const own = json
        .args("aws_iam_instance_profile")
        .flatMap(({ role }) => json.target(role, "aws_iam_role") ?? [])
        .map((role) => reference(role, "arn"));
      const { credentials, nodeRoleArn } = eks?.remoteNetworks ?? {};
      const hybrid = nodeRoleArn ?? (credentials ? rolesOf(json, "ssm.amazonaws.com")[0] : undefined);
      return [
        ...[...own, ...(hybrid === undefined ? [] : [hybrid])].filter((arn) => !hasAccess(json, arn)),
        ...autoMode.filter((arn) => !hasAccess(json, arn, "AmazonEKSAutoNodePolicy")),
      ];
    },
  },
  {
    name: "interruptions reach the queue of the controller",
    source: "https://karpenter.sh/docs/reference/cloudformation/#interruption-handling",
    missing: (_, json) =>
      json.all("aws_sqs_queue").flatMap((queue) => {
        const policy = textOf(
          json
            .args("aws_sqs_queue_policy")
            .find(({ queue_url: url }) => json.target(url, "aws_sqs_queue")?.name === queue.name)?.policy,
        );
        const events = json
          .args("aws_cloudwatch_event_target")
          .filter(({ arn }) => arn === reference(queue, "arn"))
          .map(({ rule }) => json.target(rule, "aws_cloudwatch_event_rule"))
          .filter((rule) => rule !== undefined && policy.includes(reference(rule, "arn")))
          .map((rule) => textOf(rule!.args.event_pattern));
        const isKarpenter = queue.name.includes("karpenter");
        const needed = isKarpenter
          ? [
              "EC2 Spot Instance Interruption Warning",
              "EC2 Instance Rebalance Recommendation",
              "EC2 Instance State-change Notification",
              "AWS Health Event",
              "EC2 Capacity Reservation Instance Interruption Warning",
            ]
          : [
              "EC2 Instance-terminate Lifecycle Action",
              "EC2 Instance State-change Notification",
              "EC2 Spot Instance Interruption Warning",
              "EC2 Instance Rebalance Recommendation",
              "AWS Health Event",
            ];
        return needed
          .filter((event) => !events.some((pattern) => pattern.includes(`"${event}"`)))
          .map((event) => `${queue.name}: ${event}`);
      }),
  },
  {
    name: "mounts with the identity of pods",
    source: "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html",
    missing: (_, json) =>
      json
        .all("aws_efs_file_system")
        .filter(
          (system) =>
            !json
              .args("aws_efs_file_system_policy")
              .some(
                ({ file_system_id: id, policy }) =>
                  id === reference(system, "id") && textOf(policy).includes("elasticfilesystem:ClientMount"),
              ),
        )
        .map(({ name }) => name),
  },
  {
    name: "taints keep other pods away",
    source: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
    missing: ({ nodeGroups }, json) =>
      missingTaints(
        nodeGroups.filter(({ kind }) => kind !== "self-managed"),
        json,
        "aws_eks_node_group",
        ({ taint = [] }) => (taint as Arguments[]).map(({ key, effect }) => `${key} ${effect}`),
      ),
  },
];
