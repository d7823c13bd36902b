import { verdictOf } from "../../modules/cluster/plan";
import { planOf } from "../../modules/aks/capacity";
import {
  ephemeralRoomGiB,
  hasAmdGpus,
  hasGpus,
  isPartitionable,
  vmSize,
  vmSizeNames,
} from "../../modules/aks/machine-types";
import type {
  AksAccessSpec,
  AksAutoscalerSpec,
  AksClusterSpec,
  AksDiskSpec,
  AksEgress,
  AksExistingNetwork,
  AksNetworkSpec,
  AksNodeGroupSpec,
  AksOptions,
} from "../../modules/aks/props";
import { sysctls } from "../../modules/aks/sysctls";
import { knownMinors, supportStatus } from "../../modules/aks/versions";
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
  size,
  tags,
  taints,
  today,
  window,
  withOwnNames,
} from "./common";
import { type Draw, drawn, said } from "./draw";

/** Right clusters on AKS, over all that the vocabulary has. */
export const aksClusters = drawn((draw) => fitting(cluster(draw)));

/** What the parts of a description need to know of each other. */
interface Frame {
  readonly region: string;
  readonly minor: number;
  readonly network: AksNetworkSpec | undefined;
  readonly zones: readonly string[];
  readonly autoscaling: AksClusterSpec["autoscaling"];
  readonly access: AksAccessSpec;
  readonly podNetwork: NonNullable<AksNetworkSpec["podNetwork"]>;
  readonly policy: string;
  readonly egress: AksEgress["type"];

  /** Every group must be in parts of one zone each. */
  readonly natPerZone: boolean;
  readonly support: "standard" | "long-term" | undefined;
}

/** With zones, of the public cloud. */
const regions = [
  "westeurope",
  "northeurope",
  "eastus2",
  "germanywestcentral",
  "westus3",
  "japaneast",
  "swedencentral",
];

const subscription = "00000000-1111-2222-3333-444444444444";

