import { vmSize } from "../azure/machine-types";
import { instanceType, podLimitOf } from "../aws/machine-types";
import { vcpusOf } from "../gke/node-groups/machine-types";
import { memoryGiBOf } from "../google/machine-memory";
import { aksAllocatable, type Allocatable, eksAllocatable, gkeAllocatable, smallest } from "./allocatable";
import type { Offer, OfferedClass, OfferedGroup, OfferedProvisioner, OfferedTaint } from "./offer";
import type { Arguments, Synthesized } from "./synthesized";

/**
 * What a cluster has for applications, from its stacks. Storage classes and classes of Ingresses are those of its stacks, and those
 * that the cloud provides.
 *
 * @param cluster - the stack of the cluster
 * @param workloads - the stack of its programs, if it has one
 * @throws Error if the stack has no EKS, AKS or GKE cluster
 */
export function offerOf(cluster: Synthesized, workloads?: Synthesized): Offer {
  const resources: Resources = cluster.terraform.resource ?? {};
  const platform = platforms.find(({ type }) => resources[type] !== undefined);
  if (!platform) throw new Error("the stack has no EKS, AKS or GKE cluster");
  const objects: Arguments[] = cluster.terraform.output?.storage_manifests?.value?.items ?? [];
  const control = Object.values(resources[platform.type])[0];
  const created = objects.filter(({ kind }) => kind === "StorageClass").map(classOf);
  // A class of the file is the default in place of that of the cloud.
  const hasDefault = created.some(({ isDefault }) => isDefault);
  const provided = platform.storageClasses(control).map((one) => ({
    ...one,
    isDefault: one.isDefault && !hasDefault,
  }));
  return {
    storageClasses: [...created, ...provided],
    ingressClasses: platform.ingressClasses(control, releasesOf(workloads)),
    volumes: objects.filter(({ kind }) => kind === "PersistentVolume").map(({ metadata }) => metadata.name),
    groups: platform.groups(resources),
    provisioners: platform.provisioners(control, resources),
  };
}

type Resources = Readonly<Record<string, Readonly<Record<string, Arguments>>>>;

interface Platform {
  /** The resource type of its clusters. */
  readonly type: string;
  readonly storageClasses: (cluster: Arguments) => readonly OfferedClass[];
  readonly ingressClasses: (cluster: Arguments, releases: ReadonlySet<string>) => readonly OfferedClass[];
  readonly groups: (resources: Resources) => OfferedGroup[];
  readonly provisioners: (cluster: Arguments, resources: Resources) => OfferedProvisioner[];
}

const platforms: readonly Platform[] = [
  {
    type: "aws_eks_cluster",
    storageClasses: () => [],
    // The chart of the controller creates the class.
    ingressClasses: (_, releases) =>
      releases.has("aws-load-balancer-controller") ? [{ name: "alb", isDefault: false }] : [],
    groups: (resources) => [
      ...named(resources.aws_eks_node_group).map(([name, group]) => eksGroup(name, group, resources)),
      ...named(resources.aws_autoscaling_group)
        .filter(([, { tag }]) => isNodes(tag))
        .map(([name, group]) => selfManagedGroup(name, group, resources)),
    ],
    provisioners: eksProvisioners,
  },
  {
    type: "azurerm_kubernetes_cluster",
    storageClasses: aksClasses,
    ingressClasses: ({ web_app_routing: nginx, ingress_application_gateway: gateway }) => [
      ...(nginx ? [{ name: "webapprouting.kubernetes.azure.com", isDefault: false }] : []),
      ...(gateway ? [{ name: "azure-application-gateway", isDefault: false }] : []),
    ],
    groups: (resources) => [
      ...named(resources.azurerm_kubernetes_cluster).map(([, { default_node_pool: pool }]) =>
        aksGroup(pool.name, pool),
      ),
      ...named(resources.azurerm_kubernetes_cluster_node_pool).map(([name, pool]) => aksGroup(name, pool)),
    ],
    provisioners: ({ node_provisioning_profile: profile }) =>
      list(profile).some(({ mode }) => mode === "Auto") ? [{ name: "node auto-provisioning" }] : [],
  },
  {
    type: "google_container_cluster",
    storageClasses: gkeClasses,
    // https://cloud.google.com/kubernetes-engine/docs/concepts/ingress: without a class, the external load balancer.
    ingressClasses: ({
      addons_config: {
        http_load_balancing: { disabled },
      },
    }) =>
      disabled
        ? []
        : [
            { name: "gce", isDefault: true },
            { name: "gce-internal", isDefault: false },
          ],
    groups: (resources) =>
      named(resources.google_container_node_pool).map(([name, pool]) => gkeGroup(name, pool)),
    provisioners: ({ enable_autopilot: isAutopilot, cluster_autoscaling: autoscaling }) => [
      ...(isAutopilot === true ? [{ name: "Autopilot" }] : []),
      ...(list(autoscaling).some(({ enabled }) => enabled === true)
        ? [{ name: "node auto-provisioning" }]
        : []),
    ],
  },
];

