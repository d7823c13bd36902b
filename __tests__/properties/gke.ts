import { verdictOf } from "../../modules/cluster/plan";
import { planOf } from "../../modules/gke/capacity";
import {
  attachableGpus,
  bootDisksOf,
  diskTypeOf,
  familyName,
  gpusOf,
  machineFamily,
} from "../../modules/gke/machine-families";
import type {
  GkeAccessSpec,
  GkeClusterSpec,
  GkeDiskSpec,
  GkeKubeletSpec,
  GkeNetworkSpec,
  GkeNodeGroupSpec,
  GkeNodeUpgradeSpec,
  GkeOptions,
  GkeStorageSpec,
} from "../../modules/gke/props";
import { region as regionFacts, regionNames } from "../../modules/gke/regions";
import { fileTiers } from "../../modules/gke/storage/file-tiers";
import { knownMinors, supportStatus } from "../../modules/gke/versions";
import {
  account,
  blocks,
  labels,
  mapOf,
  namespaces,
  ownName,
  placement,
  plainText,
  publicRanges,
  rangeIn,
  rangesIn,
  size,
  taints,
  today,
  window,
  withOwnNames,
} from "./common";
import { type Draw, drawn, said } from "./draw";

/** Right clusters on GKE, over all that the vocabulary has. */
export const gkeClusters = drawn((draw) => fitting(cluster(draw)));

/** What the parts of a description need to know of each other. */
interface Frame {
  readonly region: string;
  readonly minor: number;
  readonly isAutopilot: boolean;
  readonly isAlpha: boolean;
  readonly autoscaling: GkeClusterSpec["autoscaling"];
  readonly network: GkeNetworkSpec | undefined;
  readonly zones: readonly string[];

  /** Features that need Dataplane V2 can be there. */
  readonly isV2: boolean;
  readonly disksKey: boolean;

  /** The provider may be asked for more than the bindings know. */
  readonly isNewer: boolean;
  readonly channel: NonNullable<GkeClusterSpec["upgrades"]>["channel"];
}

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

const key = (draw: Draw, region: string): string =>
  `projects/shop-production/locations/${region}/keyRings/shop/cryptoKeys/${draw.label(20)}`;

/** Labels, as Google has them in place of tags. */
const tagsOf = (draw: Draw, most = 10): Record<string, string> =>
  mapOf(
    draw,
    most,
    () => `x${draw.text(`${plainText}_-`, 0, 62)}`,
    () => draw.text(`${plainText}_-`, 0, 63),
  );

const managerTags = (draw: Draw): Record<string, string> =>
  mapOf(
    draw,
    5,
    () => `tagKeys/${draw.int(1, 999_999)}`,
    () => `tagValues/${draw.int(1, 999_999)}`,
  );

const networkTags = (draw: Draw): string[] => draw.list(0, 4, () => draw.label(63));

// --- Network ----------------------------------------------------------------------------------------------------

