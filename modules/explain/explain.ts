import { type ClusterPlan, statusOf, usedOf } from "../cluster/plan";
import { isKnown } from "../cluster/rules/rule";
import { sizeOf } from "../cluster/size";
import { isUnresolved } from "../cluster/tokens";
import type { FieldTable } from "../cluster/fields";
import type { NodeGroupSpec } from "../cluster/vocabulary";
import { billingOf } from "./billing";
import { exportCommands } from "./commands";
import type {
  Destroy,
  Explanation,
  ImmutableField,
  NextCommand,
  NodeGroup,
  Remark,
  Step,
  StepName,
  TimedResource,
  UsedCapacity,
} from "./model";
import {
  type ExplainedCluster,
  type PlatformFacts,
  type ResourceFacts,
  stepOf,
  stepOrder,
  waitReasons,
} from "./platform";
import { type Resource, Stack, texts } from "./stack";
import { summaryOf } from "./summary";
import { type Timeline, timelineOf } from "./timeline";

/** What an explanation is derived from. */
export interface Explained {
  readonly cluster: ExplainedCluster;

  /** The synthesized stack. */
  readonly configuration: object;
  readonly fields: FieldTable;
  readonly facts: PlatformFacts;

  /** The program that plans and applies stacks: `cdktf` in projects of CDKTF, otherwise `terraform` on an export. */
  readonly deployment: "cdktf" | "terraform";
}

/** Explains the deployment of a cluster, and how it works afterwards. */
export function explain({ cluster, configuration, fields, facts, deployment }: Explained): Explanation {
  const stack = new Stack(configuration);
  const factsOf = (resource: Resource) => factsOfType(facts, resource.type);
  const timeline = timelineOf(stack, (address) => factsOf(stack.get(address)!).minutes);
  const plan = facts.planOf(cluster);
  const zones = facts.zonesOf(cluster);
  const nodeGroups = groupsOf(cluster, facts, plan, zones);
  const access = facts.accessOf(cluster, stack);
  const support = facts.supportOf(String(cluster.kubernetesVersion));
  const billing = billingOf(stack, nodeGroups, factsOf);
  const minutes = Math.max(0, ...stack.resources.map(({ address }) => timeline.of(address).end));

  return {
    formatVersion: 1,
    stack: cluster.name,
    platform: cluster.platform,
    service: facts.service,
    region: String(cluster.region),
    zones,
    kubernetesVersion: String(cluster.kubernetesVersion),
    summary: summaryOf({ cluster, facts, stack, zones, nodeGroups, access, billing, minutes }),
    nodeGroups,
    billing,
    picture: facts.pictureOf(cluster, stack),
    steps: stepsOf(stack, timeline, factsOf, cluster),
    criticalPath: timeline.criticalPath,
    minutes,
    responsibilities: facts.responsibilitiesOf(cluster, stack),
    capacities: capacitiesOf(cluster, facts, plan),
    capacityNotes: plan.notes ?? [],
    access,
    secretsInState: secretsOf(stack, factsOf),
    support,
    facts: facts.facts,
    destroy: destroyOf(stack, facts, factsOf),
    immutableFields: immutableFieldsOf(fields),
    nextCommands: nextCommandsOf(cluster.name, stack, deployment),
  };
}

/** @throws Error for a type without a row: a test compares the tables with the types of all stacks */
function factsOfType({ resources, service }: PlatformFacts, type: string): ResourceFacts {
  if (!Object.hasOwn(resources, type)) throw new Error(`the facts of ${service} have no row for ${type}`);
  return resources[type];
}

