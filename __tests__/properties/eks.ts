import { roomForControlPlane, roomForNodes } from "../../modules/eks/rules/capacity";
import { isError } from "../../modules/cluster/problem";
import { zoneNames } from "../../modules/eks/zones";
import { neededEndpoints } from "../../modules/eks/endpoints";
import {
  hasLocalDisks,
  instanceType,
  instanceTypes,
  isNitro,
  podLimitOf,
} from "../../modules/eks/instance-types";
import { pinnedRelease, variantsOf } from "../../modules/eks/images";
import type {
  EksAccessSpec,
  EksAutoScalingGroupSpec,
  EksClusterSpec,
  EksDiskSpec,
  EksImageFamily,
  EksImageSpec,
  EksNetworkSpec,
  EksNodeGroupSpec,
  EksOptions,
  EksRepairPolicySpec,
  EksStorageSpec,
  EksWorkloadIdentitySpec,
} from "../../modules/eks/props";
import { partitionOf, region as regionFacts, regionNames } from "../../modules/eks/regions";
import { knownMinors, pinnedAddOn, supportStatus } from "../../modules/eks/versions";
import {
  account,
  blocks,
  labels,
  namespaces,
  ownName,
  placement,
  plainText,
  publicRanges,
  rangeIn,
  rangesIn,
  size,
  tags,
  taints,
  today,
  withOwnNames,
} from "./common";
import { type Draw, drawn, said } from "./draw";

/** Right clusters on EKS, over all that the vocabulary has. */
export const eksClusters = drawn((draw) => fitting(cluster(draw)));

/** What the parts of a description need to know of each other. */
interface Frame {
  readonly region: string;
  readonly partition: string;
  readonly version: string;
  readonly kind: "node groups" | "karpenter" | "auto mode" | "fargate";
  readonly autoscaling: EksClusterSpec["autoscaling"];
  readonly network: EksNetworkSpec | undefined;
  readonly zones: readonly string[];

  /** There are no nodes of groups. */
  readonly groupless: boolean;

  /** All machines must be of the Nitro system. */
  readonly nitro: boolean;
}

function cluster(draw: Draw): EksClusterSpec {
  const region = draw.one(regionNames().filter((name) => regionFacts(name)!.zoneLetters.length > 1));
  const version = draw.one(knownMinors().filter((minor) => supportStatus(minor, today) !== "unsupported"));
  const kind = draw.one(["node groups", "node groups", "karpenter", "auto mode", "fargate"] as const);
  const groupless = kind === "fargate" || (kind === "auto mode" && draw.bool());
  const autoscaling =
    kind === "karpenter" || kind === "auto mode"
      ? "auto-provisioning"
      : draw.maybe(() => draw.one(["cluster-autoscaler", "none"] as const));
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
  const encryption = draw.maybe(() => encryptionOf(draw, frame));
  const loadBalancing = draw.maybe(() => ({
    controller: draw.maybe(() => draw.one([true, false])),
    sharedSecurityGroup: draw.maybe(() => draw.bool()),
  }));
  const spec: EksClusterSpec = {
    platform: "eks",
    name: draw.name(ownName(100)),
    region,
    kubernetesVersion: version,
    network,
    access: accessOf(draw, frame),
    nodeGroups,
    autoscaling,
    storage,
    encryption,
    loadBalancing,
    dns: draw.maybe(() => ({ zones: draw.list(1, 4, () => `Z${draw.text("0123456789ABCDEF", 1, 31)}`) })),
    workloadIdentities: draw.maybe(() => workloadsOf(draw, frame)),
    observability: draw.maybe(() => ({
      retentionDays: draw.maybe(() => draw.one([1, 7, 30, 90, 365, 3653])),
      keepLogs: draw.maybe(() => draw.bool()),
      logTypes: draw.maybe(() =>
        draw.some(["api", "audit", "authenticator", "controllerManager", "scheduler"] as const, 0),
      ),
    })),
    upgrades: draw.maybe(() => ({ support: draw.maybe(() => draw.one(["standard", "extended"] as const)) })),
    protection: draw.maybe(() => draw.bool()),
    tags: draw.maybe(() => tags(draw)),
    eks: optionsOf(draw, frame, storage),
  };
  return withEndpoints(draw, said(spec));
}

