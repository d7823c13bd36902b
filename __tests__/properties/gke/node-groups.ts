import { familyName, gpusOf, machineFamily } from "../../../modules/gke/node-groups/machine-types";
import type { GkeKubeletSpec, GkeNodeGroupSpec, GkeNodeUpgradeSpec } from "../../../modules/gke/spec";
import { labels, mapOf, placement, plainText, size, taints, withOwnNames } from "../common";
import type { Draw } from "../draw";
import { type Frame, managerTags, networkTags, tagsOf } from "./frame";
import { confidentialOf, diskOf, gpuOf, localSsdOf, machineOf, machines } from "./machines";

export function groupsOf(draw: Draw, frame: Frame): GkeNodeGroupSpec[] {
  const first = groupOf(draw, frame, true);
  const others = draw.list(0, 4, () => groupOf(draw, frame, false));
  return withOwnNames([first, ...others]);
}

/** @param isHome - Linux, with nodes from the start: the cluster's own pods find room */
function groupOf(draw: Draw, frame: Frame, isHome: boolean): GkeNodeGroupSpec {
  const placed = placement(draw, frame.zones);
  const kind = isHome
    ? "usual"
    : draw.one(["usual", "usual", "usual", "arm", "confidential", "gpu", "tpu", "localSsd"] as const);
  const machine = draw.one<string>(machines[kind]);
  const facts = machineFamily(machine);
  const isWindows = !isHome && kind === "usual" && facts?.windows === true && draw.chance(20);
  const isTpu = kind === "tpu";
  // A slice of several machines is in one zone, and of fixed size.
  const topology = isTpu ? draw.one(facts?.tpu?.dimensions === 3 ? ["2x2x1"] : ["2x2"]) : undefined;
  const waits = !isHome && !isTpu && !isWindows && draw.chance(8);
  const isSpot = !waits && draw.chance(25);
  const { spread, zones, count } = placed;
  const sized = waits
    ? { min: 0, max: draw.int(count, count + 10) }
    : size(draw, spread, count, { least: isHome ? 1 : 0, most: draw.chance(5) ? 300 : draw.one([6, 24]) });
  const isOneZone = count === 1 || spread === "per-zone";
  const image = isWindows
    ? { family: "windows" as const, windowsVersion: draw.maybe(() => draw.one(["2019", "2022"] as const)) }
    : draw.maybe(() => ({ family: draw.one(["cos", "ubuntu"] as const) }));
  const isCos = (image?.family ?? "cos") === "cos";
  const gpu = gpuOf(draw, machine, kind === "gpu", isWindows);
  const hasGpus = gpu !== undefined || gpusOf(machine) !== undefined;
  const confidential = isWindows || hasGpus || isTpu ? undefined : confidentialOf(draw, machine);
  const isCompact = isOneZone && facts?.compact === true && draw.chance(12);
  const localSsd = isWindows ? undefined : localSsdOf(draw, machine, kind === "localSsd");
  const imageStreaming = isCos ? draw.maybe(() => draw.bool()) : undefined;
  const hasTier1 = /-(32|60|88|8g)/.test(machine) && !machine.startsWith("e2") && draw.chance(30);
  const sandbox =
    frame.isNewer && !isHome && isCos && !hasGpus && !isTpu && !isWindows && familyName(machine) !== "e2"
      ? draw.seldom(() => draw.one(["gvisor", "none"] as const), 10)
      : undefined;
  const gvnic = isWindows ? undefined : draw.maybe(() => hasTier1 || draw.bool());
  return {
    name: draw.name(40),
    machineTypes: [machine],
    size: sized,
    capacity: isSpot ? "spot" : draw.maybe(() => "on-demand" as const),
    zones,
    spread,
    image,
    disk: draw.maybe(() =>
      diskOf(
        draw,
        frame,
        machine,
        zones ?? frame.zones,
        isWindows,
        confidential !== undefined && confidential !== "none",
      ),
    ),
    labels: draw.maybe(() => labels(draw)),
    taints: draw.maybe(() => taints(draw, isHome ? ["PreferNoSchedule"] : undefined)),
    maxPods: draw.maybe(() => draw.int(8, 256)),
    upgrade: draw.maybe(() => upgradeOf(draw, waits)),
    repair: frame.isAlpha ? false : draw.maybe(() => frame.channel !== "none" || draw.bool()),
    tags: draw.maybe(() => tagsOf(draw, 6)),
    balance:
      typeof sized === "object" && frame.autoscaling !== "none"
        ? draw.maybe(() => draw.one(["balanced", "any"] as const))
        : undefined,
    gpu,
    tpu: topology ? { topology } : undefined,
    localSsd,
    confidential,
    shielded: draw.maybe(() => ({
      secureBoot: draw.maybe(() => draw.bool()),
      integrityMonitoring: draw.maybe(() => draw.bool()),
    })),
    sandbox,
    provisioning: waits ? draw.one(["flex-start", "queued"] as const) : draw.maybe(() => "standard" as const),
    maxRunSeconds: draw.maybe(() => draw.int(600, 604800)),
    reservation: draw.maybe(() =>
      isSpot || waits
        ? { use: "none" as const }
        : draw.one([
            { use: "any" as const },
            { use: "none" as const },
            { use: "specific" as const, name: "kept" },
          ]),
    ),
    placement: isCompact ? "compact" : draw.maybe(() => "none" as const),
    placementPolicy: isCompact ? draw.maybe(() => "near") : undefined,
    soleTenant: isSpot || hasGpus || isTpu || waits ? undefined : draw.seldom(() => soleTenantOf(draw)),
    machine: draw.maybe(() => machineOf(draw, machine, hasGpus)),
    kubelet: isWindows ? undefined : draw.maybe(() => kubeletOf(draw)),
    linux: isWindows ? undefined : draw.maybe(() => linuxOf(draw, frame)),
    networkTags: draw.maybe(() => networkTags(draw)),
    resourceManagerTags: draw.maybe(() => managerTags(draw)),
    metadata: draw.maybe(() =>
      mapOf(
        draw,
        3,
        () => `m${draw.text(plainText, 1, 20)}`,
        () => draw.text(plainText, 0, 40),
      ),
    ),
    serviceAccountEmail: draw.seldom(() => "nodes@shop-production.iam.gserviceaccount.com"),
    podRange: draw.seldom(() =>
      draw.one([
        "pods",
        ...(frame.network?.existing?.morePodRanges ?? []),
        ...(frame.network?.morePodCidrs ?? []).map((_, i) => `pods-${i + 1}`),
      ]),
    ),
    nodeAddresses: draw.maybe(() =>
      frame.network?.private ? "private" : draw.one(["private", "public"] as const),
    ),
    additionalNetworks:
      frame.network?.multiNetworking && !isWindows
        ? draw.maybe(() =>
            draw.some([1, 2], 0).map((i) => {
              const podRange = draw.maybe(() => `pods-of-${i}`);
              return {
                network: `data-${i}`,
                subnetwork: `data-${i}`,
                podRange,
                maxPods: podRange ? draw.maybe(() => draw.int(8, 256)) : undefined,
              };
            }),
          )
        : undefined,
    bandwidth: hasTier1 ? "tier-1" : draw.maybe(() => "standard" as const),
    gvnic,
    fastSocket: hasGpus && isCos && gvnic !== false ? draw.maybe(() => draw.bool()) : undefined,
    imageStreaming,
    secondaryDisks: imageStreaming
      ? draw.maybe(() => [
          {
            image: "projects/shop-production/global/images/cache",
            use: draw.maybe(() => draw.one(["container-images", "data"] as const)),
          },
        ])
      : undefined,
    registryAuthorities: isWindows
      ? undefined
      : draw.maybe(() => [
          {
            hosts: draw.some(["registry.example.com", "10.1.2.3:5000"]),
            secretVersion: "projects/shop-production/secrets/registry-ca/versions/1",
          },
        ]),
    logging: isWindows ? undefined : draw.maybe(() => draw.one(["default", "max-throughput"] as const)),
    drainOnDelete: draw.maybe(() => frame.isNewer && draw.bool()),
  };
}