function groupsOf(
  cluster: ExplainedCluster,
  facts: PlatformFacts,
  plan: ClusterPlan,
  zones: readonly string[],
): NodeGroup[] {
  const groups: readonly NodeGroupSpec[] = isKnown(cluster.nodeGroups) ? cluster.nodeGroups : [];
  return groups.map((group) => {
    const planned = plan.workers.find((one) => one.group === group.name);
    const size = isKnown(group.size) ? sizeOf(group.size) : undefined;
    return {
      name: group.name,
      machineTypes: texts(isUnresolved(group.machineTypes) ? [] : group.machineTypes),
      min: numberOf(size?.min),
      max: numberOf(size?.max),
      surge: planned?.surge ?? 0,
      capacity: String(group.capacity ?? "on-demand"),
      zones: isKnown(group.zones) ? group.zones : zones,
      sizeOwner: size?.owner ?? "terraform",
      podsPerNode: planned?.podsPerNode,
      diskGiB: facts.diskOf(cluster, group),
    };
  });
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && isKnown(value) ? value : undefined;

// --- Steps -------------------------------------------------------------------------------------------------------

function stepsOf(
  stack: Stack,
  timeline: Timeline,
  factsOf: (resource: Resource) => ResourceFacts,
  cluster: ExplainedCluster,
): Step[] {
  const nameOf = (resource: Resource) => stepOf(factsOf(resource), resource);
  const critical = new Set(timeline.criticalPath.map(({ address }) => address));
  const hidden = hiddenOf(stack, factsOf, cluster);
  const names = new Set([...stack.resources.map(nameOf), ...hidden.keys()]);
  const steps = [...names].map((name): Step => {
    const members = stack.resources.filter((resource) => nameOf(resource) === name);
    const timed = members.map(({ address }) => timeline.of(address)).sort(byStart);
    // Nodes register while their pools are created.
    const shown = timed.length > 0 ? timed : machinesOf(hidden.get(name) ?? [], stack, timeline);
    return {
      name,
      resources: timed,
      start: shown.length > 0 ? Math.min(...shown.map(({ start }) => start)) : 0,
      end: Math.max(0, ...shown.map(({ end }) => end)),
      isCritical: members.some(({ address }) => critical.has(address)),
      waitsFor: waitsOf(stack, members, name, nameOf),
      hidden: hidden.get(name) ?? [],
    };
  });
  return steps.sort((a, b) => a.start - b.start || stepOrder.indexOf(a.name) - stepOrder.indexOf(b.name));
}

const byStart = (
  a: { readonly start: number; readonly address: string },
  b: { readonly start: number; readonly address: string },
) => a.start - b.start || (a.address < b.address ? -1 : 1);

const machineTypes = [
  "aws_eks_node_group",
  "aws_autoscaling_group",
  "aws_eks_fargate_profile",
  "azurerm_kubernetes_cluster_node_pool",
  "azurerm_linux_virtual_machine",
  "azurerm_linux_virtual_machine_scale_set",
  "google_container_node_pool",
  "google_compute_instance_group_manager",
  "google_compute_region_instance_group_manager",
];

/** The machines of remarks; without any, all machines, or else the clusters, which then have the nodes. */
function machinesOf(remarks: readonly Remark[], stack: Stack, timeline: Timeline): TimedResource[] {
  const machines = stack.ofType(...machineTypes).map(({ address }) => address);
  const named = remarks.flatMap(({ resources = [] }) => resources);
  const own = named.filter((address) => machines.includes(address));
  const found = [own, machines, named].find((addresses) => addresses.length > 0) ?? [];
  return found.map((address) => timeline.of(address));
}

/** The steps of resources for which those of a step wait. */
function waitsOf(
  stack: Stack,
  members: readonly Resource[],
  name: StepName,
  nameOf: (resource: Resource) => StepName,
): Step["waitsFor"] {
  const found = new Map<StepName, [string, string]>();
  for (const { address } of members) {
    for (const before of stack.waitsOf(address)) {
      const other = nameOf(stack.get(before)!);
      if (other !== name && !found.has(other)) found.set(other, [address, before]);
    }
  }
  return [...found]
    .sort(([a], [b]) => stepOrder.indexOf(a) - stepOrder.indexOf(b))
    .map(([step, example]) => ({
      step,
      reason: waitReasons[name]?.[step] ?? "its resources refer to it",
      example,
    }));
}

/** What the cloud does that Terraform does not show, by step. Each text occurs once, with all resources that it is about. */
function hiddenOf(
  stack: Stack,
  factsOf: (resource: Resource) => ResourceFacts,
  cluster: ExplainedCluster,
): Map<StepName, Remark[]> {
  const found = new Map<StepName, Map<string, { source: string; resources: string[] }>>();
  for (const resource of stack.resources) {
    const facts = factsOf(resource);
    for (const { step = stepOf(facts, resource), text, source, when } of facts.hidden ?? []) {
      if (when && !when(resource.config, cluster)) continue;
      const ofStep = found.get(step) ?? new Map<string, { source: string; resources: string[] }>();
      const remark = ofStep.get(text) ?? { source, resources: [] };
      remark.resources.push(resource.address);
      found.set(step, ofStep.set(text, remark));
    }
  }
  return new Map(
    [...found].map(([step, remarks]) => [step, [...remarks].map(([text, one]) => ({ text, ...one }))]),
  );
}

// --- Capacities --------------------------------------------------------------------------------------------------

function capacitiesOf(cluster: ExplainedCluster, facts: PlatformFacts, plan: ClusterPlan): UsedCapacity[] {
  const smallest = facts.planOf({
    ...cluster,
    nodeGroups: (isKnown(cluster.nodeGroups) ? cluster.nodeGroups : []).map((group) =>
      isKnown(group.size) && typeof group.size === "object" && isKnown(group.size.min)
        ? { ...group, size: group.size.min }
        : group,
    ),
  });
  const atMinimum = withoutSurge(smallest);
  const atMaximum = withoutSurge(plan);
  return plan.capacities.map((capacity) => ({
    name: capacity.name,
    detail: capacity.detail,
    size: Number(capacity.size),
    atMinimum: atMinimum.get(capacity.name) ?? 0,
    atMaximum: atMaximum.get(capacity.name) ?? 0,
    duringUpdate: Number(usedOf(capacity)),
    status: statusOf(capacity),
    isQuota: capacity.isQuota === true,
  }));
}

/** The usage without the nodes that an update adds, by capacity. */
function withoutSurge({ workers, capacities }: ClusterPlan): Map<string, number> {
  const shares = new Map(
    workers.map(({ group, nodes, surge }) => [group, nodes / Math.max(1, nodes + surge)]),
  );
  return new Map(
    capacities.map(({ name, usages }) => [
      name,
      usages.reduce(
        (sum, { by, count, each }) => sum + Math.ceil(Number(count) * (shares.get(by) ?? 1)) * Number(each),
        0,
      ),
    ]),
  );
}

// --- The rest ----------------------------------------------------------------------------------------------------

function secretsOf(stack: Stack, factsOf: (resource: Resource) => ResourceFacts): Remark[] {
  return stack.resources.flatMap((resource) => {
    const { secret } = factsOf(resource);
    if (!secret || secret.when?.(resource.config) === false) return [];
    return [{ text: secret.text, source: secret.source, resources: [resource.address] }];
  });
}

function destroyOf(
  stack: Stack,
  { remains }: PlatformFacts,
  factsOf: (resource: Resource) => ResourceFacts,
): Destroy {
  const isProtected = ({ config }: Resource) =>
    (config.lifecycle as { prevent_destroy?: unknown } | undefined)?.prevent_destroy === true ||
    config.deletion_protection === true ||
    config.deletion_protection_enabled === true;
  const left = stack.resources.flatMap((resource): Remark[] => {
    const row = factsOf(resource).remains;
    return row ? [{ ...row, resources: [resource.address] }] : [];
  });
  return {
    protectedResources: stack.resources
      .filter(isProtected)
      .map(({ address }) => address)
      .sort(),
    remains: [...merged(left), ...remains],
  };
}

/** Each text once, with the resources of all. */
function merged(remarks: readonly Remark[]): Remark[] {
  const found = new Map<string, Remark>();
  for (const remark of remarks) {
    const before = found.get(remark.text);
    found.set(remark.text, {
      ...remark,
      resources: [...(before?.resources ?? []), ...(remark.resources ?? [])],
    });
  }
  return [...found.values()];
}

function immutableFieldsOf(fields: FieldTable): ImmutableField[] {
  return Object.entries(fields).flatMap(([field, { change, note, refused }]) =>
    refused === undefined && (change === "refused" || change === "replace") ? [{ field, change, note }] : [],
  );
}

function nextCommandsOf(name: string, stack: Stack, deployment: Explained["deployment"]): NextCommand[] {
  const kubeconfig = stack.outputs.kubeconfig_command?.value;
  const byExport = exportCommands(name);
  const commands: NextCommand[] =
    deployment === "cdktf"
      ? [
          { purpose: "See what Terraform would do", command: `npx cdktf diff ${name}` },
          { purpose: "Deploy", command: `npx cdktf deploy ${name}` },
        ]
      : [
          { purpose: "Write the stack as Terraform JSON", command: byExport.write },
          { purpose: "Install the provider", command: byExport.init },
          { purpose: "See what Terraform would do", command: byExport.plan },
          { purpose: "Deploy", command: byExport.apply },
        ];
  return [
    ...commands,
    ...(typeof kubeconfig === "string" && !kubeconfig.includes("${")
      ? [{ purpose: "Let kubectl talk to the cluster", command: kubeconfig }]
      : []),
    { purpose: "See that all nodes are Ready", command: "kubectl get nodes" },
    { purpose: "See the capacity", command: "npx cdktf-clusters validate --plan" },
    ...(deployment === "cdktf"
      ? [
          {
            purpose: "Get the stack as plain Terraform JSON",
            command: `npx cdktf-clusters export ${name} --out terraform`,
          },
        ]
      : []),
  ];
}
