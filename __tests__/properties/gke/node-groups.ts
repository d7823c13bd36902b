import { familyName, gpusOf, machineFamily } from "../../../modules/gke/node-groups/machine-types";
import type { GkeNodeGroupSpec } from "../../../modules/gke/spec";
import { labels, mapOf, placement, plainText, size, taints, withDistinctNames } from "../common";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, seldom, trueIf } from "../vocabulary";
import { type Frame, gke, managerTags, networkTags, type Part, tagsOf } from "./frame";
import { confidentialOf, diskOf, gpuOf, localSsdOf, machineOf, machines } from "./machines";

export function groupsOf(draw: Draw, frame: Frame): GkeNodeGroupSpec[] {
  const first = groupOf(draw, frame, true);
  const others = draw.list(0, 4, () => groupOf(draw, frame, false));
  return withDistinctNames([first, ...others]);
}

/** @param runsAddOns - whether the system pods of the cluster run in it: Linux, with at least one node */
function groupOf(draw: Draw, frame: Frame, runsAddOns: boolean): GkeNodeGroupSpec {
  const kind = runsAddOns
    ? "usual"
    : draw.one(["usual", "usual", "arm", "confidential", "gpu", "tpu", "localSsd"] as const);
  const machine = draw.one<string>(machines[kind]);
  const facts = machineFamily(machine);
  const isWindows = !runsAddOns && kind === "usual" && facts?.windows === true && draw.chance(20);
  const isTpu = kind === "tpu";
  // A slice of several machines is in one zone and has a fixed size.
  const topology = isTpu ? draw.one(facts?.tpu?.dimensions === 3 ? ["2x2x1"] : ["2x2"]) : undefined;
  const waits = !runsAddOns && !isTpu && !isWindows && draw.chance(8);
  const isSpot = !waits && draw.chance(25);
  const { zones, count } = placement(draw, frame.zones);
  const spread = gke.maybe(draw, "nodeGroups[].spread");
  const sized = waits
    ? { min: 0, max: draw.int(count, count + 10) }
    : size(draw, spread, count, {
        least: runsAddOns ? 1 : 0,
        most: draw.chance(5) ? 300 : draw.one([6, 24]),
      });
  const isOneZone = count === 1 || spread === "per-zone";
  const family = isWindows ? "windows" : gke.maybe(draw, "nodeGroups[].image.family", "windows");
  const isCos = (family ?? gke.default("nodeGroups[].image.family")) === "cos";
  const gpu = gpuOf(draw, machine, kind === "gpu", isWindows);
  const hasGpus = gpu !== undefined || gpusOf(machine) !== undefined;
  const confidential = isWindows || hasGpus || isTpu ? undefined : confidentialOf(draw, machine);
  const isCompact = isOneZone && facts?.compact === true && draw.chance(12);
  const localSsd = isWindows ? undefined : localSsdOf(draw, machine, kind === "localSsd");
  const imageStreaming = isCos ? gke.maybe(draw, "nodeGroups[].imageStreaming") : undefined;
  const hasTier1 = /-(32|60|88|8g)/.test(machine) && !machine.startsWith("e2") && draw.chance(30);
  const hasSandbox =
    frame.isNewer && !runsAddOns && isCos && !hasGpus && !isTpu && !isWindows && familyName(machine) !== "e2";
  const gvnic = isWindows ? undefined : draw.maybe(() => hasTier1 || draw.bool());
  const isConfidential = confidential !== undefined && confidential !== "none";
  const effects = gke.values("nodeGroups[].taints[].effect");
  const podRanges = [
    "pods",
    ...(frame.network?.existing?.morePodRanges ?? []),
    ...(frame.network?.morePodCidrs ?? []).map((_, i) => `pods-${i + 1}`),
  ];
  const additionalNetwork = (i: number) => {
    const podRange = draw.maybe(() => `pods-of-${i}`);
    const maxPods = podRange === undefined ? undefined : draw.maybe(() => draw.int(8, 256));
    return { network: `data-${i}`, subnetwork: `data-${i}`, podRange, maxPods };
  };
  return gke.map(draw, "nodeGroups[]", {
    name: draw.name(40),
    formerName: seldom(10, () => `former-${draw.hex(12)}`),
    machineTypes: [machine],
    size: sized,
    capacity: isSpot ? "spot" : except("spot"),
    zones,
    spread,
    image: family && always(fields({ family, windowsVersion: isWindows ? anyValue : undefined })),
    disk: () => diskOf(draw, frame, machine, zones ?? frame.zones, isWindows, isConfidential),
    labels: () => labels(draw),
    taints: () => taints(draw, runsAddOns ? ["PreferNoSchedule"] : effects),
    maxPods: () => draw.int(8, 256),
    upgrade: waits ? undefined : () => upgradeOf(draw, waits),
    repair: frame.isAlpha ? false : waits ? undefined : frame.channel === "none" ? anyValue : () => true,
    tags: () => tagsOf(draw, 6),
    balance:
      typeof sized === "object" && frame.autoscaling !== "none" ? except(waits && "balanced") : undefined,
    gpu,
    tpu: topology ? { topology } : undefined,
    localSsd,
    confidential,
    sandbox: hasSandbox ? seldom(10, anyValue) : undefined,
    provisioning: waits ? always(except("standard")) : () => "standard" as const,
    maxRunSeconds: () => draw.int(600, 604800),
    reservation: () => {
      const use = isSpot || waits ? "none" : gke.one(draw, "nodeGroups[].reservation.use");
      return { use, name: use === "specific" ? "kept" : undefined };
    },
    placement: isCompact ? "compact" : except("compact"),
    placementPolicy: isCompact ? () => "near" : undefined,
    soleTenant: isSpot || hasGpus || isTpu || waits ? undefined : seldom(8, () => soleTenantOf(draw)),
    machine: () => machineOf(draw, machine, hasGpus),
    kubelet: isWindows ? undefined : () => kubeletOf(draw),
    linux: isWindows ? undefined : () => linuxOf(draw, frame),
    networkTags: () => networkTags(draw),
    resourceManagerTags: () => managerTags(draw),
    metadata: () =>
      mapOf(
        draw,
        3,
        () => `m${draw.text(plainText, 1, 20)}`,
        () => draw.text(plainText, 0, 40),
      ),
    serviceAccountEmail: seldom(8, () => "nodes@shop-production.iam.gserviceaccount.com"),
    podRange: seldom(8, () => draw.one(podRanges)),
    nodeAddresses: except(frame.network?.private === true && "public"),
    additionalNetworks:
      frame.network?.multiNetworking && !isWindows
        ? () => draw.some([1, 2], 0).map(additionalNetwork)
        : undefined,
    bandwidth: hasTier1 ? "tier-1" : except("tier-1"),
    gvnic,
    fastSocket: hasGpus && isCos && gvnic !== false ? anyValue : undefined,
    imageStreaming,
    secondaryDisks: imageStreaming
      ? () => [fields({ image: "projects/shop-production/global/images/cache" })]
      : undefined,
    registryAuthorities: isWindows
      ? undefined
      : () => [
          {
            hosts: draw.some(["registry.example.com", "10.1.2.3:5000"]),
            secretVersion: "projects/shop-production/secrets/registry-ca/versions/1",
          },
        ],
    logging: isWindows ? undefined : anyValue,
    drainOnDelete: trueIf(frame.isNewer),
  });
}

