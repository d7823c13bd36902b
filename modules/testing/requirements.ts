import { matchesGlob } from "../cluster/glob";
import { type Toleration, toleratesTaint } from "../cluster/tolerations";
import type { Offer, OfferedClass, OfferedGroup, OfferedProvisioner } from "./offer";
import { cpuMillis, memoryMiB } from "./quantities";
import type { Arguments } from "./synthesized";

/** A Kubernetes object, as YAML or JSON has it. */
export type KubernetesObject = Arguments;

const zoneKey = "topology.kubernetes.io/zone";
const ingressAnnotation = "kubernetes.io/ingress.class";

/** The pod that an object is or creates. Also objects of other programs have a template of pods, such as the Rollout of Argo. */
function podOf(object: KubernetesObject): Pod | undefined {
  const { kind, metadata = {}, spec = {} } = object;
  if (kind === "Pod") return { metadata, spec };
  const template: Arguments | undefined =
    kind === "PodTemplate" ? object.template : (spec.jobTemplate?.spec?.template ?? spec.template);
  return template?.spec?.containers === undefined
    ? undefined
    : { metadata: { ...template.metadata, namespace: metadata.namespace }, spec: template.spec };
}

interface Pod {
  readonly metadata: Arguments;
  readonly spec: Arguments;
}

/** Its pods can be on several nodes. */
function hasSeveralPods({ kind, spec = {} }: KubernetesObject): boolean {
  const { parallelism, replicas = parallelism ?? 1 } = spec.jobTemplate?.spec ?? spec;
  return kind === "DaemonSet" || replicas > 1;
}

/**
 * What objects of an application need, and a cluster does not have:
 *
 * - the storage class of each claim;
 * - a controller for the class of each Ingress;
 * - nodes that accept the pods, in as many zones as their constraints need;
 * - capacity for the requests of a pod on the smallest machine of a group.
 *
 * All objects with pods are read, also Jobs, CronJobs and those of other programs with `spec.template`, and the items of a List. Nodes that
 * Autopilot, Karpenter, Auto Mode or node auto-provisioning add are not in the stacks: in clusters with one of these, placement and
 * capacity have no text. The same is true for pods that a Fargate profile selects.
 *
 * @returns one text for each; empty if the cluster has everything
 */
export function unmetRequirements(objects: readonly KubernetesObject[], offer: Offer): string[] {
  const all = objects.flatMap(itemsOf);
  return all.flatMap((object) => {
    const texts = requirements.flatMap((unmet) => unmet(object, offer, all));
    return texts.map((text) => `${nameOf(object)}: ${text}`);
  });
}

const itemsOf = (object: KubernetesObject): KubernetesObject[] =>
  object.kind === "List" ? ((object.items ?? []) as KubernetesObject[]) : [object];

type Requirement = (object: KubernetesObject, offer: Offer, objects: readonly KubernetesObject[]) => string[];

const requirements: readonly Requirement[] = [
  (object, offer) => claimsIn(object).flatMap((claim) => unmetClaim(claim, offer)),
  unmetIngress,
  unmetVolumes,
  unmetPlacement,
];

function nameOf({ kind, metadata: { name, namespace } = {} as Arguments }: KubernetesObject): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}

/** A claim, the claims that a StatefulSet makes, and those of ephemeral volumes. */
function claimsIn(object: KubernetesObject): Arguments[] {
  const { kind, spec = {} } = object;
  if (kind === "PersistentVolumeClaim") return [spec];
  const templates = kind === "StatefulSet" ? (spec.volumeClaimTemplates ?? []) : [];
  const ephemeral = volumesOf(object).flatMap(({ ephemeral: volume }) => volume?.volumeClaimTemplate ?? []);
  return ([...templates, ...ephemeral] as Arguments[]).map((template) => template.spec);
}

const volumesOf = (object: KubernetesObject): Arguments[] => podOf(object)?.spec.volumes ?? [];

const isShared = ({ accessModes = [] }: Arguments): boolean => accessModes.includes("ReadWriteMany");

function unmetClaim(claim: Arguments, { storageClasses, volumes }: Offer): string[] {
  const { storageClassName: name, volumeName } = claim;
  // An empty class takes a volume that exists.
  if (name === "") {
    if (volumeName === undefined || volumes.includes(volumeName)) return [];
    return [`no volume ${JSON.stringify(volumeName)}, ${known("volumes", volumes)}`];
  }
  const found = storageClasses.find((one) => (name === undefined ? one.isDefault : one.name === name));
  if (!found) {
    const missing =
      name === undefined ? "no default storage class" : `no storage class ${JSON.stringify(name)}`;
    return [`${missing}, ${known("storage classes", namesOf(storageClasses))}`];
  }
  return isShared(claim) && !found.isShared
    ? [`volumes of the storage class ${JSON.stringify(found.name)} are not ReadWriteMany`]
    : [];
}

function unmetIngress({ kind, metadata, spec = {} }: KubernetesObject, { ingressClasses }: Offer): string[] {
  if (kind !== "Ingress") return [];
  const name = spec.ingressClassName ?? metadata?.annotations?.[ingressAnnotation];
  if (ingressClasses.some((one) => (name === undefined ? one.isDefault : one.name === name))) return [];
  const missing =
    name === undefined
      ? "no default class of Ingresses"
      : `no controller of the class ${JSON.stringify(name)}`;
  return [`${missing}, ${known("classes", namesOf(ingressClasses))}`];
}