function networkOf(
  draw: Draw,
  region: string,
  isAutopilot: boolean,
): { readonly network: GkeNetworkSpec | undefined; readonly zones: readonly string[] } {
  const all = regionFacts(region)!.zoneLetters.map((letter) => `${region}-${letter}`);
  const named = draw.maybe(() => draw.one([draw.int(1, 3), draw.some(all)]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const isExisting = draw.chance(15);
  const isPrivate = isExisting ? undefined : draw.seldom(() => true, 12);
  const dataplane = draw.maybe(() =>
    isAutopilot ? ("v2" as const) : draw.one(["v2", "calico", "iptables"] as const),
  );
  const isV2 = (dataplane ?? "v2") === "v2";
  const ipFamily = isV2
    ? draw.maybe(() => draw.one(["ipv4", "ipv6"] as const))
    : draw.maybe(() => "ipv4" as const);
  const nat =
    isExisting || isPrivate
      ? undefined
      : draw.maybe(() => draw.one(["per-zone", "single", "regional", "none"] as const));
  const hasNat = !isExisting && !isPrivate && nat !== "none";
  const ifV2 = () => (isV2 ? draw.maybe(() => draw.bool()) : draw.maybe(() => false));
  return {
    zones,
    network: {
      cidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, blocks.network, 9, 20)),
      zones: named,
      podCidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, blocks.pods.slice(0, 1), 11, 16)),
      morePodCidrs: isExisting
        ? undefined
        : draw.maybe(() => rangesIn(draw, "10.160.0.0/11", 18, draw.int(0, 4))),
      serviceCidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, ["10.128.0.0/11"], 16, 24)),
      nat,
      natAddresses: hasNat ? draw.maybe(() => draw.int(1, 16)) : undefined,
      natPorts: hasNat
        ? draw.maybe(() => ({
            min: draw.maybe(() => draw.one([32, 64, 1024])),
            max: draw.maybe(() => draw.one([2048, 65536])),
          }))
        : undefined,
      ipFamily,
      ipv6Access:
        ipFamily === "ipv6" && !isExisting
          ? draw.maybe(() =>
              draw.one(isPrivate ? (["internal"] as const) : (["internal", "external"] as const)),
            )
          : undefined,
      private: isPrivate ?? (isExisting ? undefined : draw.maybe(() => false)),
      nodeAddresses: draw.maybe(() => (isPrivate ? "private" : draw.one(["private", "public"] as const))),
      flowLogs: isExisting ? undefined : draw.maybe(() => draw.bool()),
      mtu: isExisting ? undefined : draw.maybe(() => draw.int(1300, 8896)),
      dataplane,
      intranodeVisibility: isAutopilot ? draw.maybe(() => true) : draw.maybe(() => draw.bool()),
      clusterwidePolicies: ifV2(),
      fqdnPolicies: ifV2(),
      encryptedTraffic: ifV2(),
      multiNetworking: isAutopilot ? draw.maybe(() => false) : ifV2(),
      sourceNat: draw.maybe(() => draw.bool()),
      podAddressReserve: draw.maybe(() => draw.bool()),
      webhookPorts: draw.maybe(() => draw.some([8443, 9443, 15017, 443, 10250, 1], 0)),
      egressRules: isExisting ? undefined : draw.maybe(() => draw.bool()),
      dns: draw.maybe(() => dnsOf(draw, isAutopilot)),
      existing: isExisting ? existingOf(draw, region) : undefined,
    },
  };
}

function dnsOf(draw: Draw, isAutopilot: boolean): GkeNetworkSpec["dns"] {
  const by = draw.maybe(() => (isAutopilot ? "cloud-dns" : draw.one(["cloud-dns", "kube-dns"] as const)));
  const nodeCache = draw.maybe(() => isAutopilot || draw.bool());
  if (by === "kube-dns") return { by, nodeCache };
  const scope = draw.maybe(() => draw.one(["cluster", "vpc"] as const));
  return {
    by,
    nodeCache,
    scope,
    domain: scope === "vpc" ? "shop.internal" : draw.maybe(() => "shop.internal"),
    vpcDomain: scope === "vpc" ? undefined : draw.maybe(() => "shop.vpc"),
  };
}

function existingOf(draw: Draw, region: string): NonNullable<GkeNetworkSpec["existing"]> {
  const hostProject = draw.maybe(() => "network-host");
  const project = hostProject ?? "shop-production";
  const isShort = hostProject === undefined && draw.bool();
  return {
    network: isShort ? "shared" : `projects/${project}/global/networks/shared`,
    subnetwork: isShort ? "nodes" : `projects/${project}/regions/${region}/subnetworks/nodes`,
    podRange: "pods",
    serviceRange: "services",
    morePodRanges: draw.maybe(() => draw.some(["pods-a", "pods-b"], 0)),
    nodeCidr: draw.maybe(() => "10.64.0.0/16"),
    podCidr: draw.maybe(() => "10.0.0.0/11"),
    serviceCidr: draw.maybe(() => "10.65.0.0/20"),
    hostProject,
    hostGrants: hostProject ? draw.maybe(() => draw.bool()) : undefined,
  };
}

