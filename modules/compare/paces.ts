import type { Assumption, NodeDuration } from "./model";

type Config = Readonly<Record<string, unknown>>;

/** The typical time in which a cloud starts a machine or a group, and its source. */
export interface StartTime {
  readonly minutes: number;
  readonly timeSource?: string;
}

/** How the nodes of a pool are replaced in a rolling update. Times are minutes. */
export interface Pace {
  /** Nodes that are replaced at the same time, of a number of nodes. */
  readonly batch: (nodes: number) => number;

  /** The same as the file or the cloud states it: `2` or `33 %`. */
  readonly atOnce?: string;
  readonly order: "new nodes first" | "old nodes first";

  /** Zones whose nodes are replaced one zone after the other. */
  readonly zones?: number;

  /** A wait in each batch. */
  readonly wait?: { readonly minutes: number } & Assumption;

  /** Longest time in which the pods leave a node; undefined if the cloud states none. */
  readonly pods?: { readonly minutes: number } & Assumption;

  /** What happens once in an update. */
  readonly once?: readonly ({ readonly minutes: number } & Assumption)[];

  /** How many times a batch waits for the start of machines, if not once. */
  readonly starts?: number;

  /** How long Terraform waits for the update if the stack sets no time; 0 if it does not wait. */
  readonly waits: number;
}

const eksUpdates = "https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html";
const refreshDefaults =
  "https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html";
const aksUpgrades = "https://learn.microsoft.com/azure/aks/upgrade-aks-node-pools-rolling";
const gkeStrategies = "https://cloud.google.com/kubernetes-engine/docs/concepts/node-pool-upgrade-strategies";
const kubeletShutdown =
  "https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#graceful-node-shutdown";

/** A machine of a kubeadm cluster stops its pods in this time: `shutdownGracePeriod` of its kubelet. */
const stopsPods = {
  minutes: 1,
  text: "a machine that stops gives its pods 1 minute, and does not wait for disruption budgets",
  source: kubeletShutdown,
} as const;

/** A machine of a kubeadm cluster evicts its pods if the cloud waits for it: `drain_limit` of the boot program, then as above. */
const evictsPods = (source: string): NonNullable<Pace["pods"]> => ({
  minutes: 16,
  text: "a machine that ends gives its pods 15 minutes to leave, and the remaining ones 1 minute",
  source,
});

/** What a pace is read from. */
export interface Pool {
  readonly type: string;

  /** The arguments of the pool, for the first pool of AKS those of the cluster's block. */
  readonly config: Config;
  readonly platform: string;

  /** Zones of the nodes. */
  readonly zones: number;

  /** Whether a temporary pool takes over all nodes, as in the first pool of AKS. */
  readonly isRotated: boolean;

  /** Longest time of the hook for machines that end, in seconds. */
  readonly endHookSeconds?: number;
}

/** The pace of a rolling update; undefined for a type without one. */
export function paceOf(pool: Pool): Pace | undefined {
  switch (pool.type) {
    case "aws_eks_node_group":
      return eksPace(pool);
    case "aws_autoscaling_group":
      return autoScalingPace(pool);
    case "azurerm_kubernetes_cluster":
    case "azurerm_kubernetes_cluster_node_pool":
      return pool.isRotated ? rotationPace() : aksPace(pool);
    case "google_container_node_pool":
      return gkePace(pool);
    case "azurerm_linux_virtual_machine_scale_set":
      return scaleSetPace(pool);
    case "google_compute_instance_group_manager":
    case "google_compute_region_instance_group_manager":
      return managedGroupPace(pool);
    default:
      return undefined;
  }
}

function eksPace({ config }: Pool): Pace {
  const { max_unavailable: count, max_unavailable_percentage: percent } = blockOf(config.update_config);
  return {
    // EKS updates at most 100 nodes at a time.
    batch: (nodes) => Math.min(100, Number(count ?? atLeastOne(Math.floor((nodes * Number(percent)) / 100)))),
    atOnce: count === undefined ? `${String(percent)} %` : String(count),
    order: "new nodes first",
    wait: { minutes: 1, text: "EKS waits 1 minute after it cordoned a node", source: eksUpdates },
    pods: {
      minutes: 15,
      text: "EKS gives the pods of a node 15 minutes to leave; then the update fails, or with force: true deletes them",
      source: eksUpdates,
    },
    waits: 60,
  };
}