export function upgradeOf(draw: Draw, waits: boolean): GkeNodeUpgradeSpec {
  if (!waits && draw.chance(35)) {
    const batch = draw.bool();
    return {
      strategy: "blue-green",
      blueGreen: draw.seldom(
        () => ({
          batchNodes: batch ? draw.maybe(() => draw.int(1, 5)) : undefined,
          batchPercent: batch ? undefined : draw.maybe(() => draw.int(1, 100)),
          batchSoakSeconds: draw.maybe(() => draw.int(0, 604800)),
          soakSeconds: draw.maybe(() => draw.int(0, 604800)),
        }),
        70,
      ),
    };
  }
  const pace = draw.one([
    { maxUnavailable: draw.int(1, 10) },
    { maxUnavailablePercent: draw.int(1, 100) },
    { maxSurge: draw.int(1, 20) },
  ]);
  return { strategy: draw.maybe(() => "surge" as const), ...pace };
}

function soleTenantOf(draw: Draw): GkeNodeGroupSpec["soleTenant"] {
  return {
    affinity: draw
      .some(["compute.googleapis.com/node-group-name", "team"])
      .map((name) => ({ key: name, operator: draw.one(["in", "not-in"] as const), values: ["shop"] })),
    minNodeCpus: draw.maybe(() => draw.int(1, 4)),
  };
}

