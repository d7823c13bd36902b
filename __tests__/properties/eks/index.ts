import type { ProgramName } from "../../../modules/workloads/chart";
import { programs } from "../../../modules/eks/workloads/programs";
import { rules } from "../../../modules/eks/workloads/rules/workloads";
import { planOf } from "../../../modules/eks/capacity/plan";
import type { EksClusterSpec, EksNetworkSpec } from "../../../modules/eks/spec";
import { partitionOf, region as regionFacts, regionNames } from "../../../modules/aws/regions";
import { knownMinors, supportStatus } from "../../../modules/eks/versions";
import { fitting, ownName, type Fallback, tags, today } from "../common";
import { type Draw, drawn, defined } from "../draw";
import { fields, except } from "../vocabulary";
import { accessOf, workloadsOf } from "./access";
import { eks, type Frame, keyArn } from "./frame";
import { networkOf, withEndpoints } from "./network";
import { groupsOf } from "./node-groups";
import { optionsOf } from "./options";
import { encryptionOf, storageOf } from "./storage";
import { withWorkloads } from "../workloads";

/** Valid clusters on EKS, with all fields of the vocabulary. */
export const eksClusters = drawn((draw) => fitting(cluster(draw), fallback));

const fallback: Fallback<EksClusterSpec> = {
  planOf,
  widest: { cidr: "10.0.0.0/16", podCidr: "100.64.0.0/16" },
  smaller: ({ image }) => ({ maxPods: image?.family === "windows" ? undefined : 10, upgrade: undefined }),
  // A Windows node of a large machine type can have hundreds of pods.
  stays: ({ image }) => image?.family !== "windows",
};

/** ExternalDNS needs egress: Route 53 has no interface endpoint. */
const hasNoEgress = (network: EksNetworkSpec | undefined): boolean =>
  network !== undefined && !network.existing && (network.private === true || network.nat === "none");

function cluster(draw: Draw): EksClusterSpec {
  const region = draw.one(regionNames().filter((name) => regionFacts(name)!.zoneLetters.length > 1));
  const version = draw.one(knownMinors().filter((minor) => supportStatus(minor, today) !== "unsupported"));
  const kind = draw.one(["node groups", "node groups", "karpenter", "auto mode", "fargate"] as const);
  const groupless = kind === "fargate" || (kind === "auto mode" && draw.bool());
  const autoscaling =
    kind === "karpenter" || kind === "auto mode"
      ? "auto-provisioning"
      : eks.maybe(draw, "autoscaling", "auto-provisioning");
  const { network, zones } = networkOf(draw, region, kind === "auto mode");
  const frame: Frame = {
    region,
    partition: partitionOf(region),
    version,
    kind,
    autoscaling,
    network,
    zones,
    groupless,
    nitro: network?.ipFamily === "ipv6" || network?.podAddresses === "prefixes",
  };

  const nodeGroups = groupless ? [] : groupsOf(draw, frame);
  const storage = storageOf(draw, frame, nodeGroups.length > 0);
  const options = optionsOf(draw, frame, storage);
  const spec = eks.map(draw, "", {
    name: draw.name(ownName(100)),
    region,
    kubernetesVersion: version,
    network,
    access: accessOf(draw, frame),
    nodeGroups,
    autoscaling,
    storage,
    encryption: () => encryptionOf(draw, frame),
    dns: hasNoEgress(network)
      ? undefined
      : fields({ zones: () => draw.list(1, 4, () => `Z${draw.text("0123456789ABCDEF", 1, 31)}`) }),
    workloadIdentities: () => workloadsOf(draw, frame),
    observability: fields({
      retentionDays: () => draw.one([1, 7, 30, 90, 365, 3653]),
      keyId: () => keyArn(draw, frame),
    }),
    tags: () => tags(draw),
    eks: options,
    gitops: options?.capabilities?.argocd ? except("flux", "config-sync") : undefined,
    workloads: undefined, // added last
  });
  const names = Object.keys(programs) as ProgramName[];
  return defined(withWorkloads(draw, withEndpoints(draw, defined(spec)), names, rules));
}