function autoScalingPace({ config, platform, endHookSeconds }: Pool): Pace {
  const preferences = blockOf(blockOf(config.instance_refresh).preferences);
  const [least, most] = [preferences.min_healthy_percentage, preferences.max_healthy_percentage].map(Number);
  const isNewFirst = most > 100;
  const percent = isNewFirst ? most - 100 : 100 - least;
  const seconds = Number(
    preferences.instance_warmup ?? config.default_instance_warmup ?? config.health_check_grace_period ?? 300,
  );
  const isSlot = platform === "kubeadm" && !isNewFirst;
  return {
    batch: (nodes) => atLeastOne(Math.floor((nodes * percent) / 100)),
    atOnce: isSlot ? undefined : `${percent} %`,
    order: isNewFirst ? "new nodes first" : "old nodes first",
    wait: {
      minutes: seconds / 60,
      text: `Auto Scaling waits ${minutesText(seconds / 60)} after a machine is in service, its health check grace period`,
      source: refreshDefaults,
    },
    pods: isSlot ? undefined : platform === "kubeadm" ? evictsPods(hooks) : endHook(endHookSeconds),
    once: isSlot ? [slotLeaves] : [],
    waits: 0,
  };
}

const hooks = "https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html";

/** Slots leave one after the other, however long the others need. */
const slotLeaves = {
  minutes: 0,
  text: "a control-plane machine ends when the others work without it",
  source: hooks,
} as const;

const endHook = (seconds: number | undefined): NonNullable<Pace["pods"]> =>
  seconds === undefined
    ? { minutes: 0, text: "machines without a termination hook stop at once, with their pods", source: hooks }
    : {
        minutes: seconds / 60,
        text: `a machine waits ${minutesText(seconds / 60)} before it ends, if no program ends the wait`,
        source: hooks,
      };

function aksPace({ config }: Pool): Pace {
  // Pools of spot machines have no settings, and so the defaults of AKS.
  const {
    max_surge: surge,
    max_unavailable: unavailable,
    drain_timeout_in_minutes: drain = 30,
    node_soak_duration_in_minutes: soak = 0,
  } = blockOf(config.upgrade_settings);
  const atOnce = String(unavailable ?? surge ?? "10%");
  const isPercent = atOnce.endsWith("%");
  return {
    // AKS rounds up.
    batch: (nodes) => atLeastOne(isPercent ? Math.ceil((nodes * parseFloat(atOnce)) / 100) : Number(atOnce)),
    atOnce: atOnce.replace("%", " %"),
    order: unavailable === undefined ? "new nodes first" : "old nodes first",
    wait: {
      minutes: Number(soak),
      text: `AKS waits ${minutesText(Number(soak))} after it drained a node (soakMinutes)`,
      source: aksUpgrades,
    },
    pods: {
      minutes: Number(drain),
      text: `AKS gives the pods of a node ${minutesText(Number(drain))} to leave (drainTimeoutMinutes); then the update fails, or with undrainable: cordon continues with the next node`,
      source: aksUpgrades,
    },
    waits: 60,
  };
}

const rotationPace = (): Pace => ({
  batch: (nodes) => nodes,
  order: "new nodes first",
  starts: 2,
  once: [
    {
      minutes: 0,
      text: "a temporary pool takes over the nodes, and the pool is created again; how long the deletion of a pool takes is not documented",
      source:
        "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster#temporary_name_for_rotation",
    },
  ],
  waits: 90,
});

function gkePace({ config, zones }: Pool): Pace {
  const settings = blockOf(config.upgrade_settings);
  if (settings.strategy === "BLUE_GREEN") return blueGreenPace(blockOf(settings.blue_green_settings));
  const count = Number(settings.max_surge ?? 1) + Number(settings.max_unavailable ?? 0);
  return {
    batch: () => atLeastOne(count),
    atOnce: String(count),
    order: Number(settings.max_surge ?? 1) > 0 ? "new nodes first" : "old nodes first",
    zones,
    pods: {
      minutes: 60,
      text: "GKE gives the pods of a node 1 hour to leave; then it evicts them",
      source: gkeStrategies,
    },
    waits: 120,
  };
}