function accessOf(draw: Draw, { network }: Frame): GkeAccessSpec {
  const isPrivate = network?.private === true;
  const member = () =>
    draw.one([
      `group:${draw.label(20)}@example.com`,
      `user:${draw.label(20)}@example.com`,
      `serviceAccount:${draw.label(20)}@shop-production.iam.gserviceaccount.com`,
    ]);
  const anyMember = () =>
    draw.one([member(), `principal://iam.googleapis.com/projects/123/locations/global/x/${draw.label(20)}`]);
  const grants = () =>
    draw.list(
      1,
      3,
      () => ({ principal: member(), namespaces: draw.maybe(() => namespaces(draw)) }),
      ({ principal }) => principal,
    );
  const lists = {
    admins: draw.list(0, 3, anyMember),
    editors: draw.maybe(grants),
    viewers: draw.maybe(grants),
  };
  const taken = new Set<string>(lists.admins);
  const own = <T extends { readonly principal: string }>(list: readonly T[] | undefined) =>
    list?.filter(({ principal }) => (taken.has(principal) ? false : taken.add(principal)));
  const isShut = draw.chance(10);
  const common = {
    admins: lists.admins,
    editors: own(lists.editors),
    viewers: own(lists.viewers),
    private: draw.maybe(() => true as const),
    securityGroup: draw.maybe(() => "gke-security-groups@example.com"),
  };
  if (isShut)
    return { ...common, ipEndpoint: false, dnsEndpoint: true, globalAccess: draw.maybe(() => false) };
  return {
    ...common,
    publicFrom: isPrivate ? draw.maybe(() => []) : draw.maybe(() => publicRanges(draw)),
    privateFrom: draw.maybe(() => draw.some(["10.240.0.0/16", "172.30.0.0/24", "192.168.7.0/24"], 0)),
    dnsEndpoint: draw.maybe(() => draw.bool()),
    ipEndpoint: draw.maybe(() => true),
    googleCloud: isPrivate ? draw.maybe(() => false) : draw.maybe(() => draw.bool()),
    globalAccess: draw.maybe(() => draw.bool()),
    endpointAddress: draw.maybe(() =>
      draw.one([
        { peeringCidr: rangeIn(draw, ["172.31.0.0/16"], 28, 28) },
        network?.existing
          ? { subnetwork: "projects/shop-production/regions/europe-west3/subnetworks/endpoint" }
          : { cidr: rangeIn(draw, ["172.25.0.0/16"], 24, 28) },
      ]),
    ),
  };
}

// --- Node groups ------------------------------------------------------------------------------------------------

/** Machine types of all kinds: by what can be said of them. */
const machines = {
  usual: [
    "e2-standard-4",
    "n2-standard-4",
    "n2d-standard-8",
    "n4-standard-4",
    "c3-standard-8",
    "c4-standard-8",
    "t2d-standard-4",
    "n1-standard-8",
    "c2-standard-8",
    "c2d-standard-32",
    "c3d-standard-60",
    "n4d-standard-8",
    "c4d-standard-8",
    "n2-standard-32",
    "m3-ultramem-32",
    "e2-custom-4-8192",
  ],
  arm: ["t2a-standard-4", "c4a-standard-8", "n4a-standard-4"],
  confidential: ["n2d-standard-8", "c3-standard-8", "c3d-standard-60", "c4d-standard-8"],
  gpu: ["g2-standard-8", "a2-highgpu-1g", "a3-highgpu-8g", "g4-standard-48", "a2-ultragpu-1g"],
  tpu: ["ct5lp-hightpu-4t", "ct6e-standard-4t", "ct5p-hightpu-4t"],
  localSsd: ["c3-standard-8-lssd", "c4-standard-8-lssd", "z3-highmem-88"],
} as const;