/** The id of a resource that is somebody else's. */
const resource = (type: string, name: string, group = "shared"): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}`;

const vault = (name: string) => resource("Microsoft.KeyVault/vaults", name);

function cluster(draw: Draw): AksClusterSpec {
  const region = draw.one(regions);
  const minors = knownMinors().filter((minor) => supportStatus(minor, today) !== "unsupported");
  const version = draw.one(minors);
  const minor = Number(version.slice(2));
  const isLongTerm = supportStatus(version, today) === "long-term";
  const support = isLongTerm ? "long-term" : draw.maybe(() => draw.one(["standard", "long-term"] as const));
  const autoscaling = draw.one([undefined, "cluster-autoscaler", "none", "auto-provisioning"] as const);
  const { network, zones } = networkOf(draw, autoscaling === "auto-provisioning");
  const podNetwork = network?.podNetwork ?? "overlay";
  const usual = { overlay: "cilium", "pod-subnet": "cilium", flat: "azure", kubenet: "calico", none: "none" };
  const egress = network?.egress?.type ?? (network?.nat === "none" ? "none" : "nat-gateway");
  const access = accessOf(draw, network, egress, region);
  const frame: Frame = {
    region,
    minor,
    network,
    zones,
    autoscaling,
    access,
    podNetwork,
    policy: network?.networkPolicy ?? usual[podNetwork],
    egress,
    natPerZone: network?.nat === "per-zone" && network.existing === undefined,
    support,
  };
  const channel = draw.maybe(() => draw.one(["patch", "none", "stable", "rapid"] as const));
  const options = optionsOf(draw, frame);
  const nodeGroups = groupsOf(draw, frame);
  return said<AksClusterSpec>({
    platform: "aks",
    name: draw.label(ownName(63)),
    region,
    kubernetesVersion: channel === "none" ? draw.one([version, `${version}.2`]) : version,
    network,
    access,
    nodeGroups,
    autoscaling,
    storage: storageOf(draw, frame),
    encryption: draw.maybe(() => encryptionOf(draw, frame)),
    loadBalancing: draw.maybe(() => loadBalancingOf(draw, frame)),
    dns: draw.maybe(() => ({
      zones: draw.some([
        resource("Microsoft.Network/dnszones", "example.com").replace("dnszones", "dnsZones"),
        resource("Microsoft.Network/privateDnsZones", "example.internal"),
      ]),
    })),
    workloadIdentities: draw.maybe(() =>
      draw.list(
        0,
        4,
        () => ({
          ...account(draw),
          grants: draw.maybe(() =>
            draw
              .some(["Storage Blob Data Reader", "Key Vault Secrets User", "Reader"], 0)
              .map((role) => ({ role, scope: draw.one([`/subscriptions/${subscription}`, vault("shop")]) })),
          ),
        }),
        ({ namespace, serviceAccount }) => `${namespace}_${serviceAccount}`.replace(/-+/g, "_"),
      ),
    ),
    observability: draw.maybe(() => observabilityOf(draw)),
    upgrades: upgradesOf(draw, channel, support),
    protection: draw.maybe(() => draw.bool()),
    tags: draw.maybe(() => tags(draw)),
    aks: said({ ...options, tier: support === "long-term" ? "premium" : options?.tier }),
  });
}

// --- Network ----------------------------------------------------------------------------------------------------

function networkOf(
  draw: Draw,
  isProvisioned: boolean,
): { readonly network: AksNetworkSpec | undefined; readonly zones: readonly string[] } {
  const all = ["1", "2", "3"];
  const named = draw.maybe(() => draw.one([draw.int(1, 3), draw.some(all)]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const isExisting = draw.chance(15);
  const podNetwork = draw.maybe(() =>
    draw.one(
      isProvisioned
        ? (["overlay", "pod-subnet", "flat"] as const)
        : (["overlay", "pod-subnet", "flat", "kubenet", "none"] as const),
    ),
  );
  const mode = podNetwork ?? "overlay";
  const policies = {
    overlay: ["cilium", "azure", "calico", "none"],
    "pod-subnet": ["cilium", "azure", "calico", "none"],
    flat: ["azure", "calico", "none"],
    kubenet: ["calico", "none"],
    none: ["none"],
  } as const;
  const networkPolicy = draw.maybe(() =>
    draw.one<NonNullable<AksNetworkSpec["networkPolicy"]>>(
      policies[mode].filter((policy) => !isProvisioned || policy !== "calico"),
    ),
  );
  const isOverlay = mode === "overlay" || mode === "kubenet";
  const usesCilium =
    (networkPolicy ?? (mode === "overlay" || mode === "pod-subnet" ? "cilium" : "")) === "cilium";
  const isPrivate = draw.seldom(() => true, 10);
  const dualStack = isOverlay && !isPrivate && !isProvisioned ? draw.seldom(() => true, 10) : undefined;
  const nat =
    isExisting || isPrivate || dualStack
      ? undefined
      : draw.maybe(() =>
          draw.one([
            "single" as const,
            "none" as const,
            "regional" as const,
            ...(mode === "pod-subnet" ? [] : (["per-zone"] as const)),
          ]),
        );
  return {
    zones,
    network: {
      cidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, networks, 9, 20)),
      zones: named,
      nat,
      private: isPrivate ?? draw.maybe(() => false),
      ipFamily: draw.maybe(() => "ipv4" as const),
      podCidr: isOverlay ? draw.maybe(() => rangeIn(draw, blocks.pods.slice(0, 1), 11, 16)) : undefined,
      serviceCidr: draw.maybe(() => rangeIn(draw, ["10.128.0.0/11", "172.24.0.0/15"], 12, 24)),
      podNetwork,
      networkPolicy,
      advancedNetworking: usesCilium
        ? draw.maybe(() => ({
            observability: draw.maybe(() => draw.bool()),
            security: draw.maybe(() => draw.bool()),
          }))
        : undefined,
      dualStack: dualStack ?? (isOverlay ? draw.maybe(() => false) : undefined),
      egress: egressOf(draw, {
        isExisting,
        isPrivate: isPrivate ?? false,
        dualStack: dualStack ?? false,
        nat,
      }),
      existing: isExisting ? existingOf(draw, mode === "pod-subnet") : undefined,
      httpProxy: isProvisioned
        ? undefined
        : draw.maybe(() => {
            const http = draw.maybe(() => "http://proxy.example.com:3128");
            return {
              http,
              https: http
                ? draw.maybe(() => "https://proxy.example.com:3129/")
                : "http://proxy.example.com:3129",
              noProxy: draw.maybe(() => draw.some(["localhost", "10.0.0.0/8"], 0)),
              trustedCa: draw.maybe(() => certificate),
            };
          }),
    },
  };
}

const networks = ["10.0.0.0/9", "172.20.0.0/14", "192.168.0.0/16", "100.96.0.0/11"];

const certificate = Buffer.from("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n").toString(
  "base64",
);

const registry = resource("Microsoft.ContainerRegistry/registries", "images");

interface Ways {
  readonly isExisting: boolean;
  readonly isPrivate: boolean;
  readonly dualStack: boolean;
  readonly nat: AksNetworkSpec["nat"];
}

function egressOf(draw: Draw, { isExisting, isPrivate, dualStack, nat }: Ways): AksEgress | undefined {
  const idleTimeoutMinutes = (most: number) => draw.maybe(() => draw.int(4, most));
  const loadBalancer = (): AksEgress => {
    const source = draw.one(["ips", "ipIds", "prefixIds"] as const);
    return {
      type: "load-balancer",
      ips: source === "ips" ? draw.maybe(() => draw.int(1, 100)) : undefined,
      ipIds: source === "ipIds" ? [resource("Microsoft.Network/publicIPAddresses", "out")] : undefined,
      prefixIds: source === "prefixIds" ? [resource("Microsoft.Network/publicIPPrefixes", "out")] : undefined,
      portsPerNode: draw.maybe(() => 8 * draw.int(0, 8)),
      idleTimeoutMinutes: idleTimeoutMinutes(100),
    };
  };
  const gateway = (): AksEgress => ({ type: "nat-gateway", idleTimeoutMinutes: idleTimeoutMinutes(120) });
  if (isPrivate || nat === "none") return { type: "none", registryId: registry };
  if (dualStack) return loadBalancer();
  if (nat !== undefined) return draw.maybe(gateway);
  return draw.maybe(() =>
    draw.one([
      gateway,
      loadBalancer,
      ...(isExisting
        ? []
        : [
            (): AksEgress => ({
              type: "managed-nat",
              ips: draw.maybe(() => draw.int(1, 16)),
              idleTimeoutMinutes: idleTimeoutMinutes(120),
            }),
          ]),
      (): AksEgress =>
        isExisting || draw.bool()
          ? { type: "route-table", routeTableId: resource("Microsoft.Network/routeTables", "out") }
          : { type: "route-table", nextHopAddress: "10.250.0.4" },
    ])(),
  );
}

function existingOf(draw: Draw, hasPodSubnet: boolean): AksExistingNetwork {
  const vnetId = resource("Microsoft.Network/virtualNetworks", "hub", "network");
  const subnet = (name: string) => `${vnetId}/subnets/${name}`;
  return {
    vnetId,
    nodeSubnetId: subnet("nodes"),
    nodeSubnetCidr: draw.maybe(() => "10.64.0.0/16"),
    podSubnetId: hasPodSubnet ? subnet("pods") : undefined,
    podSubnetCidr: hasPodSubnet ? draw.maybe(() => "10.65.0.0/16") : undefined,
    apiServerSubnetId: subnet("api-server"),
    endpointSubnetId: draw.maybe(() => subnet("endpoints")),
  };
}

function accessOf(
  draw: Draw,
  network: AksNetworkSpec | undefined,
  egress: AksEgress["type"],
  region: string,
): AksAccessSpec {
  const isPublic = !network?.private && draw.chance(50);
  const isInNetwork = (isPublic && egress === "none") || draw.chance(75);
  const grants = () =>
    draw.list(1, 3, () => ({ principal: draw.uuid(), namespaces: draw.maybe(() => namespaces(draw)) }));
  const kind = isInNetwork ? "private" : "privatelink";
  return {
    private: isInNetwork ? draw.maybe(() => true) : false,
    publicFrom: isPublic ? publicRanges(draw) : draw.maybe(() => []),
    admins: draw.list(0, 3, () => draw.uuid()),
    editors: draw.maybe(grants),
    viewers: draw.maybe(grants),
    tenantId: draw.maybe(() => draw.uuid()),
    privateDnsZone: isPublic
      ? undefined
      : draw.maybe(() =>
          draw.one([
            "new",
            "system",
            resource("Microsoft.Network/privateDnsZones", `${kind}.${region}.azmk8s.io`),
          ]),
        ),
    publicFqdn: isPublic ? undefined : draw.maybe(() => draw.bool()),
  };
}

// --- Node groups ------------------------------------------------------------------------------------------------

/** Sizes for nodes, by what they have. */
const sizes = vmSizeNames()
  .filter((name) => /^Standard_[DEFNLB]/.test(name) && vmSize(name)!.vcpus >= 4 && vmSize(name)!.vcpus <= 32)
  .filter((name) => /^Standard_[A-Z][A-Za-z0-9]*(-\d+)?[a-z]*(_[A-Za-z0-9]+)*$/.test(name));

const plain = sizes.filter((name) => !hasGpus(name) && !/^Standard_NP/.test(name));
const withGpus = sizes.filter((name) => hasGpus(name) && !hasAmdGpus(name));
const amd = sizes.filter(hasAmdGpus);
const partitionable = vmSizeNames().filter(isPartitionable);

function groupsOf(draw: Draw, frame: Frame): AksNodeGroupSpec[] {
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
    repair: draw.maybe(() => true),
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

function machineOf(
  draw: Draw,
  gpu: "nvidia" | "amd" | "parts" | undefined,
  isWindows: boolean,
  isSystem: boolean,
): string {
  if (gpu === "parts") return draw.one(partitionable);
  if (gpu === "amd" && amd.length > 0) return draw.one(amd);
  if (gpu) return draw.one(withGpus);
  const fits = plain.filter(
    (name) =>
      (!isWindows || vmSize(name)!.architecture === "x86_64") && (!isSystem || !/^Standard_B/.test(name)),
  );
  return draw.one(fits);
}

function diskOf(draw: Draw, machine: string): AksDiskSpec {
  const room = ephemeralRoomGiB(machine);
  const kubelet = draw.maybe(() => draw.one(["os", "temporary"] as const));
  if (room !== undefined && room >= 30 && draw.bool()) {
    return { type: "ephemeral", sizeGiB: draw.int(30, Math.min(room, 2048)), kubelet };
  }
  return {
    sizeGiB: draw.maybe(() => draw.int(30, 2048)),
    type: draw.maybe(() => "managed" as const),
    kubelet,
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

// --- The rest ---------------------------------------------------------------------------------------------------

function storageOf(draw: Draw, { network, egress }: Frame): AksClusterSpec["storage"] {
  return draw.maybe(() => {
    const block = draw.maybe(() => draw.one([true, false, { defaultClass: draw.maybe(() => draw.bool()) }]));
    return {
      block,
      file: draw.maybe(() =>
        draw.one([
          true,
          false,
          {
            sizeGiB: draw.maybe(() => draw.int(100, 102_400)),
            redundancy: draw.maybe(() => draw.one(["zones", "local"] as const)),
          },
        ]),
      ),
      object: draw.maybe(() => ({
        buckets: draw.list(
          1,
          3,
          () =>
            `${resource("Microsoft.Storage/storageAccounts", "shopdata")}/blobServices/default/containers/${draw.label(20).padEnd(3, "x")}`,
        ),
        readOnly: draw.maybe(() => draw.bool()),
      })),
      snapshots: block === false ? undefined : draw.maybe(() => draw.bool()),
      netApp: network?.existing
        ? undefined
        : draw.maybe(() => ({
            sizeTiB: draw.int(1, 2048),
            serviceLevel: draw.maybe(() => draw.one(["Standard", "Premium", "Ultra"] as const)),
          })),
      backup:
        block === false || egress === "none"
          ? undefined
          : draw.maybe(() =>
              draw.one([
                true,
                false,
                {
                  schedule: draw.maybe(() => "R/2026-01-01T02:00:00+00:00/PT4H"),
                  retentionDays: draw.maybe(() => draw.int(1, 360)),
                },
              ]),
            ),
    };
  });
}

function encryptionOf(draw: Draw, { access }: Frame): AksClusterSpec["encryption"] {
  const isOwn = draw.bool();
  const disks = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  return {
    secrets: isOwn ? "customer-key" : draw.maybe(() => "platform-key" as const),
    keyId: isOwn ? `https://shop.vault.azure.net/keys/secrets/${draw.hex(32)}` : undefined,
    keyVaultId: isOwn ? vault("shop") : undefined,
    keyVaultIsPrivate: isOwn ? draw.maybe(() => access.private !== false && draw.bool()) : undefined,
    disks,
    disksKeyId: disks === "customer-key" ? "https://disks.vault.azure.net/keys/disks" : undefined,
    disksKeyVaultId: disks === "customer-key" ? vault("disks") : undefined,
  };
}