const named = (elements: Readonly<Record<string, Arguments>> = {}): [string, Arguments][] =>
  Object.entries(elements);

const releasesOf = (workloads: Synthesized | undefined): ReadonlySet<string> =>
  new Set(named(workloads?.terraform.resource?.helm_release).map(([, { chart }]) => chart.split("@")[0]));

const defaultAnnotation = "storageclass.kubernetes.io/is-default-class";

function classOf({ metadata, provisioner }: Arguments): OfferedClass {
  return {
    name: metadata.name,
    isDefault: metadata.annotations?.[defaultAnnotation] === "true",
    isShared: /^(efs|file|filestore)\.csi\./.test(provisioner),
  };
}

/** @see https://learn.microsoft.com/azure/aks/concepts-storage#storage-classes */
function aksClasses({ storage_profile: drivers = {} }: Arguments): OfferedClass[] {
  const names = (list: readonly string[], isShared: boolean) =>
    list.map((name) => ({ name, isDefault: name === "default", isShared }));
  return [
    ...(drivers.disk_driver_enabled === false
      ? []
      : names(["default", "managed-csi", "managed-csi-premium"], false)),
    ...(drivers.file_driver_enabled === false ? [] : names(["azurefile-csi", "azurefile-csi-premium"], true)),
    ...(drivers.blob_driver_enabled === true
      ? names(["azureblob-nfs-premium", "azureblob-fuse-premium"], true)
      : []),
  ];
}

/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/storage-overview */
function gkeClasses({ addons_config: drivers = {} }: Arguments): OfferedClass[] {
  const names = (list: readonly string[], isShared: boolean) =>
    list.map((name) => ({ name, isDefault: name === "standard-rwo", isShared }));
  return [
    ...(drivers.gce_persistent_disk_csi_driver_config?.enabled === false
      ? []
      : names(["standard-rwo", "premium-rwo"], false)),
    ...(drivers.gcp_filestore_csi_driver_config?.enabled === true
      ? names(["standard-rwx", "premium-rwx", "enterprise-rwx", "zonal-rwx"], true)
      : []),
  ];
}

function eksGroup(name: string, group: Arguments, resources: Resources): OfferedGroup {
  const machineTypes: string[] = group.instance_types ?? [];
  return {
    name,
    zones: zonesOf(group.subnet_ids, resources),
    labels: group.labels ?? {},
    taints: list(group.taint).map(taintOf),
    machineTypes,
    allocatable: smallest(machineTypes.map(eksMachine)),
  };
}

function eksProvisioners({ compute_config: compute }: Arguments, resources: Resources): OfferedProvisioner[] {
  const hasKarpenter = named(resources.aws_iam_instance_profile).some(([name]) =>
    /(^|_)autoscaling_karpenter_/.test(name),
  );
  return [
    ...(list(compute).some(({ enabled }) => enabled === true) ? [{ name: "Auto Mode" }] : []),
    ...(hasKarpenter ? [{ name: "Karpenter" }] : []),
    ...named(resources.aws_eks_fargate_profile).map(([name, { selector }]) => ({
      name,
      selectors: list(selector).map(({ namespace, labels = {} }) => ({ namespace, labels })),
    })),
  ];
}

