import { readFileSync } from "node:fs";
import { parseAllDocuments, stringify } from "yaml";
import { type KubernetesObject, type Offer, offerOf, unmetRequirements } from "../../modules/testing";
import { createWorkloadsStack } from "../../stacks";
import { shippedClusters } from "../support/shipped";
import { Synthesized } from "../support/synthesized";

/** The application of `examples/application`, and the clusters that it names. */
const clusters = { eks: "workloads-main", aks: "aks-services-gateway", gke: "production-gke" } as const;
const platforms = Object.keys(clusters) as (keyof typeof clusters)[];

const documents = (file: string): KubernetesObject[] =>
  parseAllDocuments(readFileSync(`examples/application/${file}.yaml`, "utf8")).map((one) => one.toJS());
const application = (platform: string): KubernetesObject[] => [
  ...documents("application"),
  ...documents(platform),
];

const offers = new Map<string, Offer>();

function offer(name: string): Offer {
  const known = offers.get(name);
  if (known) return known;
  const { cluster, stack } = shippedClusters().find((one) => one.name === name)!;
  const second =
    cluster.workloads && Synthesized.from((app) => createWorkloadsStack(app, cluster), { alone: true });
  const found = offerOf(stack, second);
  offers.set(name, found);
  return found;
}

describe.each(platforms)("the application on %s", (platform) => {
  test("has everything that it needs", () => {
    expect(unmetRequirements(application(platform), offer(clusters[platform]))).toEqual([]);
  });

  test("also fits the smallest group that accepts it", () => {
    const { groups, ...rest } = offer(clusters[platform]);
    const [smallest] = groups
      .filter(({ taints }) => taints.length === 0)
      .sort((a, b) => a.allocatable!.memoryMiB - b.allocatable!.memoryMiB);
    // The other groups only add their zones.
    const zones = groups.flatMap((group) => group.zones ?? []);
    const one = { ...rest, groups: [{ ...smallest, zones }] };
    expect(unmetRequirements(application(platform), one)).toEqual([]);
  });

  test("does not fit the cluster of another cloud", () => {
    const [other] = platforms.filter((name) => name !== platform);
    expect(unmetRequirements(application(platform), offer(clusters[other]))).toEqual([
      expect.stringMatching(/^PersistentVolumeClaim shop\/store: no storage class "/),
      expect.stringMatching(/^Ingress shop\/web: no controller of the class "/),
    ]);
  });
});

test("the controller of the Ingress is in the stack of programs", () => {
  const { stack } = shippedClusters().find(({ name }) => name === clusters.eks)!;
  expect(unmetRequirements(application("eks"), offerOf(stack))).toEqual([
    'Ingress shop/web: no controller of the class "alb", the cluster has no classes',
  ]);
});

test("the smallest machine of the groups is compared", () => {
  const [{ machineTypes, zones, allocatable }] = offer("workloads-main").groups;
  expect(machineTypes).toEqual(["m7i.large", "m6i.large"]);
  expect(zones).toHaveLength(3);
  expect(allocatable).toEqual({ cpuMillis: 1930, memoryMiB: 8192 - 255 - 11 * 110 - 100 });
  // https://learn.microsoft.com/azure/aks/node-resource-reservations and
  // https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
  expect(offer("aks-services-gateway").groups[0].allocatable).toEqual({ cpuMillis: 7820, memoryMiB: 30418 });
  expect(offer("production-gke").groups[0].allocatable).toEqual({ cpuMillis: 3920, memoryMiB: 13621 });
});

test("self-managed groups have the labels, taints and machines of their Auto Scaling group", () => {
  const { groups } = offer("self-managed-main");
  const workers = groups.filter(({ name }) => name.startsWith("node_groups_workers"));
  expect(workers.map(({ zones }) => zones)).toEqual([
    ["eu-central-1a"],
    ["eu-central-1b"],
    ["eu-central-1c"],
  ]);
  expect(workers[0]).toMatchObject({
    labels: { workload: "general" },
    machineTypes: ["m7i.xlarge", "m7a.xlarge", "m6i.xlarge", "m6a.xlarge"],
  });
});

test("zones of an existing network are not known, and system pools repel pods", () => {
  expect(offer("existing-vpc-shop").groups[0].zones).toBeUndefined();
  const system = offer("production-aks").groups.find(({ name }) => name === "system")!;
  expect(system.taints).toEqual([{ key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" }]);
});

test("the class of the file is the default in place of that of the cloud", () => {
  const defaults = (name: string) =>
    offer(name)
      .storageClasses.filter(({ isDefault }) => isDefault)
      .map((one) => one.name);
  expect(defaults("gke-storage-main")).toEqual(["hyperdisk-balanced"]);
  expect(defaults("production-gke")).toEqual(["hyperdisk-balanced"]);
  expect(defaults("gke-spot-batch")).toEqual(["standard-rwo"]);
  expect(defaults("aks-storage-main")).toEqual(["premium-zrs"]);
  expect(defaults("production-aks")).toEqual(["default"]);
});

test("a stack without a cluster is refused", () => {
  const { cluster } = shippedClusters().find(({ name }) => name === clusters.eks)!;
  const second = Synthesized.from((app) => createWorkloadsStack(app, cluster), { alone: true });
  expect(() => offerOf(second)).toThrow("the stack has no EKS, AKS or GKE cluster");
});

/** A change of one object of the application on EKS, and what the cluster then does not have. */
describe("a requirement that is not met", () => {
  const unmet = (kind: string, name: string, change: (object: KubernetesObject) => void): string[] => {
    const objects = application("eks");
    change(objects.find((one) => one.kind === kind && one.metadata.name === name)!);
    return unmetRequirements(objects, offer(clusters.eks));
  };
  const pod = (change: (spec: KubernetesObject) => void) =>
    unmet("Deployment", "web", ({ spec }) => change(spec.template.spec));

  test("an unknown storage class", () => {
    expect(unmet("PersistentVolumeClaim", "store", ({ spec }) => (spec.storageClassName = "fast"))).toEqual([
      'PersistentVolumeClaim shop/store: no storage class "fast", the cluster has gp3',
    ]);
  });

  test("a claim without a class takes the default", () => {
    const withoutClass = ({ spec }: KubernetesObject) => delete spec.storageClassName;
    expect(unmet("PersistentVolumeClaim", "store", withoutClass)).toEqual([]);
    const objects = application("eks").map((one) => {
      if (one.kind === "PersistentVolumeClaim") delete one.spec.storageClassName;
      return one;
    });
    const without = { ...offer(clusters.eks), storageClasses: [{ name: "gp3", isDefault: false }] };
    expect(unmetRequirements(objects, without)).toEqual([
      "PersistentVolumeClaim shop/store: no default storage class, the cluster has gp3",
    ]);
  });

  test("a shared claim of disks", () => {
    const shared = ({ spec }: KubernetesObject) => (spec.accessModes = ["ReadWriteMany"]);
    expect(unmet("PersistentVolumeClaim", "store", shared)).toEqual([
      'PersistentVolumeClaim shop/store: volumes of the storage class "gp3" are not ReadWriteMany',
    ]);
  });

  test("an existing volume that the cluster does not have", () => {
    const existing = ({ spec }: KubernetesObject) =>
      Object.assign(spec, { storageClassName: "", volumeName: "shared" });
    expect(unmet("PersistentVolumeClaim", "store", existing)).toEqual([
      'PersistentVolumeClaim shop/store: no volume "shared", the cluster has no volumes',
    ]);
  });

  test("claims of a StatefulSet", () => {
    const set = {
      kind: "StatefulSet",
      metadata: { name: "db", namespace: "shop" },
      spec: { template: { spec: {} }, volumeClaimTemplates: [{ spec: { storageClassName: "fast" } }] },
    };
    expect(unmetRequirements([set], offer(clusters.eks))).toEqual([
      'StatefulSet shop/db: no storage class "fast", the cluster has gp3',
    ]);
  });

  test("a disk for several pods, and a claim that is missing", () => {
    expect(unmet("Deployment", "store", ({ spec }) => (spec.replicas = 2))).toEqual([
      'Deployment shop/store: its pods are on several nodes, but the claim "store" is not ReadWriteMany',
    ]);
    expect(unmet("PersistentVolumeClaim", "store", ({ metadata }) => (metadata.namespace = "other"))).toEqual(
      ['Deployment shop/store: no claim "store"'],
    );
  });

  test("an Ingress without a controller", () => {
    expect(unmet("Ingress", "web", ({ spec }) => (spec.ingressClassName = "nginx"))).toEqual([
      'Ingress shop/web: no controller of the class "nginx", the cluster has alb',
    ]);
    expect(unmet("Ingress", "web", ({ spec }) => delete spec.ingressClassName)).toEqual([
      "Ingress shop/web: no default class of Ingresses, the cluster has alb",
    ]);
  });

  test("more zones than the node groups have", () => {
    const [constraint] = documents("application").find(({ kind }) => kind === "Deployment")!.spec.template
      .spec.topologySpreadConstraints;
    const zones = (change: object) =>
      pod((spec) => (spec.topologySpreadConstraints = [{ ...constraint, ...change }]));
    expect(zones({ minDomains: 4 })).toEqual([
      "Deployment shop/web: its pods need 4 zones, the cluster has eu-central-1a, eu-central-1b, eu-central-1c",
    ]);
    expect(zones({ minDomains: 4, whenUnsatisfiable: "ScheduleAnyway" })).toEqual([]);
    expect(zones({ topologyKey: "kubernetes.io/hostname", minDomains: 4 })).toEqual([]);
  });

  test("zones of groups that do not accept the pods do not count", () => {
    const { groups, ...rest } = offer(clusters.eks);
    const [group] = groups;
    const split = {
      ...rest,
      groups: [
        { ...group, zones: ["a"] },
        { ...group, zones: ["b", "c"], taints: [{ key: "gpu", value: "true", effect: "NoSchedule" }] },
      ],
    };
    expect(unmetRequirements(application("eks"), split)).toEqual([
      "Deployment shop/web: its pods need 3 zones, the cluster has a",
    ]);
    const tolerant = application("eks").map((one) => {
      if (one.kind === "Deployment")
        one.spec.template.spec.tolerations = [{ key: "gpu", operator: "Exists" }];
      return one;
    });
    expect(unmetRequirements(tolerant, split)).toEqual([]);
  });

  test("requests above the smallest machine of each group", () => {
    const requests = (cpu: string, memory: string) =>
      pod(({ containers: [container] }) => (container.resources = { requests: { cpu, memory } }));
    expect(requests("1930m", "6627Mi")).toEqual([]);
    expect(requests("1.931", "1Gi")).toEqual([
      "Deployment shop/web: a pod requests 1931m and 1024Mi, workers has 1930m and 6627Mi on its smallest machine".replace(
        "workers",
        "node_groups_workers",
      ),
    ]);
    expect(requests("1", "7G")).toEqual([expect.stringContaining("requests 1000m and 6676Mi")]);
    expect(() => requests("one", "1Gi")).toThrow('"one" is not a quantity of Kubernetes');
  });

  test("all containers count, and limits are requests", () => {
    const big = { resources: { limits: { cpu: "1", memory: "1Gi" } } };
    expect(pod((spec) => spec.containers.push(big))).toEqual([]);
    expect(pod((spec) => spec.containers.push(big, big))).toEqual([expect.stringContaining("2250m")]);
    expect(pod((spec) => (spec.initContainers = [{ ...big, restartPolicy: "Always" }, big]))).toEqual([
      expect.stringContaining("2000m"),
    ]);
    expect(pod((spec) => (spec.initContainers = [big, big]))).toEqual([]);
  });

  const tooBig = {
    metadata: { labels: { app: "batch" } },
    spec: { containers: [{ resources: { requests: { cpu: "100" } } }] },
  };
  const kinds: readonly [string, object][] = [
    ...[
      "Deployment",
      "StatefulSet",
      "DaemonSet",
      "ReplicaSet",
      "ReplicationController",
      "Job",
      "Rollout",
    ].map((kind): [string, object] => [kind, { spec: { template: tooBig } }]),
    ["CronJob", { spec: { jobTemplate: { spec: { template: tooBig } } } }],
    ["PodTemplate", { template: tooBig }],
    ["Pod", tooBig],
  ];

  test.each(kinds)("requests of a %s, also in a List", (kind, rest) => {
    const object = { kind, ...rest, metadata: { name: "batch", namespace: "shop" } };
    const text = [expect.stringMatching(`^${kind} shop/batch: a pod requests 100000m`)];
    expect(unmetRequirements([object], offer(clusters.eks))).toEqual(text);
    expect(unmetRequirements([{ kind: "List", items: [object] }], offer(clusters.eks))).toEqual(text);
  });

  test("claims of ephemeral volumes, and disks for several pods of a Job", () => {
    const ephemeral = { volumeClaimTemplate: { spec: { storageClassName: "fast" } } };
    const volumes = [{ ephemeral }, { persistentVolumeClaim: { claimName: "store" } }];
    const template = { spec: { containers: [], volumes } };
    const metadata = { name: "batch", namespace: "shop" };
    const job = { kind: "CronJob", metadata, spec: { jobTemplate: { spec: { parallelism: 2, template } } } };
    expect(unmetRequirements([...application("eks"), job], offer(clusters.eks))).toEqual([
      'CronJob shop/batch: no storage class "fast", the cluster has gp3',
      'CronJob shop/batch: its pods are on several nodes, but the claim "store" is not ReadWriteMany',
    ]);
  });

  test.each([
    ["auto-mode-main", "Auto Mode"],
    ["karpenter-main", "Karpenter"],
    ["gke-autopilot-main", "Autopilot"],
    ["gke-auto-provisioning-elastic", "node auto-provisioning"],
    ["aks-auto-provisioning-elastic", "node auto-provisioning"],
  ])("in %s, %s adds nodes for all pods", (name, provisioner) => {
    const pods = { kind: "Deployment", metadata: { name: "batch" }, spec: { template: tooBig } };
    expect(offer(name).provisioners).toContainEqual({ name: provisioner });
    expect(unmetRequirements([pods], offer(name))).toEqual([]);
    const { groups, ...rest } = offer(name);
    expect(unmetRequirements([pods], { ...rest, groups, provisioners: [] })).toHaveLength(1);
  });

  test("a Fargate profile adds nodes for the pods that it selects", () => {
    const selectors = [{ namespace: "shop-*", labels: { app: "batch" } }];
    const offered = { ...offer(clusters.eks), provisioners: [{ name: "fargate", selectors }] };
    const unmetIn = (namespace: string, template = tooBig) =>
      unmetRequirements([{ kind: "Job", metadata: { name: "b", namespace }, spec: { template } }], offered);
    expect(unmetIn("shop-a")).toEqual([]);
    expect(unmetIn("shop")).toHaveLength(1);
    expect(unmetIn("shop-a", { ...tooBig, metadata: { labels: { app: "web" } } })).toHaveLength(1);
    expect(offer(clusters.eks).provisioners).toEqual([]);
    const [profile] = offer("fargate-main").provisioners;
    expect(profile.selectors?.[0].namespace).toEqual(expect.any(String));
  });

  test("labels and taints that no group matches", () => {
    const none = ["Deployment shop/web: no node group accepts its pods: labels or taints"];
    expect(pod((spec) => (spec.nodeSelector = { team: "shop" }))).toEqual(none);
    expect(pod((spec) => (spec.nodeSelector = { "kubernetes.io/os": "linux" }))).toEqual([]);
  });

  test("machines of an unknown size", () => {
    const { groups, ...rest } = offer(clusters.eks);
    const unknown = { ...rest, groups: groups.map((group) => ({ ...group, allocatable: undefined })) };
    expect(unmetRequirements(application("eks"), unknown)[0]).toContain(
      "node_groups_workers has machines of an unknown size (m7i.large, m6i.large)",
    );
  });
});

test("the files name the same objects, whose Services select pods", () => {
  const names = platforms.map((platform) =>
    application(platform).map(({ kind, metadata }) => `${kind} ${metadata.name}`),
  );
  expect(names[1]).toEqual(names[0]);
  expect(names[2]).toEqual(names[0]);
  const objects = application("eks");
  for (const service of objects.filter(({ kind }) => kind === "Service")) {
    const pods = objects.filter(
      ({ kind, spec }) =>
        kind === "Deployment" &&
        stringify(spec.template.metadata.labels) === stringify(service.spec.selector),
    );
    expect(pods).toHaveLength(1);
  }
});
