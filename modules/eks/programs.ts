import type { Path } from "../cluster/problem";
import { entries, isKnown } from "../cluster/rules/rule";
import type { ProgramName } from "../workloads/chart";
import { defaults } from "./fields.generated";
import {
  clusterAutoscalerAccount,
  driverAccounts,
  externalDnsAccount,
  fileMountAccount,
  fullName,
  karpenterAccount,
  loadBalancerControllerAccount,
  type ServiceAccount,
  terminationHandlerAccount,
  vpcCniAccount,
} from "./identity/service-accounts";
import { computeOf } from "./node-groups/compute";
import { selects } from "./node-groups/fargate-selectors";
import { otherAddOns } from "./add-ons/other-add-ons";
import type { EksClusterProps, EksEndpoint } from "./spec";

/** The settings that decide which programs run in a cluster. */
export type ProgramProps = Pick<
  EksClusterProps,
  "autoscaling" | "nodeGroups" | "eks" | "storage" | "loadBalancing" | "dns"
>;

/** Services of AWS that have no interface endpoint for this project: only egress reaches them. */
export type ServiceWithoutEndpoint = "route53";

/** A program that runs in the cluster because a field asks for it, and what it needs to work. */
export interface Program {
  /** Its name in messages. */
  readonly name: string;

  /** The field that asks for it. */
  readonly field: Path;

  readonly isUsed: (cluster: ProgramProps) => boolean;

  /** The service account that gets permissions in AWS from this project; undefined if the program needs none. */
  readonly account?: ServiceAccount;

  /** More service accounts that get permissions in AWS, such as that of its pods on each node. */
  readonly moreAccounts?: (cluster: ProgramProps) => readonly ServiceAccount[];

  /**
   * Labels of the pods of its controller. Undefined if it has only DaemonSets, which Fargate does not run.
   */
  readonly controllerLabels?: Readonly<Record<string, string>>;

  /** The program of the catalogue that installs it, with `workloads`. */
  readonly installedBy?: ProgramName;

  /** The EKS add-on that installs it. The deployment waits until the pods of its controller are ready. */
  readonly addOn?: string;

  /** Its namespace, if it is neither that of its account nor `kube-system`. */
  readonly namespace?: string;

  /** Its controller works on Fargate, with credentials from a token of the cluster. */
  readonly runsOnFargate?: boolean;

  /** TCP ports of nodes on which the API server calls its webhooks. */
  readonly webhookPorts?: readonly number[];

  /** Services of AWS that it calls, in addition to those that every node calls. */
  readonly services?: readonly (EksEndpoint | ServiceWithoutEndpoint)[];
}

const isNode = (cluster: ProgramProps): boolean => isKnown(cluster.nodeGroups) && computeOf(cluster).nodes;

/** Labels that Helm charts give the pods of a release that is named after its chart. */
const chartLabels = (name: string, instance = name) => ({
  "app.kubernetes.io/name": name,
  "app.kubernetes.io/instance": instance,
});

const driver = (addOn: keyof typeof driverAccounts) => ({
  addOn,
  account: { namespace: "kube-system", serviceAccount: driverAccounts[addOn] },
});

