import type { AksNodeGroupSpec } from "../../../modules/aks/spec";
import { sysctls } from "../../../modules/aks/node-groups/sysctls";
import { labels, placement, plainText, size, tags, taints, withOwnNames } from "../common";
import type { Draw } from "../draw";
import { type Frame, resource } from "./frame";
import { diskOf, machineOf } from "./machines";

export function groupsOf(draw: Draw, frame: Frame): AksNodeGroupSpec[] {
  const first = groupOf(draw, frame, true);
  // A group that says `system` would be the first before one that says nothing.
  const modes = first.mode === "system" ? (["user", "system"] as const) : (["user"] as const);
  const others = draw.list(0, 4, () => groupOf(draw, frame, false, modes));
  return withOwnNames([first, ...others]);
}

/** @param isFirst - it is the cluster's first node pool: Linux, on demand, never empty */
function groupOf(
  draw: Draw,
  frame: Frame,
  isFirst: boolean,
  modes: readonly ("user" | "system")[] = ["user"],
): AksNodeGroupSpec {
  const { count, zones, spread: drawnSpread } = placement(draw, frame.zones);
  const spread = frame.natPerZone ? "per-zone" : drawnSpread;
  const hasWindows =
    !isFirst &&
    frame.minor < 35 &&
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
    isWindows || isSystem ? undefined : draw.seldom(() => draw.one(["nvidia", "amd", "parts"] as const), 15);
  const machine = machineOf(draw, gpu, isWindows, isSystem);
  const family = isWindows ? "windows-2022" : draw.maybe(() => draw.one(["azure-linux", "ubuntu"] as const));
  const least = isSystem ? (spread === "per-zone" ? count : 1) : 0;
  const disk = draw.maybe(() => diskOf(draw, machine));
  const isEphemeral = disk?.type === "ephemeral";
  const critical = { key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" } as const;
  return {
    name: isWindows ? `w${draw.text(plainText, 1)}${draw.label(12)}` : draw.name(40),
    mode,
    machineTypes: [machine],
    size: size(draw, spread, count, { least, most: draw.chance(5) ? 300 : draw.one([6, 24]), isFixed }),
    capacity: isSpot ? "spot" : draw.maybe(() => "on-demand" as const),
    zones,
    spread,
    image: family && { family },
    disk,
    labels: draw.maybe(() => labels(draw)),
    taints: isFirst ? undefined : draw.maybe(() => (draw.chance(20) ? [critical] : taints(draw))),
    maxPods: draw.maybe(() => draw.int(isSystem ? 30 : 10, 250)),
    upgrade: isSpot ? undefined : draw.maybe(() => upgradeOf(draw, isFirst)),
    tags: draw.maybe(() => tags(draw, 6)),
    replacement: isFirst ? undefined : draw.maybe(() => draw.one(["blue-green", "rotate"] as const)),
    spot: isSpot
      ? draw.maybe(() => ({
          eviction: draw.maybe(() => (isEphemeral ? "delete" : draw.one(["delete", "deallocate"] as const))),
          maxPrice: draw.maybe(() => draw.one([0.05, 1])),
        }))
      : undefined,
    gpu:
      gpu === "parts"
        ? {
            driver: draw.maybe(() => draw.bool()),
            partition: draw.one(["MIG1g", "MIG2g", "MIG3g", "MIG4g", "MIG7g"] as const),
          }
        : gpu === "amd"
          ? { driver: false }
          : gpu && draw.maybe(() => ({ driver: draw.maybe(() => draw.bool()) })),
    fips: isWindows ? undefined : draw.maybe(() => draw.bool()),
    hostEncryption: draw.maybe(() => draw.bool()),
    ultraSsd: draw.maybe(() => draw.bool()),
    placement: draw.seldom(
      () => ({
        proximityPlacementGroupId: draw.maybe(() =>
          resource("Microsoft.Compute/proximityPlacementGroups", "near"),
        ),
        capacityReservationGroupId: draw.maybe(() =>
          resource("Microsoft.Compute/capacityReservationGroups", "kept"),
        ),
        hostGroupId: draw.maybe(() => resource("Microsoft.Compute/hostGroups", "own")),
      }),
      15,
    ),
    publicAddress: draw.seldom(() => publicAddressOf(draw), 12),
    kubelet: isWindows ? undefined : draw.maybe(() => kubeletOf(draw)),
    linux: isWindows ? undefined : draw.maybe(() => linuxOf(draw)),
    windowsOutboundNat:
      isWindows && frame.podNetwork !== "overlay" && frame.egress === "nat-gateway"
        ? draw.bool()
        : isWindows
          ? draw.maybe(() => true)
          : undefined,
    scaleDown: draw.maybe(() => (isEphemeral ? "delete" : draw.one(["delete", "deallocate"] as const))),
    snapshotId: draw.seldom(() => resource("Microsoft.ContainerService/snapshots", "golden")),
  };
}

function upgradeOf(draw: Draw, isFirst: boolean): AksNodeGroupSpec["upgrade"] {
  const pace = draw.one([
    { maxSurge: draw.one(["33%", "1", 2]) },
    ...(isFirst ? [] : [{ maxUnavailable: draw.int(1, 5) }, { maxUnavailablePercent: draw.int(1, 100) }]),
  ] as const);
  return {
    ...(pace as object),
    drainTimeoutMinutes: draw.maybe(() => draw.int(1, 1440)),
    soakMinutes: draw.maybe(() => draw.int(0, 30)),
    undrainable: draw.maybe(() => draw.one(["schedule", "cordon"] as const)),
  };
}

function publicAddressOf(draw: Draw): AksNodeGroupSpec["publicAddress"] {
  const hostPorts = draw.maybe(() => draw.some(["8080/tcp", "30000-30100/udp"]));
  return {
    prefixId: draw.maybe(() => resource("Microsoft.Network/publicIPPrefixes", "nodes")),
    hostPorts,
    applicationSecurityGroupIds: hostPorts
      ? draw.maybe(() => [resource("Microsoft.Network/applicationSecurityGroups", "nodes")])
      : undefined,
  };
}

function kubeletOf(draw: Draw): AksNodeGroupSpec["kubelet"] {
  const low = draw.maybe(() => draw.int(10, 60));
  return {
    cpuManagerPolicy: draw.maybe(() => draw.one(["none", "static"] as const)),
    cpuCfsQuota: draw.maybe(() => draw.bool()),
    cpuCfsQuotaPeriod: draw.maybe(() => "100ms"),
    imageGcHighThreshold: low === undefined ? undefined : draw.int(low + 1, 95),
    imageGcLowThreshold: low,
    topologyManagerPolicy: draw.maybe(() =>
      draw.one(["none", "best-effort", "restricted", "single-numa-node"] as const),
    ),
    allowedUnsafeSysctls: draw.maybe(() => ["net.core.somaxconn"]),
    containerLogMaxSizeMb: draw.maybe(() => draw.int(1, 100)),
    podMaxPids: draw.maybe(() => draw.int(1, 1000)),
  };
}

function linuxOf(draw: Draw): AksNodeGroupSpec["linux"] {
  const names = Object.keys(sysctls).filter((name) => !/range|gc_thresh/.test(name));
  return {
    swapFileSizeMiB: draw.maybe(() => draw.int(1, 4096)),
    transparentHugePage: draw.maybe(() => draw.one(["always", "madvise", "never"] as const)),
    transparentHugePageDefrag: draw.maybe(() =>
      draw.one(["always", "defer", "defer+madvise", "madvise", "never"] as const),
    ),
    sysctls: draw.maybe(() =>
      Object.fromEntries(
        draw.some(names, 1, 5).map((name) => {
          const { least, most } = sysctls[name];
          return [name, least === undefined || most === undefined ? draw.bool() : draw.int(least, most)];
        }),
      ),
    ),
  };
}