function groupsOf(draw: Draw, frame: Frame): GkeNodeGroupSpec[] {
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
    maxPods: draw.maybe(() => draw.int(10, 250)),
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

function gpuOf(draw: Draw, machine: string, brings: boolean, isWindows: boolean): GkeNodeGroupSpec["gpu"] {
  const driver = draw.maybe(() => draw.one(["default", "latest", "none"] as const));
  if (machine.startsWith("n1-") && !isWindows && draw.chance(40)) {
    const type = draw.one(Object.keys(attachableGpus).filter((name) => name.startsWith("nvidia")));
    return { type, count: draw.one(attachableGpus[type]), driver, sharing: sharingOf(draw, false) };
  }
  if (!brings) return undefined;
  const own = gpusOf(machine)!;
  const isPartitioned = machine.startsWith("a2-highgpu") && draw.chance(40);
  return {
    type: draw.maybe(() => own.type),
    count: draw.maybe(() => own.count),
    driver,
    partition: isPartitioned ? "1g.5gb" : undefined,
    sharing: sharingOf(draw, isPartitioned),
  };
}

const sharingOf = (draw: Draw, isPartitioned: boolean) =>
  draw.maybe(() => ({
    strategy: isPartitioned ? ("time-sharing" as const) : draw.one(["time-sharing", "mps"] as const),
    clients: draw.int(2, 48),
  }));

function confidentialOf(draw: Draw, machine: string): GkeNodeGroupSpec["confidential"] {
  const words = { SEV: "sev", SEV_SNP: "sev-snp", TDX: "tdx" } as const;
  const able = (machineFamily(machine)?.confidential ?? []).map((technique) => words[technique]);
  return able.length > 0 && draw.chance(60) ? draw.one(able) : draw.maybe(() => "none" as const);
}

function localSsdOf(draw: Draw, machine: string, brings: boolean): GkeNodeGroupSpec["localSsd"] {
  const isChosen = machineFamily(machine)?.localSsd === "chosen" && /^(n2|n2d|n1|c2|c2d)-/.test(machine);
  if (!brings && !(isChosen && draw.chance(25))) return undefined;
  const count = brings
    ? machine.startsWith("z3")
      ? 12
      : machine.startsWith("c3")
        ? 2
        : 1
    : draw.one([4, 8]);
  const use = draw.maybe(() => draw.one(["ephemeral", "block"] as const));
  return {
    count,
    use,
    dataCacheCount: use === "block" ? undefined : draw.maybe(() => draw.int(0, 1)),
    encryption: draw.maybe(() => draw.one(["standard", "ephemeral-key"] as const)),
  };
}

function diskOf(
  draw: Draw,
  { region, disksKey }: Frame,
  machine: string,
  zones: readonly string[],
  isWindows: boolean,
  isConfidential: boolean,
): GkeDiskSpec {
  const type = draw.maybe(() => draw.one(bootDisksOf(machine)!));
  const isHyperdisk = (type ?? diskTypeOf(machine)) === "hyperdisk-balanced";
  const sizeGiB = draw.maybe(() => draw.int(isWindows ? 50 : 10, 2000));
  const kmsKeyId = draw.maybe(() => key(draw, region));
  return {
    type,
    sizeGiB,
    iops: isHyperdisk ? draw.maybe(() => 3000) : undefined,
    throughputMiBps: isHyperdisk ? draw.maybe(() => draw.int(140, 750)) : undefined,
    kmsKeyId,
    storagePools: isHyperdisk
      ? draw.maybe(() => zones.map((zone) => `projects/shop-production/zones/${zone}/storagePools/nodes`))
      : undefined,
    confidential:
      isHyperdisk && isConfidential && (disksKey || kmsKeyId !== undefined) ? draw.bool() : undefined,
  };
}

function upgradeOf(draw: Draw, waits: boolean): GkeNodeUpgradeSpec {
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

function machineOf(draw: Draw, machine: string, hasGpus: boolean): GkeNodeGroupSpec["machine"] {
  const isThreaded = !/^(t2d|t2a|c4a|n4a|h3|h4d|e2)-/.test(machine);
  const isIntel = /^(n2|c3|c4|n4|n1|c2)-/.test(machine) && !hasGpus;
  return {
    threadsPerCore: isThreaded ? draw.maybe(() => draw.one([1, 2] as const)) : undefined,
    nestedVirtualization: isIntel ? draw.maybe(() => draw.bool()) : undefined,
    performanceMonitoring: draw.maybe(() => draw.one(["architectural", "standard", "enhanced"] as const)),
    minCpuPlatform: machineFamily(machine)?.minCpuPlatform
      ? draw.maybe(() => draw.one(["Intel Ice Lake", "AMD Milan"]))
      : undefined,
    hostMaintenance: draw.maybe(() => draw.one(["as-needed", "periodic"] as const)),
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

// --- The rest ---------------------------------------------------------------------------------------------------

function storageOf(draw: Draw, { region, zones, isAutopilot }: Frame): GkeStorageSpec | undefined {
  const block = draw.maybe(() =>
    draw.one([true, { defaultClass: draw.maybe(() => draw.bool()) }, ...(isAutopilot ? [] : [false])]),
  );
  const hasDisks = block !== false;
  return {
    block,
    file: draw.maybe(() => draw.one([true, false, fileOf(draw, region, zones)])),
    object: draw.maybe(() => ({
      buckets: draw.list(1, 3, () => `b${draw.label(40)}x`),
      readOnly: draw.maybe(() => draw.bool()),
      namespaces: draw.maybe(() => namespaces(draw)),
    })),
    snapshots: hasDisks ? draw.maybe(() => draw.bool()) : undefined,
    backup: draw.maybe(() => draw.one([true, false, backupOf(draw, region)])),
    parallelstore: draw.maybe(() => draw.bool()),
    lustre: draw.maybe(() => draw.one([true, false, "legacy-port" as const])),
    statefulHa: hasDisks && !isAutopilot ? draw.maybe(() => draw.bool()) : undefined,
  };
}

function fileOf(
  draw: Draw,
  region: string,
  zones: readonly string[],
): Exclude<GkeStorageSpec["file"], boolean> {
  const tier = draw.maybe(() =>
    draw.one(["basic-hdd", "basic-ssd", "zonal", "regional", "enterprise"] as const),
  );
  const [least, most, step] = fileTiers[tier ?? "basic-hdd"].bands[0];
  const isNewer = tier === "zonal" || tier === "regional" || tier === "enterprise";
  const isZonal = tier !== "regional" && tier !== "enterprise";
  return {
    tier,
    sizeGiB: draw.maybe(() => least + step * draw.int(0, Math.floor((most - least) / step))),
    zone: isZonal ? draw.maybe(() => draw.one(zones)) : undefined,
    protocol: isNewer
      ? draw.maybe(() => draw.one(["nfs-v3", "nfs-v4.1"] as const))
      : draw.maybe(() => "nfs-v3" as const),
    keyId: isNewer ? draw.maybe(() => key(draw, region)) : undefined,
  };
}

function backupOf(draw: Draw, region: string): Exclude<GkeStorageSpec["backup"], boolean> {
  const isScheduled = draw.bool();
  const lockDays = draw.maybe(() => draw.int(0, 90));
  return {
    schedule: isScheduled ? draw.maybe(() => draw.one(["0 3 * * *", "30 1 1 * *"])) : undefined,
    rpoMinutes: isScheduled ? undefined : draw.maybe(() => draw.int(60, 86400)),
    retentionDays:
      lockDays === undefined ? draw.maybe(() => draw.int(7, 365)) : draw.int(Math.max(1, lockDays), 365),
    lockDays,
    keyId: draw.maybe(() => key(draw, region)),
    namespaces: draw.maybe(() => namespaces(draw)),
    includeSecrets: draw.maybe(() => draw.bool()),
    includeVolumes: draw.maybe(() => draw.bool()),
  };
}

function encryptionOf(
  draw: Draw,
  { region }: Frame,
  disks: NonNullable<GkeClusterSpec["encryption"]>["disks"],
): GkeClusterSpec["encryption"] {
  const secrets = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  return {
    secrets,
    keyId: secrets === "platform-key" ? undefined : draw.maybe(() => key(draw, region)),
    disks,
    disksKeyId: disks === "customer-key" ? draw.maybe(() => key(draw, region)) : undefined,
    rotationDays: draw.maybe(() => draw.int(1, 3650)),
    keyRing: draw.maybe(() => draw.label(63)),
    protectionLevel: draw.maybe(() => draw.one(["software", "hsm"] as const)),
  };
}

function workloadsOf(draw: Draw, { region }: Frame): NonNullable<GkeClusterSpec["workloadIdentities"]> {
  const targets = [
    {},
    { project: "data-platform" },
    { bucket: "shop-catalogue" },
    { secret: "orders-database" },
    { topic: "orders" },
    { subscription: "orders-worker" },
    { key: `projects/shop-production/locations/${region}/keyRings/shop/cryptoKeys/orders` },
    { dataset: "shop" },
    { repository: `projects/shop-production/locations/${region}/repositories/images` },
  ];
  return draw.list(
    0,
    4,
    () => {
      const via = draw.maybe(() => draw.one(["direct", "service-account"] as const));
      return {
        ...account(draw),
        grants: draw.maybe(() =>
          draw.some(targets, 0, 4).map((target) => ({
            role: draw.one(["roles/storage.objectViewer", "projects/shop-production/roles/orders"]),
            ...target,
            condition: draw.maybe(() => ({
              title: "weekdays",
              expression: "request.time.getDayOfWeek() < 6",
            })),
          })),
        ),
        via,
        serviceAccountEmail:
          via === "service-account"
            ? draw.maybe(() => "orders@shop-production.iam.gserviceaccount.com")
            : undefined,
      };
    },
    ({ namespace, serviceAccount }) => `${namespace}_${serviceAccount}`.replace(/-+/g, "_"),
  );
}

function observabilityOf(draw: Draw, { isAutopilot, isV2 }: Frame): GkeClusterSpec["observability"] {
  const prometheus = isAutopilot ? draw.maybe(() => true) : draw.maybe(() => draw.one([true, false]));
  const collected = [
    "STORAGE",
    "HPA",
    "POD",
    "DAEMONSET",
    "DEPLOYMENT",
    "STATEFULSET",
    "CADVISOR",
    "KUBELET",
    "DCGM",
    "JOBSET",
  ] as const;
  const plain = ["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER"] as const;
  const ifV2 = () => (isV2 ? draw.maybe(() => draw.bool()) : draw.maybe(() => false));
  return {
    retentionDays: draw.maybe(() => draw.int(1, 3650)),
    keepLogs: draw.maybe(() => false as const),
    logTypes: draw.maybe(() => [
      "SYSTEM_COMPONENTS" as const,
      ...(isAutopilot ? (["WORKLOADS"] as const) : draw.some(["WORKLOADS"] as const, 0)),
      ...draw.some(
        ["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER", "KCP_CONNECTION", "KCP_SSHD", "KCP_HPA"] as const,
        0,
      ),
    ]),
    metrics: draw.maybe(() => [
      "SYSTEM_COMPONENTS" as const,
      ...draw.some(plain, 0),
      ...(prometheus === false ? [] : draw.some(collected, 0)),
    ]),
    managedPrometheus: prometheus,
    autoMonitoring: draw.maybe(() => prometheus !== false && draw.bool()),
    trafficMetrics: ifV2(),
    trafficRelay: ifV2(),
    costAllocation: draw.maybe(() => draw.bool()),
    usageMetering: draw.maybe(() => ({
      dataset: draw.maybe(() => "gke_usage"),
      egress: draw.maybe(() => draw.bool()),
    })),
    notifications: draw.maybe(() =>
      draw.one([
        true,
        false,
        {
          topic: draw.maybe(() => "projects/shop-production/topics/gke"),
          events: draw.maybe(() =>
            draw.some([
              "UPGRADE_AVAILABLE_EVENT",
              "UPGRADE_EVENT",
              "SECURITY_BULLETIN_EVENT",
              "UPGRADE_INFO_EVENT",
            ] as const),
          ),
        },
      ]),
    ),
  };
}

function upgradesOf(draw: Draw, { channel }: Frame): GkeClusterSpec["upgrades"] {
  return {
    channel,
    window: draw.maybe(() => window(draw, [4, 24], draw.bool() ? [3, 7] : undefined)),
    pauses: draw.maybe(() =>
      draw.list(
        0,
        3,
        () => ({
          name: draw.label(20),
          from: "2026-12-20T00:00:00Z",
          until: `2027-01-0${draw.int(1, 9)}T00:00:00Z`,
          scope: draw.maybe(() =>
            channel === "none" ? "all" : draw.one(["all", "minor", "minor-and-nodes"] as const),
          ),
        }),
        ({ name }) => name,
      ),
    ),
    acceleratedPatches: draw.maybe(() => channel !== "none" && draw.bool()),
  };
}

function optionsOf(draw: Draw, frame: Frame): GkeOptions {
  const { isAutopilot, isAlpha, isNewer, autoscaling, region } = frame;
  const isProvisioned = autoscaling === "auto-provisioning";
  const makesNodes = isAutopilot || isProvisioned;
  return {
    mode: isAutopilot ? "autopilot" : draw.maybe(() => "standard" as const),
    project: draw.maybe(() => "shop-production"),
    projectServices: draw.maybe(() => draw.bool()),
    controlPlane: draw.maybe(() => (isAutopilot ? "regional" : draw.one(["regional", "zonal"] as const))),
    providerMinimum: isNewer ? "7.22.0" : draw.maybe(() => draw.one(["6.50.0", "7.0.0"])),
    nodeServiceAccountEmail: draw.maybe(() => "all-nodes@shop-production.iam.gserviceaccount.com"),
    imageProjects: draw.maybe(() => draw.some(["shared-images", "team-images"], 0)),
    binaryAuthorization: draw.maybe(() => draw.bool()),
    securityPosture: draw.maybe(() => draw.one(["disabled", "basic", "enterprise"] as const)),
    vulnerabilityScanning: draw.maybe(() => draw.one(["disabled", "basic", "enterprise"] as const)),
    anonymousAccess: draw.maybe(() => draw.one(["limited", "enabled"] as const)),
    secretManager: draw.maybe(() => draw.bool()),
    configConnector: draw.maybe(() => !isAutopilot && draw.bool()),
    ray: draw.maybe(() => draw.bool()),
    identityService: draw.maybe(() => draw.bool()),
    meshCertificates: draw.maybe(() => draw.bool()),
    verticalPodAutoscaling: draw.maybe(() => isAutopilot || draw.bool()),
    horizontalPodAutoscaling: draw.maybe(() => draw.one(["none", "performance"] as const)),
    fleetProject: draw.maybe(() => "fleet-host"),
    betaApis: draw.maybe(() => ["resource.k8s.io/v1beta1/deviceclasses"]),
    alphaFeatures: isAlpha ? true : draw.maybe(() => false),
    controlPlaneKeys: draw.seldom(() => controlPlaneKeysOf(draw, region)),
    autoscalingProfile: isAutopilot
      ? undefined
      : draw.maybe(() => draw.one(["balanced", "optimize-utilization"] as const)),
    autoProvisioning: isProvisioned ? provisioningOf(draw, frame) : undefined,
    defaultComputeClass: draw.maybe(() => isNewer && draw.bool()),
    allowNetAdmin: isAutopilot ? draw.maybe(() => draw.bool()) : undefined,
    autoNetworkTags: makesNodes ? draw.maybe(() => networkTags(draw)) : undefined,
    autoResourceManagerTags: makesNodes ? draw.maybe(() => managerTags(draw)) : undefined,
  };
}

function controlPlaneKeysOf(draw: Draw, region: string): GkeOptions["controlPlaneKeys"] {
  const pool = () =>
    draw.maybe(() => `projects/shop-production/locations/${region}/caPools/${draw.label(10)}`);
  const versions = () => draw.maybe(() => [`${key(draw, region)}/cryptoKeyVersions/1`]);
  return {
    clusterCa: pool(),
    etcdApiCa: pool(),
    etcdPeerCa: pool(),
    aggregationCa: pool(),
    serviceAccountSigningKeys: versions(),
    serviceAccountVerificationKeys: versions(),
    controlPlaneDisksKeyId: draw.maybe(() => key(draw, region)),
    etcdBackupKeyId: draw.maybe(() => key(draw, region)),
  };
}

function provisioningOf(draw: Draw, { zones }: Frame): GkeOptions["autoProvisioning"] {
  const bounds = () => {
    const min = draw.maybe(() => draw.int(0, 10));
    return { min, max: draw.int(Math.max(1, min ?? 0), 1000) };
  };
  return {
    cpu: bounds(),
    memoryGiB: bounds(),
    gpus: draw.maybe(() => ({ "nvidia-l4": bounds() })),
    zones: draw.maybe(() => draw.some(zones)),
    image: draw.maybe(() => draw.one(["cos", "ubuntu"] as const)),
    disk: draw.maybe(() => ({
      sizeGiB: draw.maybe(() => draw.int(10, 500)),
      type: draw.maybe(() => draw.one(["pd-standard", "pd-balanced", "pd-ssd"] as const)),
    })),
    minCpuPlatform: draw.maybe(() => "Intel Ice Lake"),
    upgrade: draw.one([undefined, upgradeOf(draw, false)]),
  };
}

// --- What must fit ----------------------------------------------------------------------------------------------

/** The description with so much room for its nodes as it needs: the widest network, then fewer nodes. */
function fitting(spec: GkeClusterSpec): GkeClusterSpec {
  const { network, nodeGroups } = spec;
  const widest: GkeClusterSpec = {
    ...spec,
    network: said({
      ...network,
      cidr: network?.existing ? undefined : "10.0.0.0/9",
      podCidr: network?.podCidr && "100.64.0.0/11",
    }),
  };
  const small: GkeClusterSpec = {
    ...widest,
    nodeGroups: nodeGroups.map((group) =>
      said({ ...group, size: fewer(group.size), maxPods: 10, podRange: undefined }),
    ),
  };
  return [spec, widest, small].find(hasRoom) ?? small;
}

const hasRoom = (spec: GkeClusterSpec): boolean =>
  planOf(spec).supplies.every((supply) => supply.isQuota || verdictOf(supply) !== "short");

function fewer(sized: GkeNodeGroupSpec["size"]): GkeNodeGroupSpec["size"] {
  const cut = (number: number) => Math.min(number, 6);
  return typeof sized === "number" ? cut(sized) : { min: cut(sized.min), max: cut(sized.max) };
}