const namesOf = (classes: readonly OfferedClass[]): string[] => classes.map(({ name }) => name);
const known = (what: string, names: readonly string[]): string =>
  names.length === 0 ? `the cluster has no ${what}` : `the cluster has ${names.join(", ")}`;

/** A volume for one node cannot have pods on several. */
function unmetVolumes(object: KubernetesObject, _: Offer, objects: readonly KubernetesObject[]): string[] {
  const { metadata } = object;
  const names = volumesOf(object).flatMap(({ persistentVolumeClaim: claim }) => claim?.claimName ?? []);
  return names.flatMap((name) => {
    const claim = objects.find(
      (one) =>
        one.kind === "PersistentVolumeClaim" &&
        one.metadata.name === name &&
        one.metadata.namespace === metadata.namespace,
    );
    if (!claim) return [`no claim ${JSON.stringify(name)}`];
    return hasSeveralPods(object) && !isShared(claim.spec)
      ? [`its pods are on several nodes, but the claim ${JSON.stringify(name)} is not ReadWriteMany`]
      : [];
  });
}

function unmetPlacement(object: KubernetesObject, { groups, provisioners }: Offer): string[] {
  const pod = podOf(object);
  if (pod === undefined || provisioners.some((one) => provides(one, pod))) return [];
  const accepting = groups.filter((group) => accepts(group, pod.spec));
  if (accepting.length === 0) return ["no node group accepts its pods: labels or taints"];
  return [...unmetZones(pod.spec, accepting), ...unmetRequests(pod.spec, accepting)];
}

function provides({ selectors }: OfferedProvisioner, { metadata }: Pod): boolean {
  const { namespace: own = "default", labels: has = {} } = metadata as {
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  return (
    selectors === undefined ||
    selectors.some(
      ({ namespace, labels }) =>
        matchesGlob(namespace, own) &&
        Object.entries(labels).every(
          ([key, value]) => Object.hasOwn(has, key) && matchesGlob(value, has[key]),
        ),
    )
  );
}

/** Labels that nodes get from Kubernetes and the clouds are not in the stacks. */
const isOwnLabel = (key: string): boolean => !/(^|\.)(kubernetes\.io|k8s\.io)\//.test(key);

function accepts({ labels, taints }: OfferedGroup, pod: Arguments): boolean {
  const selector = Object.entries((pod.nodeSelector ?? {}) as Record<string, string>);
  const tolerations = (pod.tolerations ?? []) as Toleration[];
  return (
    selector.every(([key, value]) => !isOwnLabel(key) || labels[key] === value) &&
    taints.every((taint) => toleratesTaint(tolerations, taint))
  );
}

/** Constraints that keep pods pending need their zones: those of `minDomains`, otherwise two. */
function unmetZones(
  { topologySpreadConstraints = [] }: Arguments,
  groups: readonly OfferedGroup[],
): string[] {
  const hard = (topologySpreadConstraints as Arguments[]).filter(
    ({ topologyKey, whenUnsatisfiable = "DoNotSchedule" }) =>
      topologyKey === zoneKey && whenUnsatisfiable === "DoNotSchedule",
  );
  if (hard.length === 0 || groups.some(({ zones }) => zones === undefined)) return [];
  const needed = Math.max(...hard.map(({ minDomains = 2 }) => minDomains));
  const zones = [...new Set(groups.flatMap((group) => group.zones ?? []))];
  if (zones.length >= needed) return [];
  return [`its pods need ${needed} zones, ${known("node groups for them in", zones.sort())}`];
}

function unmetRequests(pod: Arguments, groups: readonly OfferedGroup[]): string[] {
  const cpu = requested(pod, "cpu", cpuMillis);
  const memory = requested(pod, "memory", memoryMiB);
  const fits = groups.some(
    ({ allocatable }) => allocatable && cpu <= allocatable.cpuMillis && memory <= allocatable.memoryMiB,
  );
  if (fits || (cpu === 0 && memory === 0)) return [];
  const capacities = groups.map(({ name, machineTypes, allocatable }) =>
    allocatable
      ? `${name} has ${allocatable.cpuMillis}m and ${Math.floor(allocatable.memoryMiB)}Mi on its smallest machine`
      : `${name} has machines of an unknown size (${machineTypes.join(", ")})`,
  );
  return [`a pod requests ${cpu}m and ${Math.ceil(memory)}Mi, ${capacities.join("; ")}`];
}

/** Init containers run one by one before the others, except those that restart: they stay. */
function requested(pod: Arguments, resource: string, parse: (text: string | number) => number): number {
  const of = ({ resources = {} }: Arguments): number =>
    parse(resources.requests?.[resource] ?? resources.limits?.[resource] ?? 0);
  const sum = (containers: readonly Arguments[]): number =>
    containers.reduce((total, container) => total + of(container), 0);
  let stay = 0;
  let most = 0;
  for (const container of (pod.initContainers ?? []) as Arguments[]) {
    if (container.restartPolicy === "Always") stay += of(container);
    most = Math.max(most, stay + (container.restartPolicy === "Always" ? 0 : of(container)));
  }
  return Math.max(most, stay + sum(pod.containers ?? [])) + parse(pod.overhead?.[resource] ?? 0);
}
