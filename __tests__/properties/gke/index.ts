import { planOf } from "../../../modules/gke/capacity/plan";
import type { GkeClusterSpec } from "../../../modules/gke/spec";
import { region as regionFacts, regionNames } from "../../../modules/gke/regions";
import { knownMinors, supportStatus } from "../../../modules/gke/versions";
import { fitting, ownName, rangeIn, type Room, today } from "../common";
import { type Draw, drawn, said } from "../draw";
import { accessOf, workloadsOf } from "./access";
import { type Frame, tagsOf } from "./frame";
import { networkOf } from "./network";
import { groupsOf } from "./node-groups";
import { optionsOf } from "./options";
import { observabilityOf, upgradesOf } from "./services";
import { encryptionOf, storageOf } from "./storage";

/** Right clusters on GKE, over all that the vocabulary has. */
export const gkeClusters = drawn((draw) => fitting(cluster(draw), room));

const room: Room<GkeClusterSpec> = {
  planOf,
  widest: { cidr: "10.0.0.0/9", podCidr: "100.64.0.0/11" },
  smaller: () => ({ maxPods: 10, podRange: undefined }),
};

function cluster(draw: Draw): GkeClusterSpec {
  const region = draw.one(regionNames().filter((name) => regionFacts(name)!.zoneLetters.length >= 3));
  const version = draw.one(knownMinors().filter((minor) => supportStatus(minor, today) !== "unsupported"));
  const isAutopilot = draw.chance(20);
  const isAlpha = !isAutopilot && draw.chance(5);
  const autoscaling = isAutopilot
    ? draw.maybe(() => "cluster-autoscaler" as const)
    : draw.one([undefined, "cluster-autoscaler", "none", "auto-provisioning"] as const);
  const { network, zones } = networkOf(draw, region, isAutopilot);
  const channels = ["regular", "rapid", "stable", "extended"] as const;
  const channel = isAlpha
    ? "none"
    : draw.maybe(() => draw.one(isAutopilot ? channels : ([...channels, "none"] as const)));
  const disks = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  const frame: Frame = {
    region,
    minor: Number(version.slice(2)),
    isAutopilot,
    isAlpha,
    autoscaling,
    network,
    zones,
    isV2: (network?.dataplane ?? "v2") === "v2",
    disksKey: disks === "customer-key",
    channel,
    isNewer: draw.bool(),
  };
  const storage = storageOf(draw, frame);
  const hasDns = draw.maybe(() => draw.list(1, 3, () => draw.label(40)));
  return said<GkeClusterSpec>({
    platform: "gke",
    name: draw.label(ownName(40)),
    region,
    kubernetesVersion: draw.one([version, `${version}.2`, `${version}.2-gke.1001000`]),
    network,
    access: accessOf(draw, frame),
    nodeGroups: isAutopilot ? [] : groupsOf(draw, frame),
    autoscaling,
    storage,
    encryption: encryptionOf(draw, frame, disks),
    loadBalancing: draw.maybe(() => {
      const controller = isAutopilot ? draw.maybe(() => true) : draw.maybe(() => draw.one([true, false]));
      return {
        controller,
        gateway: draw.maybe(() => controller !== false && draw.bool()),
        proxyCidr: network?.existing ? undefined : draw.maybe(() => rangeIn(draw, ["172.24.0.0/16"], 20, 26)),
        firewall: draw.maybe(() => draw.bool()),
        externalIps: draw.maybe(() => draw.bool()),
      };
    }),
    dns: hasDns && { zones: hasDns },
    workloadIdentities: draw.maybe(() => workloadsOf(draw, frame)),
    observability: draw.maybe(() => observabilityOf(draw, frame)),
    upgrades: upgradesOf(draw, frame),
    protection: draw.maybe(() => draw.bool()),
    tags: draw.maybe(() => tagsOf(draw)),
    gke: optionsOf(draw, frame),
  });
}