function loadBalancingOf(draw: Draw, { podNetwork }: Frame): AksClusterSpec["loadBalancing"] {
  const controller = draw.maybe(() => draw.bool());
  return {
    controller,
    ingress: controller ? draw.maybe(() => draw.one(["external", "internal", "none"] as const)) : undefined,
    applicationGateway:
      podNetwork === "none"
        ? undefined
        : draw.seldom(
            () =>
              draw.one([
                { gatewayId: resource("Microsoft.Network/applicationGateways", "edge") },
                { subnetId: `${resource("Microsoft.Network/virtualNetworks", "edge")}/subnets/gateway` },
              ]),
            15,
          ),
    istio: draw.maybe(() => ({
      revisions: draw.one([["asm-1-27"], ["asm-1-27", "asm-1-28"]]),
      internalGateway: draw.maybe(() => draw.bool()),
      externalGateway: draw.maybe(() => draw.bool()),
    })),
  };
}

function observabilityOf(draw: Draw): AksClusterSpec["observability"] {
  const workspaceId = draw.maybe(() => resource("Microsoft.OperationalInsights/workspaces", "logs"));
  return {
    retentionDays: workspaceId ? undefined : draw.maybe(() => draw.int(30, 730)),
    keepLogs: draw.maybe(() => false as const),
    workspaceId,
    logTypes: draw.maybe(() =>
      draw.some(
        [
          "kube-apiserver",
          "kube-audit",
          "kube-audit-admin",
          "kube-controller-manager",
          "kube-scheduler",
          "cluster-autoscaler",
          "cloud-controller-manager",
          "guard",
          "csi-azuredisk-controller",
          "csi-azurefile-controller",
          "csi-snapshot-controller",
        ] as const,
        0,
      ),
    ),
    containerInsights: draw.maybe(() => draw.bool()),
    managedPrometheus: draw.maybe(() => draw.bool()),
    defender: draw.maybe(() => draw.bool()),
  };
}

