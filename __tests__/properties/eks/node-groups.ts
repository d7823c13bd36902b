import { hasLocalDisks, instanceType } from "../../../modules/eks/node-groups/machine-types";
import type {
  EksAutoScalingGroupSpec,
  EksNodeGroupSpec,
  EksRepairPolicySpec,
} from "../../../modules/eks/spec";
import { labels, placement, size, tags, taints, withOwnNames } from "../common";
import type { Draw } from "../draw";
import type { Frame } from "./frame";
import { diskOf, imageOf, machinesOf, maxPodsOf, requirements, userData } from "./machines";

export function groupsOf(draw: Draw, frame: Frame): EksNodeGroupSpec[] {
  const first = groupOf(draw, frame, true);
  const others = draw.list(0, 5, () => groupOf(draw, frame, false));
  const groups = withOwnNames([first, ...others]);
  return draw.chance(20) ? groups.reverse() : groups;
}

/** @param isHome - the cluster's own pods find a node in it at the start */
function groupOf(draw: Draw, frame: Frame, isHome: boolean): EksNodeGroupSpec {
  const { count, zones, spread } = placement(draw, frame.zones);
  const family = isHome
    ? draw.maybe(() => draw.one(["al2023", "bottlerocket"] as const))
    : draw.one([undefined, "al2023", "bottlerocket", "windows"] as const);
  const isSelfManaged = draw.chance(family === "windows" ? 60 : 30);
  const isWindows = family === "windows" && frame.network?.ipFamily !== "ipv6";
  const image = imageOf(
    draw,
    frame,
    isWindows ? "windows" : family === "windows" ? "al2023" : family,
    isSelfManaged,
  );
  const isSpot = draw.chance(25);
  const chosen = isSelfManaged && !isSpot && draw.chance(15) ? undefined : isSelfManaged && draw.chance(15);
  const types = machinesOf(draw, frame, image, isWindows);
  const isOneZone = count === 1 && spread !== "per-zone";
  const isFixed = frame.autoscaling === "auto-provisioning" && draw.bool();
  const least = isHome ? 1 : 0;
  const sized = size(draw, spread, count, {
    least,
    most: draw.chance(5) ? 450 : draw.one([6, 24]),
    isFixed,
  });
  const largest = typeof sized === "number" ? sized : sized.max;
  const smallestPart = spread === "per-zone" ? Math.floor(largest / count) : largest;
  const taken = draw.maybe(() =>
    taints(draw, isHome ? ["PreferNoSchedule"] : ["NoSchedule", "PreferNoSchedule", "NoExecute"]),
  );
  const critical = { key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" } as const;
  const withCritical = isHome ? draw.seldom(() => [critical, ...(taken ?? [])]) : undefined;
  const ofMachines =
    chosen === true
      ? { machineTypes: [`${types[0].split(".")[0]}.*`], machines: requirements(draw, types[0]) }
      : { machineTypes: types };
  const localStorage = !isWindows && ofMachines.machineTypes.every(hasLocalDisks);
  return {
    name: draw.name(longestName(spread, zones ?? frame.zones)),
    kind: isSelfManaged ? "self-managed" : draw.maybe(() => "managed" as const),
    ...ofMachines,
    size: sized,
    capacity: isSpot ? "spot" : draw.maybe(() => "on-demand" as const),
    zones,
    spread,
    image,
    disk: draw.maybe(() => diskOf(draw, frame, image?.family)),
    labels: draw.maybe(() => labels(draw)),
    taints: withCritical ?? taken,
    maxPods: isWindows && !isSelfManaged ? undefined : draw.maybe(() => maxPodsOf(draw, types)),
    upgrade: draw.maybe(() =>
      draw.bool()
        ? { maxUnavailable: draw.int(1, Math.min(100, smallestPart)) }
        : { maxUnavailablePercent: draw.int(1, 100) },
    ),
    repair: draw.maybe(() => draw.bool()),
    tags: draw.maybe(() => tags(draw, 6)),
    securityGroups: draw.maybe(() => draw.list(0, 4, () => `sg-${draw.hex(17)}`)),
    userData: image?.id === undefined ? draw.maybe(() => userData(draw, image?.family)) : undefined,
    localStorage: localStorage ? draw.maybe(() => draw.one(["raid0", "none"] as const)) : undefined,
    reservation:
      isSpot || chosen === true
        ? undefined
        : draw.maybe(() => reservationOf(draw, frame, isOneZone && types.length === 1)),
    placementGroup: draw.maybe(() =>
      draw.one([
        "none" as const,
        "partition" as const,
        ...(isOneZone ? (["cluster"] as const) : []),
        ...(largest <= 7 * count ? (["spread"] as const) : []),
      ]),
    ),
    efa:
      isOneZone &&
      types.length === 1 &&
      chosen !== true &&
      !isWindows &&
      (instanceType(types[0])?.fabricAdapters ?? 0) > 0
        ? draw.one([undefined, true, false])
        : undefined,
    autoScalingGroup: isSelfManaged
      ? draw.maybe(() => autoScalingGroupOf(draw, isSpot, chosen === true, typeof sized === "object"))
      : undefined,
    ...(isSelfManaged ? {} : repairPolicy(draw)),
  };
}

/** EKS takes 63 characters, of which a hash and, in groups of one zone each, the zone's name take some. */
const longestName = (spread: EksNodeGroupSpec["spread"], zones: readonly string[]): number =>
  63 - 9 - (spread === "per-zone" ? Math.max(...zones.map((zone) => zone.length)) + 1 : 0);

function reservationOf(
  draw: Draw,
  { partition, region }: Frame,
  isBlockPossible: boolean,
): EksNodeGroupSpec["reservation"] {
  const id = `cr-${draw.hex(17)}`;
  if (isBlockPossible && draw.bool()) return { id, type: "capacity-block" };
  return draw.bool()
    ? { id, type: draw.maybe(() => "on-demand" as const) }
    : { groupArn: `arn:${partition}:resource-groups:${region}:111122223333:group/reserved` };
}

function autoScalingGroupOf(
  draw: Draw,
  isSpot: boolean,
  isChosen: boolean,
  isRange: boolean,
): EksAutoScalingGroupSpec {
  return {
    onDemandBase: isSpot ? draw.maybe(() => draw.int(0, 6)) : undefined,
    onDemandPercent: isSpot ? draw.maybe(() => draw.int(0, 100)) : undefined,
    spotAllocation: isSpot
      ? draw.one([
          undefined,
          "price-capacity-optimized" as const,
          "capacity-optimized" as const,
          "lowest-price" as const,
          ...(isChosen ? [] : (["capacity-optimized-prioritized"] as const)),
        ])
      : undefined,
    instanceRefresh: draw.maybe(() => draw.one(["rolling", "none"] as const)),
    replacement: draw.maybe(() => draw.one(["launch", "terminate"] as const)),
    maxInstanceLifetimeDays: draw.maybe(() => draw.int(1, 365)),
    terminationWaitSeconds: draw.maybe(() => draw.int(30, 7200)),
    warmPool: isSpot
      ? undefined
      : draw.maybe(() => ({
          size: draw.int(1, 12),
          state: draw.maybe(() => draw.one(["stopped", "running"] as const)),
        })),
    schedules: isRange
      ? draw.maybe(() =>
          draw.list(
            1,
            3,
            () => {
              const min = draw.int(0, 5);
              return {
                name: draw.name(20),
                recurrence: draw.one(["0 7 * * MON-FRI", "30 20 1 */2 *"]),
                timeZone: draw.maybe(() => draw.one(["Europe/Berlin", "Etc/UTC"])),
                size: { min, max: draw.int(min, 12) },
              };
            },
            ({ name }) => name.replace(/-+/g, "-"),
          ),
        )
      : undefined,
  };
}

function repairPolicy(draw: Draw): Pick<EksNodeGroupSpec, "repair" | "repairPolicy"> {
  const policy = draw.maybe((): EksRepairPolicySpec => {
    const [stop, parallel] = [draw.bool(), draw.bool()];
    return {
      stopAbove: stop ? draw.maybe(() => draw.int(1, 20)) : undefined,
      stopAbovePercent: stop ? undefined : draw.maybe(() => draw.int(1, 100)),
      maxParallel: parallel ? draw.maybe(() => draw.int(1, 20)) : undefined,
      maxParallelPercent: parallel ? undefined : draw.maybe(() => draw.int(1, 100)),
      overrides: draw.maybe(() =>
        draw.some(["NvidiaXID64Error", "NvidiaXID31Error", "NvidiaNVLinkError"], 0).map((reason) => ({
          condition: "AcceleratedHardwareReady",
          reason,
          afterMinutes: draw.int(1, 30),
          action: draw.one(["Replace", "Reboot", "NoAction"] as const),
        })),
      ),
    };
  });
  return policy ? { repair: draw.maybe(() => true), repairPolicy: policy } : {};
}
