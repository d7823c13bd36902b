import { hasLocalDisks, instanceType } from "../../../modules/aws/machine-types";
import { hasPodSubnets } from "../../../modules/eks/network/pod-network";
import type { EksNodeGroupSpec, EksRepairPolicySpec } from "../../../modules/eks/spec";
import { labels, placement, size, tags, taints, withDistinctNames } from "../common";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, seldom } from "../vocabulary";
import { eks, type Frame, type Part } from "./frame";
import { diskOf, imageOf, moreDisksOf, machinesOf, maxPodsOf, requirements, userData } from "./machines";

export function groupsOf(draw: Draw, frame: Frame): EksNodeGroupSpec[] {
  const first = groupOf(draw, frame, true);
  const others = draw.list(0, 5, () => groupOf(draw, frame, false));
  const groups = withDistinctNames([first, ...others]);
  return draw.chance(20) ? groups.reverse() : groups;
}

/** @param runsAddOns - whether the add-ons of the cluster run in it from the start */
function groupOf(draw: Draw, frame: Frame, runsAddOns: boolean): EksNodeGroupSpec {
  const { count, zones } = placement(draw, frame.zones);
  const spread = eks.maybe(draw, "nodeGroups[].spread");
  const family = runsAddOns
    ? eks.maybe(draw, "nodeGroups[].image.family", "windows")
    : draw.one([undefined, ...eks.values("nodeGroups[].image.family")]);
  const isSelfManaged = draw.chance(family === "windows" ? 75 : 30);
  const isWindows =
    family === "windows" && frame.network?.ipFamily !== "ipv6" && !hasPodSubnets({ network: frame.network });
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
  const least = runsAddOns ? 1 : 0;
  const sized = size(draw, spread, count, {
    least,
    most: draw.chance(5) ? 450 : draw.one([6, 24]),
    isFixed,
  });
  const largest = typeof sized === "number" ? sized : sized.max;
  const smallestPart = spread === "per-zone" ? Math.floor(largest / count) : largest;
  const effects = eks.values("nodeGroups[].taints[].effect");
  const taken = draw.maybe(() => taints(draw, runsAddOns ? ["PreferNoSchedule"] : effects));
  const critical = { key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" } as const;
  const withCritical = runsAddOns ? draw.seldom(() => [critical, ...(taken ?? [])]) : undefined;
  const machineTypes = chosen === true ? [`${types[0].split(".")[0]}.*`] : types;
  const canHaveEfa =
    isOneZone &&
    types.length === 1 &&
    chosen !== true &&
    !isWindows &&
    (instanceType(types[0])?.fabricAdapters ?? 0) > 0;
  const repairPolicy = isSelfManaged ? undefined : draw.maybe(() => repairPolicyOf(draw));
  return eks.map(draw, "nodeGroups[]", {
    name: draw.name(longestName(spread, zones ?? frame.zones)),
    formerName: seldom(10, () => `former-${draw.hex(12)}`),
    kind: isSelfManaged ? "self-managed" : except("self-managed"),
    machineTypes,
    machines: chosen === true ? always(requirements(draw, types[0])) : undefined,
    size: sized,
    capacity: isSpot ? "spot" : except("spot"),
    zones,
    spread,
    image,
    disk: () => diskOf(draw, frame, image?.family),
    moreDisks: seldom(10, () => moreDisksOf(draw, frame, isWindows)),
    labels: () => labels(draw),
    taints: withCritical ?? taken,
    maxPods: isWindows && !isSelfManaged ? undefined : () => maxPodsOf(draw, types),
    upgrade: () => ({
      ...(draw.bool()
        ? { maxUnavailable: draw.int(1, Math.min(100, smallestPart)) }
        : { maxUnavailablePercent: draw.int(1, 100) }),
      ...(!isSelfManaged && draw.chance(15) && { force: draw.bool() }),
    }),
    tags: () => tags(draw, 6),
    securityGroups: () => draw.list(0, 4, () => `sg-${draw.hex(17)}`),
    userData: image?.id === undefined ? () => userData(draw, image?.family) : undefined,
    localStorage: !isWindows && machineTypes.every(hasLocalDisks) ? anyValue : undefined,
    reservation:
      isSpot || chosen === true
        ? undefined
        : () => reservationOf(draw, frame, isOneZone && types.length === 1),
    placementGroup: except(!isOneZone && "cluster", largest > 7 * count && "spread"),
    efa: canHaveEfa ? seldom(80, anyValue) : undefined,
    autoScalingGroup: isSelfManaged
      ? autoScalingGroupOf(draw, isSpot, chosen === true, typeof sized === "object")
      : undefined,
    repair: repairPolicy ? () => true : anyValue,
    repairPolicy,
    // EKS does not support this.
    subnetId: undefined,
  });
}

/** EKS supports 63 characters. A hash, and the name of the zone in node pools of one zone, use some of them. */
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
): Part<"nodeGroups[].autoScalingGroup"> {
  const schedule = () => {
    const min = draw.int(0, 5);
    return {
      name: draw.name(20),
      recurrence: draw.one(["0 7 * * MON-FRI", "30 20 1 */2 *"]),
      timeZone: draw.maybe(() => draw.one(["Europe/Berlin", "Etc/UTC"])),
      size: { min, max: draw.int(min, 12) },
    };
  };
  return fields({
    onDemandBase: isSpot ? () => draw.int(0, 6) : undefined,
    onDemandPercent: isSpot ? () => draw.int(0, 100) : undefined,
    spotAllocation: isSpot ? always(except(isChosen && "capacity-optimized-prioritized")) : undefined,
    maxInstanceLifetimeDays: () => draw.int(1, 365),
    terminationWaitSeconds: () => draw.int(30, 7200),
    warmPool: isSpot ? undefined : fields({ size: () => draw.int(1, 12) }),
    schedules: isRange ? () => draw.list(1, 3, schedule, ({ name }) => name.replace(/-+/g, "-")) : undefined,
  });
}

function repairPolicyOf(draw: Draw): EksRepairPolicySpec {
  const [stop, parallel] = [draw.bool(), draw.bool()];
  const number = () => draw.int(1, 20);
  const percent = () => draw.int(1, 100);
  const reasons = ["NvidiaXID64Error", "NvidiaXID31Error", "NvidiaNVLinkError"];
  const override = (reason: string): Part<"nodeGroups[].repairPolicy.overrides[]"> =>
    fields({ condition: "AcceleratedHardwareReady", reason, afterMinutes: draw.int(1, 30) });
  return eks.map(draw, "nodeGroups[].repairPolicy", {
    stopAbove: stop ? number : undefined,
    stopAbovePercent: stop ? undefined : percent,
    maxParallel: parallel ? number : undefined,
    maxParallelPercent: parallel ? undefined : percent,
    overrides: () => draw.some(reasons, 0).map(override),
  });
}
