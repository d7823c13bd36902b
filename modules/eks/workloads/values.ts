import { isKnown } from "../../cluster/rules/rule";
import type { ProgramName } from "../../workloads/chart";
import { autoscalerImages } from "../../workloads/charts";
import {
  accountOf,
  accountValues,
  copiesOn,
  type Release,
  releaseOf,
  type Values,
} from "../../workloads/release";
import { commonValues, externalDnsValues } from "../../workloads/values";
import { terminationHandlerTag } from "../autoscaling/discovery-tags";
import { fullName } from "../identity/service-accounts";
import { takesPodsAtStart } from "../node-groups/placement";
import { serviceAccountsWithTokens } from "../programs";
import type { EksNodeGroupSpec } from "../spec";
import { type ClusterWithWorkloads, installedPrograms } from "./programs";

/**
 * What follows from the Kubernetes version of the cluster, which can be an input of an exported module.
 *
 * @param minor - the version in the file
 * @param derive - the value for a version
 */
export type OfVersion = <T extends string | undefined>(minor: string, derive: (minor: string) => T) => T;

/** What the second stack reads of the first, as tokens. */
export interface ClusterOutputs {
  readonly ofVersion: OfVersion;
  readonly endpoint: string;
  readonly vpcId: string;
  readonly karpenterQueueName: string;
  readonly terminationQueueUrl: string;
  readonly loadBalancerGroupId: string;

  /** @param account - `namespace/name` of a controller that gets its role with a token */
  readonly roleArnOf: (account: string) => string;
}

type ValuesOf = (cluster: ClusterWithWorkloads, outputs: ClusterOutputs) => Values;

/** The values of each chart that follow from the cluster. */
const valuesOf: Readonly<Partial<Record<ProgramName, ValuesOf>>> = {
  "cluster-autoscaler": ({ name, region, kubernetesVersion }, { ofVersion }) => ({
    cloudProvider: "aws",
    awsRegion: region,
    autoDiscovery: { clusterName: name },
    image: { tag: ofVersion(kubernetesVersion, (minor) => autoscalerImages[minor]) },
    // Groups of one zone each grow together, and nodes with add-ons are removed, too.
    extraArgs: { "balance-similar-node-groups": true, "skip-nodes-with-system-pods": false },
  }),
  karpenter: (cluster, { endpoint, karpenterQueueName }) => ({
    settings: {
      clusterName: cluster.name,
      clusterEndpoint: endpoint,
      interruptionQueue: karpenterQueueName,
    },
    replicas: replicasFor(cluster, hasControllerNodes(cluster) ? isForController : undefined),
    // The chart requires two zones, but its two copies need only two nodes.
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway" },
    ],
    ...(hasControllerNodes(cluster) && { nodeSelector: { [controllerLabel]: "true" } }),
  }),
  "aws-load-balancer-controller": (cluster, { vpcId, loadBalancerGroupId }) => ({
    clusterName: cluster.name,
    region: cluster.region,
    vpcId,
    replicaCount: replicasFor(cluster),
    // Otherwise each upgrade replaces the certificate of the webhook.
    keepTLSSecret: true,
    ...(cluster.loadBalancing?.sharedSecurityGroup && { backendSecurityGroup: loadBalancerGroupId }),
  }),
  "aws-node-termination-handler": ({ region }, { terminationQueueUrl }) => ({
    enableSqsTerminationDraining: true,
    queueURL: terminationQueueUrl,
    awsRegion: region,
    managedTag: terminationHandlerTag.key,
  }),
  "external-dns": ({ name, region, dns }) => ({
    ...externalDnsValues(name, "aws", dns!.zones),
    env: [{ name: "AWS_REGION", value: region }],
  }),
  "metrics-server": (cluster) => commonValues["metrics-server"](replicasFor(cluster)),
  "cert-manager": (cluster) => commonValues["cert-manager"](replicasFor(cluster)),
  "external-secrets": (cluster) => commonValues["external-secrets"](replicasFor(cluster)),
};

/** The releases of a cluster, with all their values. */
export function releasesOf(cluster: ClusterWithWorkloads, outputs: ClusterOutputs): Release[] {
  return installedPrograms(cluster).map((program) => {
    const values = valuesOf[program]?.(cluster, outputs);
    if (values === undefined) throw new Error(`EKS does not install ${program}`);
    return releaseOf(program, values, account(cluster, program, outputs));
  });
}

/** The service account to which the first stack gives the role. On Fargate an annotation names the role. */
function account(cluster: ClusterWithWorkloads, program: ProgramName, { roleArnOf }: ClusterOutputs): Values {
  const name = fullName(accountOf(program));
  return accountValues(
    program,
    serviceAccountsWithTokens(cluster).has(name)
      ? { "eks.amazonaws.com/role-arn": roleArnOf(name) }
      : undefined,
  );
}

const controllerLabel = "karpenter.sh/controller";

/** Nodes that a group keeps for Karpenter. */
const isForController = ({ labels }: EksNodeGroupSpec): boolean =>
  isKnown(labels) && labels[controllerLabel] === "true";

/** Whether a group for Karpenter has nodes for its first pod. */
const hasControllerNodes = ({ nodeGroups }: ClusterWithWorkloads): boolean =>
  nodeGroups.some((group) => isForController(group) && takesPodsAtStart(group));

/**
 * Two copies if the cluster always has two nodes for them: a copy without a node would let the deployment fail.
 *
 * @param isAllowed - the groups on which the copies run, other than those that repel them
 */
function replicasFor(
  { nodeGroups, eks }: ClusterWithWorkloads,
  isAllowed: (group: EksNodeGroupSpec) => boolean = () => true,
): number {
  if (nodeGroups.length === 0 && (eks?.fargateProfiles ?? []).length > 0) return 2;
  return copiesOn(nodeGroups.filter((group) => takesPodsAtStart(group) && isAllowed(group)));
}