/**
 * What the programs of a cluster need: credentials, nodes, open ports and reachable services. Rules, security groups, endpoints and
 * identities read this table.
 *
 * Sources: ports and labels are the defaults of the Helm charts and EKS add-ons.
 * - https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/helm/aws-load-balancer-controller
 * - https://github.com/aws/karpenter-provider-aws/tree/main/charts/karpenter (webhook 8443 up to 1.0)
 * - https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * - Fargate: https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
 * - Endpoints: https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
export const programs: readonly Program[] = [
  {
    name: "the VPC CNI",
    field: ["eks", "addOns", "vpc-cni"],
    isUsed: (cluster) => isKnown(cluster.nodeGroups) && computeOf(cluster).addOns,
    account: vpcCniAccount,
    addOn: "vpc-cni",
  },
  {
    name: "the EBS CSI driver",
    field: ["storage", "block"],
    isUsed: (cluster) => isNode(cluster) && (cluster.storage?.block ?? defaults["storage.block"]) !== false,
    ...driver("aws-ebs-csi-driver"),
    controllerLabels: { app: "ebs-csi-controller", "app.kubernetes.io/name": "aws-ebs-csi-driver" },
    runsOnFargate: true,
  },
  {
    name: "the EFS CSI driver",
    field: ["storage", "file"],
    isUsed: ({ storage }) => Boolean(storage?.file),
    ...driver("aws-efs-csi-driver"),
    moreAccounts: ({ storage }) => {
      const { mount = defaults["storage.file.mount"] } =
        typeof storage?.file === "object" ? storage.file : {};
      return mount === "iam" ? [fileMountAccount] : [];
    },
    controllerLabels: { app: "efs-csi-controller", "app.kubernetes.io/name": "aws-efs-csi-driver" },
    services: ["elasticfilesystem"],
  },
  {
    name: "the FSx CSI driver",
    field: ["storage", "lustre"],
    isUsed: ({ storage }) => storage?.lustre !== undefined,
    ...driver("aws-fsx-csi-driver"),
    controllerLabels: { app: "fsx-csi-controller", "app.kubernetes.io/name": "aws-fsx-csi-driver" },
    services: ["fsx"],
  },
  {
    name: "the S3 CSI driver",
    field: ["storage", "object"],
    isUsed: ({ storage }) => storage?.object !== undefined,
    ...driver("aws-mountpoint-s3-csi-driver"),
  },
  {
    name: "the snapshot controller",
    field: ["storage", "snapshots"],
    isUsed: ({ storage }) => storage?.snapshots === true,
    addOn: "snapshot-controller",
    controllerLabels: { "app.kubernetes.io/name": "snapshot-controller" },
    runsOnFargate: true,
  },
  {
    name: "the Cluster Autoscaler",
    field: ["autoscaling"],
    isUsed: (cluster) =>
      isNode(cluster) && (cluster.autoscaling ?? defaults["autoscaling"]) === "cluster-autoscaler",
    account: clusterAutoscalerAccount,
    installedBy: "cluster-autoscaler",
    controllerLabels: chartLabels("aws-cluster-autoscaler", "cluster-autoscaler"),
    runsOnFargate: true,
  },
  {
    name: "Karpenter",
    field: ["autoscaling"],
    isUsed: (cluster) => isKnown(cluster.nodeGroups) && computeOf(cluster).karpenter,
    account: karpenterAccount,
    installedBy: "karpenter",
    controllerLabels: chartLabels("karpenter"),
    runsOnFargate: true,
    webhookPorts: [8443],
    services: ["eks", "sqs", "ssm"],
  },
  {
    name: "the AWS Node Termination Handler",
    field: ["eks", "nodeTerminationHandler"],
    isUsed: ({ eks }) => eks?.nodeTerminationHandler === true,
    account: terminationHandlerAccount,
    installedBy: "aws-node-termination-handler",
    controllerLabels: chartLabels("aws-node-termination-handler"),
    runsOnFargate: true,
    services: ["sqs", "autoscaling"],
  },
  {
    name: "the AWS Load Balancer Controller",
    field: ["loadBalancing", "controller"],
    isUsed: ({ loadBalancing }) => loadBalancing?.controller === true,
    account: loadBalancerControllerAccount,
    installedBy: "aws-load-balancer-controller",
    controllerLabels: chartLabels("aws-load-balancer-controller"),
    runsOnFargate: true,
    webhookPorts: [9443],
    services: ["elasticloadbalancing"],
  },
  {
    name: "ExternalDNS",
    field: ["dns"],
    isUsed: ({ dns }) => dns !== undefined && entries(dns.zones).length > 0,
    account: externalDnsAccount,
    installedBy: "external-dns",
    controllerLabels: chartLabels("external-dns"),
    runsOnFargate: true,
    services: ["route53"],
  },
  ...Object.entries(otherAddOns).map(([name, known]): Program => ({
    name: `the add-on ${name}`,
    field: ["eks", "addOns", name],
    isUsed: ({ eks }) => eks?.addOns !== undefined && Object.hasOwn(eks.addOns, name),
    addOn: name,
    ...known,
  })),
];

/** The programs of a cluster. */
export function programsOf(cluster: ProgramProps): Program[] {
  return programs.filter(({ isUsed }) => isUsed(cluster));
}

/** The service accounts to which a cluster gives permissions in AWS, except those of `workloadIdentities`. */
export function serviceAccountsOf(cluster: ProgramProps): ServiceAccount[] {
  return programsOf(cluster).flatMap(({ account, moreAccounts }) => [
    ...(account ? [account] : []),
    ...(moreAccounts?.(cluster) ?? []),
  ]);
}

/** Ports of nodes on which the API server calls the webhooks of the programs of a cluster. */
export function programWebhookPorts(cluster: ProgramProps): number[] {
  return [...new Set(programsOf(cluster).flatMap(({ webhookPorts = [] }) => webhookPorts))];
}

/** Whether a Fargate profile selects the pods of the controller of a program. */
export function isOnFargate({ eks }: Pick<EksClusterProps, "eks">, program: Program): boolean {
  const { account, controllerLabels } = program;
  if (!controllerLabels) return false;
  const namespace = program.namespace ?? account?.namespace ?? "kube-system";
  return entries(eks?.fargateProfiles).some(([, profile]) => selects(profile, namespace, controllerLabels));
}

/**
 * The service accounts, as `namespace/name`, whose pods get credentials with a token of the cluster: Fargate has no agent of EKS Pod
 * Identity.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export function serviceAccountsWithTokens(cluster: ProgramProps): ReadonlySet<string> {
  return new Set(
    programsOf(cluster)
      .filter((program) => program.account && isOnFargate(cluster, program))
      .map(({ account }) => fullName(account!)),
  );
}
