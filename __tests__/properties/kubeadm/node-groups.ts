import type { KubeadmNodeGroupSpec } from "../../../modules/kubeadm/spec";
import { labels, placement, size, tags, taints, withDistinctNames } from "../common";
import type { Draw } from "../draw";
import { fields } from "../vocabulary";
import { diskSize } from "./clouds";
import { type Frame, kubeadm, type Part } from "./frame";

export const groupsOf = (draw: Draw, frame: Frame): KubeadmNodeGroupSpec[] =>
  withDistinctNames(draw.list(1, 4, () => groupOf(draw, frame)));

function groupOf(draw: Draw, frame: Frame): KubeadmNodeGroupSpec {
  const { cloud, autoscaling } = frame;
  const { zones, count } = placement(draw, frame.zones);
  const isZonal = cloud.name === "azure" && frame.hasZonalNat && count > 1;
  const spread = isZonal ? "per-zone" : kubeadm.maybe(draw, "nodeGroups[].spread");
  const isAutoscaled = (autoscaling ?? kubeadm.default("autoscaling")) === "cluster-autoscaler";
  // The Cluster Autoscaler does not know regional instance groups of Google Cloud.
  const isFixed = cloud.name === "google" && isAutoscaled && count > 1 && spread !== "per-zone";
  return kubeadm.map(draw, "nodeGroups[]", {
    name: draw.name(63),
    machineTypes: cloud.typesOfGroup(draw, frame.machineTypes),
    size: size(draw, spread, count, { most: draw.one([6, 24]), isFixed }),
    zones,
    spread,
    disk: fields({ sizeGiB: () => diskSize(draw, cloud) }),
    labels: () => labels(draw),
    taints: () => taints(draw, kubeadm.values("nodeGroups[].taints[].effect")),
    maxPods: () => draw.int(10, 250),
    image: frame.source === "image" ? cloud.image(draw) : () => cloud.image(draw),
    upgrade: () => upgradeOf(draw),
    tags: () => tags(draw, 6),
    // Nothing ends the wait for a node of Azure earlier or later.
    ...(cloud.name === "azure" && { timeoutHours: undefined }),
  });
}

const upgradeOf = (draw: Draw): Part<"nodeGroups[].upgrade"> =>
  draw.bool()
    ? fields({ maxUnavailable: draw.int(1, 100), maxUnavailablePercent: undefined })
    : fields({ maxUnavailable: undefined, maxUnavailablePercent: draw.int(1, 100) });
