import type { EksClusterSpec } from "../../modules/eks/spec";
import type { Arguments } from "../support/synthesized";
import { type Element, type Elements, reference, textOf } from "./elements";

/** What a role may do: names of its managed policies, and statements of its inline policies. */
export interface Rights {
  readonly role: Element;
  readonly managed: readonly string[];
  readonly statements: readonly Arguments[];
}

/** The rights of a role of the cluster; undefined for a role that exists elsewhere. */
export function rightsOf(json: Elements, arn: unknown): Rights | undefined {
  const role = json.target(arn, "aws_iam_role");
  if (!role) return undefined;
  const isOf = ({ args }: Element) => json.target(args.role, "aws_iam_role")?.name === role.name;
  return {
    role,
    managed: json
      .all("aws_iam_role_policy_attachment")
      .filter(isOf)
      .map(({ args }) => textOf(args.policy_arn)),
    statements: json
      .all("aws_iam_role_policy")
      .filter(isOf)
      .flatMap(({ args }) => JSON.parse(textOf(args.policy)).Statement as Arguments[]),
  };
}

export const hasPolicy = ({ managed }: Rights, name: string): boolean =>
  managed.some((arn) => arn === name || arn.endsWith(`/${name}`));

export const may = ({ statements }: Rights, action: string): boolean =>
  statements.some(
    ({ Effect, Action }) =>
      Effect === "Allow" &&
      (Action as string[]).some(
        (one) => one === action || (one.endsWith("*") && action.startsWith(one.slice(0, -1))),
      ),
  );

/** The roles that a service assumes. */
export const rolesOf = (json: Elements, service: string): string[] =>
  json
    .all("aws_iam_role")
    .filter(({ args }) => textOf(args.assume_role_policy).includes(`"${service}`))
    .map((role) => reference(role, "arn"));

/** Managed policies, or actions, that pods of a service account need. */
export const podRights: Readonly<
  Record<string, (cluster: EksClusterSpec, json: Elements) => readonly string[]>
> = {
  "kube-system/aws-node": ({ network }) =>
    network?.ipFamily === "ipv6" ? ["ec2:AssignIpv6Addresses"] : ["AmazonEKS_CNI_Policy"],
  "kube-system/ebs-csi-controller-sa": ({ encryption }) => [
    "AmazonEBSCSIDriverPolicy",
    ...(encryption?.disks === "customer-key" ? ["kms:CreateGrant", "kms:GenerateDataKey*"] : []),
  ],
  "kube-system/efs-csi-controller-sa": () => [
    "elasticfilesystem:CreateAccessPoint",
    "elasticfilesystem:DescribeFileSystems",
  ],
  "kube-system/fsx-csi-controller-sa": () => ["fsx:DescribeFileSystems"],
  "kube-system/s3-csi-driver-sa": () => ["s3:ListBucket", "s3:GetObject"],
  "kube-system/cluster-autoscaler": () => [
    "autoscaling:SetDesiredCapacity",
    "autoscaling:TerminateInstanceInAutoScalingGroup",
  ],
  "kube-system/karpenter": () => [
    "ec2:CreateFleet",
    "ec2:RunInstances",
    "iam:PassRole",
    "sqs:ReceiveMessage",
  ],
  "kube-system/aws-node-termination-handler": () => [
    "sqs:ReceiveMessage",
    "autoscaling:CompleteLifecycleAction",
  ],
  "kube-system/aws-load-balancer-controller": () => [
    "elasticloadbalancing:CreateLoadBalancer",
    "ec2:CreateSecurityGroup",
  ],
  "external-dns/external-dns": () => ["route53:ChangeResourceRecordSets", "route53:ListHostedZones"],
  "amazon-cloudwatch/cloudwatch-agent": () => ["CloudWatchAgentServerPolicy", "AWSXrayWriteOnlyAccess"],
};

/** The roles of the pods of a service account, by both ways to get credentials. */
export function rolesOfPods(json: Elements, namespace: string, account: string): string[] {
  const subject = `system:serviceaccount:${namespace}:${account}"`;
  return [
    ...json
      .args("aws_eks_pod_identity_association")
      .filter((one) => one.namespace === namespace && one.service_account === account),
    ...json
      .args("aws_eks_addon")
      .flatMap((addOn) => (addOn.pod_identity_association ?? []) as Arguments[])
      .filter((one) => one.service_account === account),
  ]
    .map(({ role_arn: arn }) => textOf(arn))
    .concat(
      json.all("aws_eks_addon").length > 0 || json.all("aws_iam_openid_connect_provider").length > 0
        ? json
            .all("aws_iam_role")
            .filter(({ args }) => textOf(args.assume_role_policy).includes(subject))
            .map((role) => reference(role, "arn"))
        : [],
    );
}