function upgradesOf(
  draw: Draw,
  channel: NonNullable<AksClusterSpec["upgrades"]>["channel"],
  support: Frame["support"],
): AksClusterSpec["upgrades"] {
  return {
    channel,
    nodeImages: draw.maybe(() => draw.one(["node-image", "security-patch", "unmanaged", "none"] as const)),
    window: draw.maybe(() => window(draw, [4, 24], [1, 1])),
    nodeWindow: draw.maybe(() => window(draw, [4, 24], draw.bool() ? [1, 1] : undefined)),
    pauses: draw.maybe(() =>
      draw.list(
        0,
        3,
        () => ({
          name: draw.label(20),
          from: "2026-12-20T00:00:00Z",
          until: `2027-01-0${draw.int(1, 9)}T00:00:00Z`,
        }),
        ({ name }) => name,
      ),
    ),
    support,
  };
}

function optionsOf(draw: Draw, frame: Frame): AksOptions | undefined {
  const isAutoscaled = (frame.autoscaling ?? "cluster-autoscaler") === "cluster-autoscaler";
  const tier = draw.maybe(() => draw.one(["standard", "premium", "free"] as const));
  const minimums = [
    ...(frame.network?.nat === "regional" && !frame.network.existing ? ["4.67.0"] : []),
    ...(frame.autoscaling === "auto-provisioning" ? ["4.57.0"] : []),
  ];
  const identity = (name: string) => resource("Microsoft.ManagedIdentity/userAssignedIdentities", name);
  return {
    tier,
    resourceGroup: draw.maybe(() => "shop-production"),
    nodeResourceGroup: draw.maybe(() => draw.label(80)),
    providerMinimum: minimums[0] ?? draw.maybe(() => draw.one(["4.55.0", "4.68.0"])),
    identities: draw.maybe(() => ({
      controlPlane: draw.maybe(() => ({ id: identity("control-plane"), principalId: draw.uuid() })),
      kubelet: draw.maybe(() => ({
        id: identity("kubelet"),
        principalId: draw.uuid(),
        clientId: draw.uuid(),
      })),
    })),
    registries: draw.maybe(() =>
      draw.some([registry, resource("Microsoft.ContainerRegistry/registries", "team")], 0),
    ),
    azurePolicy: draw.maybe(() => draw.bool()),
    keyVaultSecrets: draw.maybe(() => draw.bool()),
    keyVaultSecretsInterval: draw.maybe(() => draw.one(["2m", "1h30m"])),
    imageCleanerHours: draw.maybe(() => draw.one([0, draw.int(24, 2160)])),
    runCommand: draw.maybe(() => draw.bool()),
    costAnalysis: draw.maybe(() => (tier === "free" ? false : draw.bool())),
    keda: draw.maybe(() => draw.bool()),
    verticalPodAutoscaling: draw.maybe(() => draw.bool()),
    autoscaler: isAutoscaled ? draw.maybe(() => autoscalerOf(draw)) : undefined,
    aiToolchain: draw.maybe(() => draw.bool()),
    trustedCas: draw.maybe(() => [certificate]),
  };
}

