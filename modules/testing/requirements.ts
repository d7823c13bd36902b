import type { Offer, OfferedClass, OfferedGroup } from "./offer";
import { cpuMillis, memoryMiB } from "./quantities";
import type { Arguments } from "./synthesized";

/** A Kubernetes object, as YAML or JSON has it. */
export type KubernetesObject = Arguments;

const zoneKey = "topology.kubernetes.io/zone";
const ingressAnnotation = "kubernetes.io/ingress.class";

/** Objects with pods. */
const controllers = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job"];

/**
 * What objects of an application need, and a cluster does not have:
 *
 * - the storage class of each claim;
 * - a controller for the class of each Ingress;
 * - nodes that accept the pods, in as many zones as their constraints need;
 * - capacity for the requests of a pod on the smallest machine of a group.
 *
 * @returns one text for each; empty if the cluster has everything
 */
export function unmetRequirements(objects: readonly KubernetesObject[], offer: Offer): string[] {
  return objects.flatMap((object) => {
    const texts = requirements.flatMap((unmet) => unmet(object, offer, objects));
    return texts.map((text) => `${nameOf(object)}: ${text}`);
  });
}

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

/** A claim, or the claims that a StatefulSet makes. */
function claimsIn({ kind, spec = {} }: KubernetesObject): Arguments[] {
  if (kind === "PersistentVolumeClaim") return [spec];
  return kind === "StatefulSet"
    ? ((spec.volumeClaimTemplates ?? []) as Arguments[]).map((template) => template.spec)
    : [];
}

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
  const { kind, metadata, spec = {} } = object;
  if (!controllers.includes(kind)) return [];
  const volumes: Arguments[] = spec.template?.spec?.volumes ?? [];
  const names = volumes.flatMap(({ persistentVolumeClaim: claim }) => claim?.claimName ?? []);
  return names.flatMap((name) => {
    const claim = objects.find(
      (one) =>
        one.kind === "PersistentVolumeClaim" &&
        one.metadata.name === name &&
        one.metadata.namespace === metadata.namespace,
    );
    if (!claim) return [`no claim ${JSON.stringify(name)}`];
    const isMany = kind === "DaemonSet" || (spec.replicas ?? 1) > 1;
    return isMany && !isShared(claim.spec)
      ? [`its pods are on several nodes, but the claim ${JSON.stringify(name)} is not ReadWriteMany`]
      : [];
  });
}

function unmetPlacement({ kind, spec = {} }: KubernetesObject, { groups }: Offer): string[] {
  const pod: Arguments | undefined = kind === "Pod" ? spec : spec.template?.spec;
  if (pod === undefined || !(kind === "Pod" || controllers.includes(kind))) return [];
  const accepting = groups.filter((group) => accepts(group, pod));
  if (accepting.length === 0) return ["no node group accepts its pods: labels or taints"];
  return [...unmetZones(pod, accepting), ...unmetRequests(pod, accepting)];
}

/** Labels that nodes get from Kubernetes and the clouds are not in the stacks. */
const isOwnLabel = (key: string): boolean => !/(^|\.)(kubernetes\.io|k8s\.io)\//.test(key);

function accepts({ labels, taints }: OfferedGroup, pod: Arguments): boolean {
  const selector = Object.entries((pod.nodeSelector ?? {}) as Record<string, string>);
  const tolerations: Arguments[] = pod.tolerations ?? [];
  return (
    selector.every(([key, value]) => !isOwnLabel(key) || labels[key] === value) &&
    taints
      .filter(({ effect }) => effect !== "PreferNoSchedule")
      .every((taint) =>
        tolerations.some(
          ({ key, operator = "Equal", value, effect }) =>
            (key === undefined || key === taint.key) &&
            (effect === undefined || effect === taint.effect) &&
            (operator === "Exists" || (value ?? "") === (taint.value ?? "")),
        ),
      )
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