/** Nodes of self-managed groups; the groups of other machines have no such tag. */
const isNodes = (tags: readonly Arguments[] = []): boolean =>
  tags.some(({ key }) => key.startsWith("kubernetes.io/cluster/"));

/** Labels and taints are tags that the Cluster Autoscaler reads. */
function selfManagedGroup(name: string, group: Arguments, resources: Resources): OfferedGroup {
  const overrides = list(list(list(group.mixed_instances_policy)[0]?.launch_template)[0]?.override);
  const machineTypes: string[] = overrides.map(({ instance_type: type }) => type);
  const prefix = "k8s.io/cluster-autoscaler/node-template/";
  const tags = (kind: string): [string, string][] =>
    list(group.tag)
      .filter(({ key }) => key.startsWith(`${prefix}${kind}/`))
      .map(({ key, value }) => [key.slice(prefix.length + kind.length + 1), value]);
  return {
    name,
    zones: zonesOf(group.vpc_zone_identifier, resources),
    labels: Object.fromEntries(tags("label")),
    taints: tags("taint").map(([key, text]) => {
      const [value, effect] = text.split(":");
      return { key, value, effect };
    }),
    machineTypes,
    allocatable: smallest(machineTypes.map(eksMachine)),
  };
}

function eksMachine(name: string): Allocatable | undefined {
  const type = instanceType(name);
  return type && eksAllocatable({ ...type, maxPods: podLimitOf(type) });
}

/** The zones of subnets of the stack. */
function zonesOf(subnetIds: readonly string[] = [], { aws_subnet: subnets = {} }: Resources) {
  const zones = subnetIds.map((id) => {
    const [, name = ""] = /^\$\{aws_subnet\.([\w-]+)\.id\}$/.exec(id) ?? [];
    return subnets[name]?.availability_zone as string | undefined;
  });
  return zones.every((zone) => zone !== undefined) ? [...new Set(zones)] : undefined;
}

function aksGroup(name: string, pool: Arguments): OfferedGroup {
  const size = vmSize(pool.vm_size);
  const systemTaint = pool.only_critical_addons_enabled
    ? [{ key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" }]
    : [];
  return {
    name,
    // Nodes without a zone are in none that a pod could name.
    zones: pool.zones ?? [],
    labels: pool.node_labels ?? {},
    // In the form key=value:effect.
    taints: [
      ...systemTaint,
      ...((pool.node_taints ?? []) as string[]).map((text) => {
        const [, key, value, effect] = /^([^=:]+)(?:=([^:]*))?:(.+)$/.exec(text)!;
        return { key, value, effect };
      }),
    ],
    machineTypes: [pool.vm_size],
    allocatable: size && aksAllocatable({ ...size, maxPods: pool.max_pods ?? 110 }),
  };
}

function gkeGroup(name: string, pool: Arguments): OfferedGroup {
  const { machine_type: machineType, labels = {}, taint } = pool.node_config;
  const vcpus = vcpusOf(machineType);
  const memoryGiB = memoryGiBOf(machineType);
  return {
    name,
    zones: pool.node_locations,
    labels,
    taints: list(taint).map(taintOf),
    machineTypes: [machineType],
    allocatable:
      vcpus === undefined || memoryGiB === undefined
        ? undefined
        : gkeAllocatable({ vcpus, memoryGiB, maxPods: pool.max_pods_per_node ?? 110 }),
  };
}

/** Clouds write NO_SCHEDULE, and Kubernetes NoSchedule. */
const taintOf = ({ key, value, effect }: Arguments): OfferedTaint => ({
  key,
  value,
  effect: String(effect)
    .toLowerCase()
    .replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
});

/** CDKTF writes a list of one block as the block. */
const list = (value: unknown): Arguments[] =>
  value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as Arguments[]);