function kubeletOf(draw: Draw): GkeKubeletSpec {
  const low = draw.maybe(() => draw.int(10, 60));
  const signals = [
    "memoryAvailable",
    "nodefsAvailable",
    "nodefsInodesFree",
    "imagefsAvailable",
    "imagefsInodesFree",
    "pidAvailable",
  ] as const;
  const soft = draw.maybe(() => draw.some(signals));
  const each = (names: readonly string[] | undefined, value: (name: string) => string) =>
    names && Object.fromEntries(names.map((name) => [name, value(name)]));
  return {
    cpuManager: draw.maybe(() => draw.one(["none", "static"] as const)),
    cpuCfsQuota: draw.maybe(() => draw.bool()),
    cpuCfsQuotaPeriod: draw.maybe(() => draw.one(["1ms", "100ms", "1s"])),
    podPidsLimit: draw.maybe(() => draw.int(1024, 4_194_303)),
    containerLogMaxSize: draw.maybe(() => draw.one(["10Mi", "500Mi"])),
    containerLogMaxFiles: draw.maybe(() => draw.int(2, 10)),
    imageGcLowPercent: low,
    imageGcHighPercent: low === undefined ? undefined : draw.int(low + 1, 85),
    imageMinAge: draw.maybe(() => draw.one(["30s", "2m"])),
    imageMaxAge: draw.maybe(() => "24h"),
    allowedUnsafeSysctls: draw.maybe(() => draw.some(["net.ipv4.*", "kernel.shm*", "kernel.sem"], 0)),
    maxParallelImagePulls: draw.maybe(() => draw.int(2, 5)),
    singleProcessOomKill: draw.maybe(() => draw.bool()),
    evictionSoft: each(soft, (name) => (name === "memoryAvailable" ? "200Mi" : "20%")),
    evictionSoftGracePeriod: each(soft, () => draw.one(["1m30s", "5m"])),
    evictionMinimumReclaim: draw.maybe(() => each(draw.some(signals), () => "5%")!),
    evictionMaxPodGraceSeconds: draw.maybe(() => draw.int(0, 300)),
  };
}

function linuxOf(draw: Draw, { minor }: Frame): GkeNodeGroupSpec["linux"] {
  return {
    sysctls: draw.maybe(() => ({ "net.core.somaxconn": "4096", "net.ipv4.tcp_rmem": "4096 87380 6291456" })),
    cgroup: draw.maybe(() => (minor < 35 ? draw.one(["v1", "v2"] as const) : "v2")),
    hugepages2Mi: draw.maybe(() => draw.int(1, 64)),
    hugepages1Gi: draw.maybe(() => draw.int(1, 2)),
    transparentHugepages: draw.maybe(() => draw.one(["always", "madvise", "never"] as const)),
    transparentHugepageDefrag: draw.maybe(() =>
      draw.one(["always", "defer", "defer-with-madvise", "madvise", "never"] as const),
    ),
  };
}