function blueGreenPace(settings: Config): Pace {
  const policy = blockOf(settings.standard_rollout_policy);
  const count = Number(policy.batch_node_count ?? 0);
  const share = Number(policy.batch_percentage ?? 0);
  const [soak, last] = [policy.batch_soak_duration, settings.node_pool_soak_duration].map(
    (duration) => parseFloat(String(duration ?? 0)) / 60,
  );
  return {
    batch: (nodes) => atLeastOne(count > 0 ? count : Math.floor(nodes * share)),
    atOnce: count > 0 ? String(count) : `${Math.round(share * 100)} %`,
    order: "new nodes first",
    // All new nodes are created before the first batch.
    starts: 0,
    wait: {
      minutes: soak,
      text: `GKE waits ${minutesText(soak)} after each batch (batchSoakSeconds)`,
      source: gkeStrategies,
    },
    once: [
      {
        minutes: last,
        text: `GKE keeps the old nodes for ${minutesText(last)} after the last batch (soakSeconds); how long pods may take to leave a node is not documented for this strategy`,
        source: gkeStrategies,
      },
    ],
    waits: 120,
  };
}

const terminations =
  "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-terminate-notification";

function scaleSetPace({ config }: Pool): Pace {
  const policy = blockOf(config.rolling_upgrade_policy);
  const percent = Number(policy.max_batch_instance_percent);
  return {
    batch: (nodes) => atLeastOne(Math.floor((nodes * percent) / 100)),
    atOnce: `${percent} %`,
    order: policy.maximum_surge_instances_enabled === true ? "new nodes first" : "old nodes first",
    // Azure does not announce the end of Spot machines early enough.
    pods: config.termination_notification === undefined ? stopsPods : evictsPods(terminations),
    waits: 60,
  };
}

function managedGroupPace({ config }: Pool): Pace {
  const policy = blockOf(config.update_policy);
  const [surge, unavailable] = [policy.max_surge_fixed, policy.max_unavailable_fixed].map((count) =>
    Number(count ?? 0),
  );
  return {
    batch: () => atLeastOne(surge + unavailable),
    atOnce: String(surge + unavailable),
    order: surge > 0 ? "new nodes first" : "old nodes first",
    pods: stopsPods,
    waits: 20,
  };
}

/**
 * How long a rolling update takes: each batch waits for the start of its machines, then for the pods, then as the cloud waits.
 *
 * @param least - the smallest number of nodes
 * @param most - the largest number of nodes
 * @param waits - how long Terraform waits
 */
export function durationOf(
  pace: Pace,
  [least, most]: readonly [least: number, most: number],
  start: StartTime,
  waits: number,
): NodeDuration {
  const { starts = 1, wait, pods, once = [] } = pace;
  const single = once.reduce((sum, { minutes }) => sum + minutes, 0) + (starts === 0 ? start.minutes : 0);
  const batches = batchesOf(pace, most);
  const minutesOf = (count: number, more: number): number =>
    count === 0 ? 0 : rounded(single + count * (starts * start.minutes + (wait?.minutes ?? 0) + more));
  const used = [
    {
      text: `new machines are nodes after ${minutesText(start.minutes)}, a typical time`,
      ...(start.timeSource === undefined ? {} : { source: start.timeSource }),
    },
    ...[wait, pods, ...once].flatMap((one) =>
      one === undefined || (one === wait && one.minutes === 0)
        ? []
        : [{ text: one.text, source: one.source }],
    ),
  ];
  return {
    batches,
    minutes: {
      least: minutesOf(batchesOf(pace, least), 0),
      // A pool that is rotated has no limit: its nodes are not drained one after another.
      most: pods === undefined ? undefined : minutesOf(batches, pods.minutes),
    },
    terraformWaits: waits,
    assumes: used,
  };
}

/** Batches that a number of nodes needs, in each zone if zones are updated one after the other. */
function batchesOf({ batch, zones = 1 }: Pace, nodes: number): number {
  const each = Math.floor(nodes / zones);
  const larger = nodes - each * zones;
  const batchesIn = (count: number): number => (count === 0 ? 0 : Math.ceil(count / batch(count)));
  return larger * batchesIn(each + 1) + (zones - larger) * batchesIn(each);
}

const atLeastOne = (count: number): number => (count >= 1 ? count : 1);

const rounded = (minutes: number): number => Math.round(minutes * 10) / 10;

/** A block of Terraform, which the bindings write as an object or as a list. */
export function blockOf(value: unknown): Config {
  const block = Array.isArray(value) ? (value as readonly unknown[])[0] : value;
  return typeof block === "object" && block !== null ? (block as Config) : {};
}

/** `90` as "1 h 30 min". */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), rounded(minutes % 60)];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(
    " ",
  );
}

/** `120m` or `2h` of Terraform, in minutes. */
export function minutesOfTimeout(text: unknown): number | undefined {
  const found = /^(\d{1,6})([hm])$/.exec(String(text ?? ""));
  return found === null ? undefined : Number(found[1]) * (found[2] === "h" ? 60 : 1);
}