// --- Network ----------------------------------------------------------------------------------------------------

function networkOf(
  draw: Draw,
  region: string,
  isAutoMode: boolean,
): { readonly network: EksNetworkSpec | undefined; readonly zones: readonly string[] } {
  const letters = regionFacts(region)!.zoneLetters;
  const all = letters.map((letter) => `${region}${letter}`);
  const existing = draw.seldom(() => draw.some(all, 2, 3), 15);
  const ipFamily = draw.seldom(() => draw.one(["ipv6", "ipv4"] as const), 20);
  const common = {
    ipFamily,
    serviceCidr: ipFamily === "ipv6" ? undefined : draw.maybe(() => rangeIn(draw, blocks.services, 12, 24)),
    podAddresses:
      ipFamily === "ipv6" ? undefined : draw.maybe(() => draw.one(["prefixes", "secondary-ips"] as const)),
    nodeRules: draw.maybe(() => draw.one(["standard", "restricted"] as const)),
    webhookPorts: draw.maybe(() => draw.some([9443, 8443, 10251, 15017, 443, 1], 0)),
  };
  if (existing) {
    return {
      zones: existing,
      network: { ...common, existing: existingOf(draw, existing, ipFamily === "ipv6", isAutoMode) },
    };
  }

  const named = draw.maybe(() => draw.one([draw.some(all, 2, 6), draw.int(2, Math.min(3, letters.length))]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const lacks = named === undefined && letters.length < 3;
  const cidr = draw.maybe(() => rangeIn(draw, blocks.network, 16, 22));
  const isPrivateBlock = cidr === undefined || cidr.startsWith("10.");
  const endpointsHaveNames = ["aws", "aws-us-gov"].includes(partitionOf(region));
  const isPrivate = endpointsHaveNames ? draw.seldom(() => true, 12) : undefined;
  return {
    zones: lacks ? all : zones,
    network: {
      ...common,
      cidr,
      zones: lacks ? letters.length : named,
      private: isPrivate ?? draw.maybe(() => false),
      nat: isPrivate
        ? undefined
        : draw.maybe(() =>
            draw.one([
              "per-zone" as const,
              "single" as const,
              "regional" as const,
              ...(endpointsHaveNames ? ["none" as const] : []),
            ]),
          ),
      podCidr:
        ipFamily === "ipv6"
          ? undefined
          : draw.maybe(() => rangeIn(draw, isPrivateBlock ? blocks.pods : blocks.pods.slice(0, 1), 16, 19)),
      flowLogs: draw.maybe(() => draw.bool()),
    },
  };
}

function existingOf(
  draw: Draw,
  zones: readonly string[],
  ipv6: boolean,
  isAutoMode: boolean,
): NonNullable<EksNetworkSpec["existing"]> {
  const cidr = draw.maybe(() => "10.64.0.0/14");
  const ranges = draw.maybe(() => rangesIn(draw, "10.64.0.0/14", 18, 6));
  let count = 0;
  const subnet = (zone: string) => ({
    id: `subnet-${draw.hex(17)}`,
    zone,
    cidr: ranges?.[count++],
  });
  return {
    vpcId: `vpc-${draw.hex(draw.one([17, 8]))}`,
    cidr,
    nodeSubnets: zones.flatMap((zone) => (draw.chance(20) ? [subnet(zone), subnet(zone)] : [subnet(zone)])),
    controlPlaneSubnetIds: isAutoMode
      ? undefined
      : draw.maybe(() => [`subnet-${draw.hex(17)}`, `subnet-${draw.hex(17)}`]),
    podSubnets: ipv6
      ? undefined
      : draw.maybe(() => {
          const ofPods = draw.maybe(() => rangesIn(draw, "100.64.0.0/14", 18, zones.length));
          return zones.map((zone, i) => ({ id: `subnet-${draw.hex(17)}`, zone, cidr: ofPods?.[i] }));
        }),
    tagSubnets: draw.maybe(() => draw.bool()),
  };
}

const endpoints = [
  "autoscaling",
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "elasticloadbalancing",
  "kms",
  "logs",
  "sqs",
  "ssm",
  "ssmmessages",
  "ec2messages",
  "sts",
] as const;

/** Where there is no way out, the endpoints that are needed then; elsewhere some. */
function withEndpoints(draw: Draw, spec: EksClusterSpec): EksClusterSpec {
  const { network, region } = spec;
  if (network?.existing || !["aws", "aws-us-gov"].includes(partitionOf(region))) return spec;
  const own = draw.maybe(() => draw.some(endpoints, 0, 8));
  const needed = network?.nat === "none" ? neededEndpoints(spec).map(([service]) => service) : [];
  if (own === undefined && needed.length === 0) return spec;
  return { ...spec, network: { ...network, endpoints: [...new Set([...needed, ...(own ?? [])])] } };
}

// --- Node groups ------------------------------------------------------------------------------------------------

/** By architecture, without what the vocabulary has other words for. */
const machines = instanceTypes().filter(
  ({ name }) => !/^(mac|u-|u7|c1|m1|t1|m2|cr1|hs1|g2|p2|hpc|f1|dl)/.test(name),
);

function groupsOf(draw: Draw, frame: Frame): EksNodeGroupSpec[] {
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

function machinesOf(
  draw: Draw,
  { nitro }: Frame,
  image: EksImageSpec | undefined,
  isWindows: boolean,
): string[] {
  // A variant that was drawn is one of x86-64, unless the image says more.
  const said = isWindows || image?.variant ? "x86_64" : undefined;
  const architecture = image?.architecture ?? said ?? draw.one(["x86_64", "x86_64", "arm64"] as const);
  const accelerator = image?.variant === "nvidia" || image?.variant === "neuron" ? image.variant : undefined;
  const special = draw.seldom(
    () => draw.one([({ fabricAdapters }: (typeof machines)[0]) => fabricAdapters > 0, hasDisks]),
    20,
  );
  const fits = machines.filter(
    (type) =>
      type.architecture === architecture &&
      (!nitro || isNitro(type.name)) &&
      (accelerator
        ? type.accelerator === accelerator
        : image?.family !== undefined || image?.variant !== undefined
          ? type.accelerator === undefined
          : true) &&
      (special?.(type) ?? true),
  );
  const count = draw.one([1, 2, 4, 20]);
  if (fits.length === 0) return [architecture === "arm64" ? "m7g.large" : "m7i.large"];
  return draw.some(fits, 1, count).map(({ name }) => name);
}

const hasDisks = ({ name }: { readonly name: string }): boolean => hasLocalDisks(name);

function requirements(draw: Draw, type: string): EksNodeGroupSpec["machines"] {
  const vcpus = instanceType(type)!.vcpus;
  return {
    vcpus: { min: draw.int(1, vcpus), max: draw.maybe(() => draw.int(vcpus, vcpus * 4)) },
    memoryGiB: { min: draw.int(1, 8), max: draw.maybe(() => draw.int(8, 512)) },
    burstable: draw.maybe(() => draw.bool()),
  };
}

function maxPodsOf(draw: Draw, types: readonly string[]): number {
  const limits = types.map((name) => podLimitOf(instanceType(name)!));
  return draw.int(10, Math.min(250, ...limits));
}

function imageOf(
  draw: Draw,
  { version }: Frame,
  family: EksImageFamily | undefined,
  isSelfManaged: boolean,
): EksImageSpec | undefined {
  const effective = family ?? "al2023";
  const isPinned = pinnedRelease(version, effective) !== undefined;
  const own = draw.seldom(() => `ami-${draw.hex(17)}`);
  if (own !== undefined && (effective !== "windows" || isSelfManaged)) return { family, id: own };

  const architecture = draw.maybe(() => draw.one(["x86_64", "arm64"] as const));
  const variants = variantsOf(
    effective,
    effective === "windows" ? "x86_64" : (architecture ?? "x86_64"),
  ).filter((variant) => !variant.startsWith("2025") || (isSelfManaged && Number(version.slice(2)) >= 35));
  const release =
    isPinned && effective !== "windows"
      ? draw.maybe(() => draw.one(["latest", pinnedRelease(version, effective)!]))
      : "latest";
  return {
    family,
    variant:
      effective === "windows" ? draw.one([undefined, ...variants]) : draw.maybe(() => draw.one(variants)),
    architecture: effective === "windows" ? undefined : architecture,
    release,
  };
}

function diskOf(draw: Draw, frame: Frame, family: EksImageFamily | undefined): EksDiskSpec {
  const type = draw.maybe(() => draw.one(["gp3", "io1", "io2"] as const));
  const sizeGiB = draw.int(family === "windows" ? 50 : 20, draw.one([200, 16384]));
  const kmsKeyArn = draw.maybe(() => keyArn(draw, frame));
  if (type === "io1" || type === "io2") {
    const most = type === "io1" ? Math.min(64000, sizeGiB * 50) : Math.min(256000, sizeGiB * 1000);
    return { type, sizeGiB, iops: draw.int(100, most), kmsKeyArn };
  }
  const iops = draw.maybe(() => draw.int(3000, Math.min(80000, Math.max(3000, sizeGiB * 500))));
  return {
    type,
    sizeGiB,
    iops,
    throughputMiBps: draw.maybe(() => draw.int(125, Math.min(2000, Math.floor((iops ?? 3000) / 4)))),
    kmsKeyArn,
  };
}

function userData(draw: Draw, family: EksImageFamily | undefined): string {
  switch (family) {
    case "bottlerocket":
      return '[settings.kernel]\nlockdown = "integrity"\n';
    case "windows":
      return "Write-Output hello\n";
    default:
      return draw.one([
        "#!/bin/bash\necho ${HOME} %{ $(date) }\n",
        "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  kubelet:\n    config:\n      shutdownGracePeriod: 30s\n",
      ]);
  }
}

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

// --- Access, keys, storage --------------------------------------------------------------------------------------

function accessOf(draw: Draw, { partition, network }: Frame): EksAccessSpec {
  const principal = (i: number) =>
    `arn:${partition}:iam::11112222333${i}:${draw.one(["role", "user"])}/${draw.text(plainText, 1, 40)}`;
  const grants = (from: number) =>
    draw.list(1, 3, (i) => ({
      principal: principal(from + i),
      namespaces: draw.maybe(() => [...namespaces(draw), ...draw.some(["team-*", "*"], 0, 1)]),
    }));
  const isClosed = network?.private === true;
  const publicFrom = isClosed ? draw.maybe(() => []) : draw.maybe(() => publicRanges(draw));
  const isOpen = !isClosed && (network?.existing !== undefined || network?.nat !== "none") && draw.chance(5);
  return {
    private: isOpen ? false : draw.maybe(() => true),
    publicFrom: isOpen ? ["0.0.0.0/0"] : publicFrom,
    admins: draw.list(0, 3, principal),
    editors: draw.maybe(() => grants(3)),
    viewers: draw.maybe(() => grants(6)),
  };
}

const keyArn = (draw: Draw, { partition, region }: Frame): string =>
  `arn:${partition}:kms:${region}:111122223333:key/${draw.bool() ? draw.uuid() : `mrk-${draw.hex(32)}`}`;

function encryptionOf(draw: Draw, frame: Frame): EksClusterSpec["encryption"] {
  const secrets = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  const disks = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  return {
    secrets,
    keyId: secrets === "platform-key" ? undefined : draw.maybe(() => keyArn(draw, frame)),
    disks,
    disksKeyId: disks === "customer-key" ? draw.maybe(() => keyArn(draw, frame)) : undefined,
    deletionWindowDays: draw.maybe(() => draw.int(7, 30)),
  };
}

function storageOf(draw: Draw, frame: Frame, hasNodes: boolean): EksStorageSpec | undefined {
  const key = () => draw.maybe(() => keyArn(draw, frame));
  // Fargate has no volumes, and Auto Mode brings its own.
  const mustNot = !hasNodes && frame.kind === "fargate";
  const block = mustNot
    ? false
    : draw.maybe(() => draw.one([true, false, { defaultClass: draw.maybe(() => draw.bool()) }]));
  const file = draw.maybe(() =>
    draw.one([
      true,
      false,
      {
        keyId: key(),
        accessPoints: draw.maybe(() =>
          Object.fromEntries(
            draw
              .list(1, 3, () => draw.label(20).replace(/-+/g, "-"))
              .map((name) => [
                name,
                {
                  path: `/${draw.label(20)}${draw.one(["", "/data"])}`,
                  uid: draw.int(0, 4294967295),
                  gid: draw.int(0, 65535),
                  permissions: draw.maybe(() => draw.one(["0750", "777"])),
                },
              ]),
          ),
        ),
      },
    ]),
  );
  const hasSource = block !== false || (file !== undefined && file !== false);
  const storage: EksStorageSpec = {
    block,
    file,
    object: draw.maybe(() => ({
      buckets: draw.list(1, 3, () => `arn:${frame.partition}:s3:::${draw.label(40).padEnd(3, "x")}`),
      readOnly: draw.maybe(() => draw.bool()),
      keyIds: draw.maybe(() => draw.list(1, 2, () => keyArn(draw, frame))),
    })),
    snapshots: block === false ? undefined : draw.maybe(() => draw.bool()),
    backup: hasSource
      ? draw.maybe(() =>
          draw.one([
            true,
            false,
            {
              schedule: draw.maybe(() => draw.one(["cron(0 3 * * ? *)", "cron(30 1 ? * SUN *)"])),
              retentionDays: draw.maybe(() => draw.int(1, 36500)),
              keyId: key(),
            },
          ]),
        )
      : undefined,
    lustre: draw.maybe(() => ({
      sizeGiB: draw.one([1200, 2400, 4800]),
      throughputPerTiB: draw.maybe(() => draw.one([125, 250, 500, 1000])),
      zone: draw.maybe(() => draw.one(frame.zones)),
      keyId: key(),
      backupDays: draw.maybe(() => draw.int(0, 90)),
    })),
  };
  const isNothing = Object.values(storage).every((value) => value === undefined);
  return isNothing ? draw.maybe(() => ({})) : storage;
}

function workloadsOf(draw: Draw, { partition }: Frame): EksWorkloadIdentitySpec[] {
  return draw.list(
    0,
    4,
    () => ({
      ...account(draw),
      policyArns: draw.maybe(() =>
        draw.list(0, 10, () => `arn:${partition}:iam::111122223333:policy/${draw.text(plainText, 1, 60)}`),
      ),
      statements: draw.maybe(() =>
        draw.list(1, 4, () => ({
          sid: draw.maybe(() => draw.text(plainText, 1, 20)),
          effect: draw.maybe(() => draw.one(["Allow", "Deny"] as const)),
          actions: draw.some(["s3:GetObject", "sqs:*", "dynamodb:Query"]),
          resources: draw.some(["*", `arn:${partition}:s3:::orders/*`]),
          conditions: draw.maybe(() => ({ StringEquals: { "aws:ResourceTag/team": ["shop"] } })),
        })),
      ),
      via: draw.maybe(() => draw.one(["pod-identity", "irsa"] as const)),
    }),
    ({ namespace, serviceAccount }) => `${namespace}_${serviceAccount}`.replace(/[^a-z0-9]+/g, "_"),
  );
}

// --- What only EKS has ------------------------------------------------------------------------------------------

function optionsOf(draw: Draw, frame: Frame, storage: EksStorageSpec | undefined): EksOptions | undefined {
  const { partition, kind, groupless } = frame;
  const role = (name: string) => `arn:${partition}:iam::111122223339:role/${name}`;
  const isAutoMode = kind === "auto mode";
  const options: EksOptions = {
    authenticationMode: draw.maybe(() => draw.one(["API", "API_AND_CONFIG_MAP"] as const)),
    zonalShift: draw.maybe(() => draw.bool()),
    addOns: addOnsOf(draw, frame, storage),
    clusterRoleArn: draw.maybe(() => role("cluster")),
    nodeRoleArn: draw.maybe(() => role("nodes")),
    autoProvisioning:
      kind === "karpenter" || isAutoMode ? provisioningOf(draw, isAutoMode, groupless) : undefined,
    autoMode: isAutoMode ? undefined : draw.seldom(() => "off" as const),
    fargateProfiles:
      kind === "fargate"
        ? [
            { name: "system", selectors: [{ namespace: "kube-system" }] },
            ...draw.list(
              0,
              3,
              (i) => profileOf(draw, i),
              ({ name }) => name,
            ),
          ]
        : groupless
          ? undefined
          : draw.seldom(
              () =>
                draw.list(
                  0,
                  3,
                  (i) => profileOf(draw, i),
                  ({ name }) => name,
                ),
              15,
            ),
    nodeTerminationHandler: draw.maybe(() => draw.bool()),
    remoteNetworks: draw.seldom(() => remoteOf(draw, frame), 15),
    controlPlaneTier: draw.maybe(() => draw.one(["standard", "tier-xl", "tier-2xl", "tier-4xl"] as const)),
    capabilities: draw.seldom(() => capabilitiesOf(draw, frame), 15),
  };
  return Object.values(options).every((value) => value === undefined) ? undefined : options;
}

function provisioningOf(draw: Draw, isAutoMode: boolean, isAlone: boolean): EksOptions["autoProvisioning"] {
  const roomForNodes = draw.maybe(() => draw.int(1, 30));
  return {
    by: isAutoMode ? "auto-mode" : draw.maybe(() => "karpenter" as const),
    pools: isAutoMode
      ? draw.maybe(() => draw.some(["general-purpose", "system"] as const, isAlone ? 1 : 0))
      : undefined,
    roomForNodes,
    largestMachineType: roomForNodes ? draw.maybe(() => draw.one(["m7i.4xlarge", "c7g.large"])) : undefined,
  };
}

function profileOf(draw: Draw, i: number): NonNullable<EksOptions["fargateProfiles"]>[number] {
  return {
    name: `f${i}${draw.name(50)}`,
    selectors: draw.list(1, 5, () => ({
      namespace: draw.one([`n${draw.label(30)}`, "team-*", "t?"]),
      labels: draw.maybe(() => labels(draw, { most: 3 })),
    })),
    roomForPods: draw.maybe(() => draw.int(1, 60)),
  };
}

function addOnsOf(
  draw: Draw,
  { version, kind, groupless }: Frame,
  storage: EksStorageSpec | undefined,
): EksOptions["addOns"] {
  const isThere = (part: unknown) => part !== undefined && part !== false;
  const isAutoModeAlone = kind === "auto mode" && groupless;
  const core = ["vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent"] as const;
  const names = [
    ...(isAutoModeAlone ? [] : core),
    ...(isAutoModeAlone || storage?.block === false ? [] : (["aws-ebs-csi-driver"] as const)),
    ...(isThere(storage?.file) ? (["aws-efs-csi-driver"] as const) : []),
    ...(isThere(storage?.lustre) ? (["aws-fsx-csi-driver"] as const) : []),
    ...(isThere(storage?.object) ? (["aws-mountpoint-s3-csi-driver"] as const) : []),
    ...(isThere(storage?.snapshots) ? (["snapshot-controller"] as const) : []),
  ];
  const entries = names.flatMap((name) => {
    const pin = pinnedAddOn(name, version);
    const mustSay = pin === undefined;
    if (!mustSay && !draw.chance(15)) return [];
    const configuration = draw.maybe(() => ({ resources: { limits: { cpu: "100m" } } }));
    return [
      [name, { version: mustSay ? "latest" : draw.maybe(() => draw.one(["latest", pin])), configuration }],
    ];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function remoteOf(draw: Draw, { partition }: Frame): EksOptions["remoteNetworks"] {
  const role = draw.maybe(() => `arn:${partition}:iam::111122223338:role/hybrid`);
  const ranges = rangesIn(draw, draw.one(blocks.remote), 20, draw.int(1, 15));
  return {
    nodeCidrs: ranges,
    podCidrs: draw.maybe(() => rangesIn(draw, blocks.other[0], 20, draw.int(0, 15))),
    credentials: role ? undefined : draw.maybe(() => "ssm" as const),
    nodeRoleArn: role,
  };
}

function capabilitiesOf(draw: Draw, { partition }: Frame): EksOptions["capabilities"] {
  const policyArns = () =>
    draw.maybe(() =>
      draw.some(
        ["ReadOnlyAccess", "AmazonS3FullAccess"].map((name) => `arn:${partition}:iam::aws:policy/${name}`),
        0,
      ),
    );
  const ids = (kind: string) => draw.list(1, 2, () => `${kind}${draw.uuid()}`);
  return {
    ack: draw.maybe(() => ({ policyArns: policyArns() })),
    kro: draw.maybe(() => ({ policyArns: policyArns() })),
    argocd: draw.maybe(() => ({
      policyArns: policyArns(),
      identityCenterArn: `arn:${partition}:sso:::instance/ssoins-${draw.hex(16)}`,
      identityCenterRegion: draw.maybe(() => "eu-west-1"),
      namespace: draw.maybe(() => draw.label(20)),
      access: draw.maybe(() =>
        draw.some(["ADMIN", "EDITOR", "VIEWER"] as const, 0).map((role) => ({
          role,
          users: draw.maybe(() => ids("")),
          groups: ids(""),
        })),
      ),
      vpcEndpointIds: draw.maybe(() => draw.list(1, 2, () => `vpce-${draw.hex(17)}`)),
    })),
  };
}

// --- What must fit ----------------------------------------------------------------------------------------------

/** The description with so much room for its nodes as it needs: the widest network, then fewer nodes. */
function fitting(spec: EksClusterSpec): EksClusterSpec {
  const widest: EksClusterSpec = {
    ...spec,
    network: said({
      ...spec.network,
      cidr: spec.network?.existing ? undefined : "10.0.0.0/16",
      podCidr: spec.network?.podCidr && "100.64.0.0/16",
    }),
  };
  const small: EksClusterSpec = {
    ...widest,
    nodeGroups: spec.nodeGroups.map((group) => said(fewer(group))),
  };
  return [spec, widest, small].find(hasRoom) ?? small;
}

function hasRoom(spec: EksClusterSpec): boolean {
  const facts = { today, zones: zoneNames(spec) };
  return ![...roomForNodes(spec, facts), ...roomForControlPlane(spec, facts)].some(isError);
}

function fewer(group: EksNodeGroupSpec): EksNodeGroupSpec {
  const cut = (number: number) => Math.min(number, 6);
  const { size: sized } = group;
  return {
    ...group,
    size: typeof sized === "number" ? cut(sized) : { min: cut(sized.min), max: cut(sized.max) },
    maxPods: group.image?.family === "windows" ? undefined : 10,
    upgrade: undefined,
  };
}