/** @param isOfGke - for node pools that GKE creates, which have no minimum size and no batches by number */
export function upgradeOf(draw: Draw, waits: boolean, isOfGke = false): Part<"nodeGroups[].upgrade"> {
  if (!waits && draw.chance(35)) {
    const batch = draw.one([...(isOfGke ? [] : ["nodes"]), "percent", "default"]);
    return fields({
      strategy: "blue-green",
      blueGreen: seldom(
        70,
        fields({
          batchNodes: batch === "nodes" ? draw.int(1, 5) : undefined,
          batchPercent: batch === "percent" ? draw.int(1, 100) : undefined,
          batchSoakSeconds: () => draw.int(0, 604800),
          soakSeconds: () => draw.int(0, 604800),
        }),
      ),
    });
  }
  const pace = draw.one([
    { maxUnavailable: draw.int(1, 10) },
    ...(isOfGke ? [] : [{ maxUnavailablePercent: draw.int(1, 100) }]),
    { maxSurge: draw.int(1, 20) },
  ]);
  return fields({ strategy: except("blue-green"), ...pace });
}

function soleTenantOf(draw: Draw): Part<"nodeGroups[].soleTenant"> {
  return fields({
    affinity: draw
      .some(["compute.googleapis.com/node-group-name", "team"])
      .map((name) => fields({ key: name, values: ["shop"] })),
    minNodeCpus: () => draw.int(1, 4),
  });
}

function kubeletOf(draw: Draw): Part<"nodeGroups[].kubelet"> {
  const low = draw.maybe(() => draw.int(10, 60));
  const signals = gke.members("nodeGroups[].kubelet.evictionSoft");
  const soft = draw.maybe(() => draw.some(signals));
  const each = (names: readonly string[] | undefined, value: (name: string) => string) =>
    names && Object.fromEntries(names.map((name) => [name, value(name)]));
  return fields({
    cpuCfsQuotaPeriod: () => draw.one(["1ms", "100ms", "1s"]),
    podPidsLimit: () => draw.int(1024, 4_194_303),
    containerLogMaxSize: () => draw.one(["10Mi", "500Mi"]),
    containerLogMaxFiles: () => draw.int(2, 10),
    imageGcLowPercent: low,
    imageGcHighPercent: low && draw.int(low + 1, 85),
    imageMinAge: () => draw.one(["30s", "2m"]),
    imageMaxAge: () => "24h",
    allowedUnsafeSysctls: () => draw.some(["net.ipv4.*", "kernel.shm*", "kernel.sem"], 0),
    maxParallelImagePulls: () => draw.int(2, 5),
    evictionSoft: each(soft, (name) => (name === "memoryAvailable" ? "200Mi" : "20%")),
    evictionSoftGracePeriod: each(soft, () => draw.one(["1m30s", "5m"])),
    evictionMinimumReclaim: () => each(draw.some(signals), () => "5%"),
    evictionMaxPodGraceSeconds: () => draw.int(0, 300),
  });
}

function linuxOf(draw: Draw, { minor }: Frame): Part<"nodeGroups[].linux"> {
  return fields({
    sysctls: () => ({ "net.core.somaxconn": "4096", "net.ipv4.tcp_rmem": "4096 87380 6291456" }),
    cgroup: except(minor >= 35 && "v1"),
    hugepages2Mi: () => draw.int(1, 64),
    hugepages1Gi: () => draw.int(1, 2),
  });
}
