import { hasPremiumDisks } from "../../../modules/azure/machine-types";
import type { AksNodeGroupSpec } from "../../../modules/aks/spec";
import { sysctls } from "../../../modules/aks/node-groups/sysctls";
import { labels, placement, plainText, size, tags, taints, withDistinctNames } from "../common";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, type Given, seldom } from "../vocabulary";
import { aks, type Frame, type Part, resource } from "./frame";
import { diskOf, machineOf } from "./machines";

export function groupsOf(draw: Draw, frame: Frame): AksNodeGroupSpec[] {
  const first = groupOf(draw, frame, true);
  // A group with the mode `system` would come before a first group without a mode.
  const modes = first.mode === "system" ? (["user", "system"] as const) : (["user"] as const);
  const others = draw.list(0, 4, () => groupOf(draw, frame, false, modes));
  return withDistinctNames([first, ...others]);
}

/** @param isFirst - whether it is the first node pool of the cluster: Linux, on-demand, at least one node */
function groupOf(
  draw: Draw,
  frame: Frame,
  isFirst: boolean,
  modes: readonly ("user" | "system")[] = ["user"],
): AksNodeGroupSpec {
  const { count, zones } = placement(draw, frame.zones);
  const spread = frame.natPerZone ? "per-zone" : aks.maybe(draw, "nodeGroups[].spread");
  const hasWindows =
    !isFirst &&
    frame.minor < 37 &&
    frame.egress !== "none" &&
    frame.autoscaling !== "auto-provisioning" &&
    frame.policy !== "cilium" &&
    !["kubenet", "none"].includes(frame.podNetwork) &&
    !frame.network?.dualStack;
  const isWindows = hasWindows && draw.chance(60);
  const mode = isFirst
    ? draw.maybe(() => "system" as const)
    : isWindows
      ? draw.maybe(() => "user" as const)
      : draw.maybe(() => draw.one(modes));
  const isSystem = isFirst || mode === "system";
  const isSpot = !isSystem && draw.chance(25);
  const isFixed = frame.autoscaling === "auto-provisioning";
  const gpu =
    isWindows || isSystem ? undefined : draw.seldom(() => draw.one(["nvidia", "amd", "parts"] as const), 20);
  const machine = machineOf(draw, gpu, isWindows, isSystem);
  const family = isWindows ? "windows-2022" : aks.maybe(draw, "nodeGroups[].image.family", "windows-2022");
  const least = isSystem ? (spread === "per-zone" ? count : 1) : 0;
  const disk = draw.maybe(() => diskOf(draw, machine));
  const isEphemeral = disk?.type === "ephemeral";
  const critical = { key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" } as const;
  const effects = aks.values("nodeGroups[].taints[].effect");
  const whatHappens = except<"delete" | "deallocate">(isEphemeral && "deallocate");
  return aks.map(draw, "nodeGroups[]", {
    name: isWindows ? `w${draw.text(plainText, 1)}${draw.label(12)}` : draw.name(40),
    mode,
    formerName: isFirst ? undefined : seldom(10, () => `former-${draw.hex(12)}`),
    machineTypes: [machine],
    size: size(draw, spread, count, { least, most: draw.chance(5) ? 300 : draw.one([6, 24]), isFixed }),
    capacity: isSpot ? "spot" : except("spot"),
    zones,
    spread,
    image: family && { family },
    disk,
    labels: () => labels(draw),
    taints: isFirst ? undefined : () => (draw.chance(20) ? [critical] : taints(draw, effects)),
    maxPods: () => draw.int(isSystem ? 30 : 10, 250),
    upgrade: isSpot ? undefined : () => upgradeOf(draw, isFirst),
    tags: () => tags(draw, 6),
    replacement: isFirst ? undefined : anyValue,
    spot: isSpot ? fields({ eviction: whatHappens, maxPrice: () => draw.one([0.05, 1]) }) : undefined,
    gpu: gpuOf(gpu),
    fips: isWindows ? undefined : anyValue,
    placement: seldom(
      15,
      fields({
        proximityPlacementGroupId: () => resource("Microsoft.Compute/proximityPlacementGroups", "near"),
        capacityReservationGroupId: () => resource("Microsoft.Compute/capacityReservationGroups", "kept"),
        hostGroupId: () => resource("Microsoft.Compute/hostGroups", "own"),
      }),
    ),
    publicAddress: seldom(12, () => publicAddressOf(draw, frame)),
    kubelet: isWindows ? undefined : () => kubeletOf(draw),
    linux: isWindows ? undefined : () => linuxOf(draw),
    ultraSsd: hasPremiumDisks(machine) ? anyValue : () => false,
    windowsOutboundNat: isWindows
      ? frame.podNetwork !== "overlay" && frame.egress === "nat-gateway"
        ? draw.bool()
        : () => true
      : undefined,
    scaleDown: whatHappens,
    subnetId: frame.network?.existing
      ? seldom(20, () =>
          frame.network!.existing!.nodeSubnetId.replace("/nodes", `/${draw.one(["batch", "web"])}`),
        )
      : undefined,
    // AKS does not support these.
    moreDisks: undefined,
    repair: undefined,
    snapshotId: seldom(8, () => resource("Microsoft.ContainerService/snapshots", "golden")),
  });
}

function gpuOf(gpu: "nvidia" | "amd" | "parts" | undefined): Given<AksNodeGroupSpec>["gpu"] {
  switch (gpu) {
    case "parts":
      return always(fields({ partition: always(anyValue) }));
    case "nvidia":
      return fields({ partition: undefined });
    case "amd":
      return { driver: false };
    default:
      return undefined;
  }
}

function upgradeOf(draw: Draw, isFirst: boolean): Part<"nodeGroups[].upgrade"> {
  const pace = draw.one([
    { maxSurge: draw.one(["33%", "1", 2]) },
    ...(isFirst ? [] : [{ maxUnavailable: draw.int(1, 5) }, { maxUnavailablePercent: draw.int(1, 100) }]),
  ]);
  return fields({
    ...pace,
    drainTimeoutMinutes: () => draw.int(1, 1440),
    soakMinutes: () => draw.int(0, 30),
  });
}

function publicAddressOf(draw: Draw, { network }: Frame): Part<"nodeGroups[].publicAddress"> {
  const hostPorts = network?.private
    ? undefined
    : draw.maybe(() => draw.some(["8080/tcp", "30000-30100/udp"]));
  return fields({
    prefixId: () => resource("Microsoft.Network/publicIPPrefixes", "nodes"),
    hostPorts,
    applicationSecurityGroupIds: hostPorts
      ? () => [resource("Microsoft.Network/applicationSecurityGroups", "nodes")]
      : undefined,
  });
}

function kubeletOf(draw: Draw): Part<"nodeGroups[].kubelet"> {
  const low = draw.maybe(() => draw.int(10, 60));
  return fields({
    cpuCfsQuotaPeriod: () => "100ms",
    imageGcHighThreshold: low && draw.int(low + 1, 95),
    imageGcLowThreshold: low,
    allowedUnsafeSysctls: () => ["net.core.somaxconn"],
    containerLogMaxSizeMb: () => draw.int(1, 100),
    podMaxPids: () => draw.int(1, 1000),
  });
}

function linuxOf(draw: Draw): Part<"nodeGroups[].linux"> {
  const names = Object.keys(sysctls).filter((name) => !/range|gc_thresh/.test(name));
  return fields({
    swapFileSizeMiB: () => draw.int(1, 4096),
    sysctls: () =>
      Object.fromEntries(
        draw.some(names, 1, 5).map((name) => {
          const { least, most } = sysctls[name];
          return [name, least === undefined || most === undefined ? draw.bool() : draw.int(least, most)];
        }),
      ),
  });
}