function autoscalerOf(draw: Draw): AksAutoscalerSpec {
  const duration = () => draw.maybe(() => draw.one(["10m", "30s", "1h"]));
  const flag = () => draw.maybe(() => draw.bool());
  return {
    balanceSimilarGroups: flag(),
    expander: draw.maybe(() => draw.one(["least-waste", "most-pods", "priority", "random"] as const)),
    maxGracefulTerminationSeconds: draw.maybe(() => draw.int(0, 3600)),
    maxNodeProvisioningTime: duration(),
    maxUnreadyNodes: draw.maybe(() => draw.int(0, 20)),
    maxUnreadyPercentage: draw.maybe(() => draw.int(0, 100)),
    newPodScaleUpDelay: duration(),
    scaleDownDelayAfterAdd: duration(),
    scaleDownDelayAfterDelete: duration(),
    scaleDownDelayAfterFailure: duration(),
    scaleDownUnneeded: duration(),
    scaleDownUnready: duration(),
    scaleDownUtilization: draw.maybe(() => draw.one([0, 0.5, 1])),
    scanInterval: duration(),
    emptyBulkDeleteMax: draw.maybe(() => draw.int(1, 50)),
    skipNodesWithLocalStorage: flag(),
    skipNodesWithSystemPods: flag(),
    daemonsetEvictionForEmptyNodes: flag(),
    daemonsetEvictionForOccupiedNodes: flag(),
    ignoreDaemonsetsUtilization: flag(),
  };
}

// --- What must fit ----------------------------------------------------------------------------------------------

/** The description with so much room for its nodes as it needs: the widest network, then fewer nodes. */
function fitting(spec: AksClusterSpec): AksClusterSpec {
  const { network, nodeGroups } = spec;
  const widest: AksClusterSpec = {
    ...spec,
    network: said({
      ...network,
      cidr: network?.existing ? undefined : "10.0.0.0/9",
      podCidr: network?.podCidr && "100.64.0.0/11",
      serviceCidr: network?.serviceCidr,
    }),
  };
  const small: AksClusterSpec = {
    ...widest,
    nodeGroups: nodeGroups
      .map((group) => ({ ...group, size: fewer(group.size), maxPods: undefined }))
      .map(said),
  };
  return [spec, widest, small].find(hasRoom) ?? small;
}

const hasRoom = (spec: AksClusterSpec): boolean =>
  planOf(spec).supplies.every((supply) => supply.isQuota || verdictOf(supply) !== "short");

const fewer = (sized: AksNodeGroupSpec["size"]): AksNodeGroupSpec["size"] => {
  const cut = (number: number) => Math.min(number, 6);
  return typeof sized === "number" ? cut(sized) : { min: cut(sized.min), max: cut(sized.max) };
};
