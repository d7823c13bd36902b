import fc from "fast-check";
import type { KubeadmClusterSpec, KubeadmNodeGroupSpec } from "../../../modules/kubeadm/spec";
import { knownMinors, kubernetesVersion } from "../../../modules/kubeadm/versions";

const text = (first: string) => fc.stringMatching(new RegExp(`^${first}[a-z0-9]{2,6}$`));

/** An optional field: it is omitted in one of three clusters. */
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined, freq: 2 });

const whole = (min: number, max: number) => maybe(fc.integer({ min, max }));

const image = maybe(fc.constantFrom({ id: "ami-0123456789abcdef0" }, { id: "ami-0fedcba9876543210" }));

const upgrade = maybe(
  fc.oneof(
    fc.record({ maxUnavailable: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ maxUnavailablePercent: fc.integer({ min: 5, max: 50 }) }),
  ),
);

const size = fc.oneof(
  fc.integer({ min: 1, max: 6 }),
  fc.record({ min: fc.integer({ min: 0, max: 3 }), max: fc.integer({ min: 4, max: 9 }) }),
);

const nodeGroup: fc.Arbitrary<KubeadmNodeGroupSpec> = fc.record({
  name: text("n"),
  machineTypes: fc.constantFrom(["m7i.large"], ["m7i.xlarge", "m6i.xlarge"], ["m7g.large"]),
  size,
  capacity: maybe(fc.constantFrom("on-demand", "spot")),
  zones: maybe(fc.constantFrom(["eu-central-1a"], ["eu-central-1b", "eu-central-1c"])),
  spread: maybe(fc.constantFrom("one-group", "per-zone")),
  disk: maybe(fc.record({ sizeGiB: whole(20, 200) })),
  labels: maybe(fc.dictionary(text("l"), text("v"), { minKeys: 1, maxKeys: 2 })),
  taints: maybe(
    fc
      .record({
        key: text("t"),
        value: maybe(text("v")),
        effect: fc.constantFrom("NoSchedule", "PreferNoSchedule", "NoExecute"),
      })
      .map((taint) => [taint]),
  ),
  maxPods: whole(10, 250),
  image,
  upgrade,
  repair: maybe(fc.boolean()),
  timeoutHours: maybe(fc.constantFrom(2, 4, 8, 16)),
  tags: maybe(fc.dictionary(text("g"), text("v"), { minKeys: 1, maxKeys: 2 })),
});

const etcd = maybe(
  fc.record({
    sizeGiB: whole(20, 100),
    iops: whole(3000, 16_000),
    throughputMiBps: whole(125, 750),
    quotaGiB: whole(1, 8),
    backupMinutes: whole(5, 1440),
    retentionDays: whole(1, 365),
    restore: maybe(fc.constantFrom("newest", "backups/etcd/20261129T101500Z-0.db")),
  }),
);

const controlPlane = fc.record({
  machines: maybe(fc.constantFrom(1, 3, 5)),
  machineType: fc.constantFrom("m7i.large", "m7g.large"),
  disk: maybe(fc.record({ sizeGiB: whole(20, 100) })),
  image,
  etcd,
  timeoutMinutes: whole(5, 120),
});

const network = fc.oneof(
  fc.record({
    nat: maybe(fc.constantFrom("none", "single", "per-zone", "regional")),
    private: maybe(fc.constant(false)),
  }),
  fc.record({ nat: maybe(fc.constant("none" as const)), private: fc.constant(true) }),
);

const ranges = fc.record({
  cidr: maybe(fc.constantFrom("10.0.0.0/16", "10.70.0.0/18")),
  zones: maybe(
    fc.constantFrom<(number | string[])[]>(3, ["eu-central-1b", "eu-central-1c", "eu-central-1a"]),
  ),
  podCidr: maybe(fc.constantFrom("100.64.0.0/16", "10.128.0.0/14")),
  serviceCidr: maybe(fc.constantFrom("172.20.0.0/16", "172.30.0.0/20")),
  cni: maybe(fc.constantFrom("cilium", "none")),
});

const software = maybe(
  fc.record({
    source: maybe(fc.constantFrom("store", "image")),
    imageRepository: maybe(fc.constantFrom("registry.k8s.io", "registry.example.com/k8s")),
  }),
);

/** Without fields that are undefined, as a file has them. */
function defined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(defined) as T;
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, defined(field)])) as T;
}

/** Valid kubeadm clusters on AWS, with all fields of the vocabulary except secrets and mirrors, which witnesses have. */
export const kubeadmClusters: fc.Arbitrary<KubeadmClusterSpec> = fc
  .record({
    name: text("c"),
    kubernetesVersion: fc.constantFrom(...knownMinors()).map((minor) => kubernetesVersion(minor)!.patch),
    controlPlane,
    network: fc.tuple(network, ranges).map(([one, other]) => ({ ...one, ...other })),
    access: fc.record({
      admins: fc.constantFrom(
        ["arn:aws:iam::111122223333:role/PlatformAdmin"],
        ["arn:aws:iam::111122223333:role/PlatformAdmin", "arn:aws:iam::111122223333:user/ops"],
      ),
      privateFrom: maybe(fc.constantFrom(["10.8.0.0/16"], ["10.8.0.0/16", "10.9.0.0/16"])),
    }),
    nodeGroups: fc.uniqueArray(nodeGroup, { minLength: 1, maxLength: 2, selector: ({ name }) => name }),
    autoscaling: maybe(fc.constantFrom("none", "cluster-autoscaler")),
    storage: maybe(
      fc.record({
        block: maybe(
          fc.oneof(fc.boolean(), fc.record({ defaultClass: maybe(fc.boolean()) }, { requiredKeys: [] })),
        ),
      }),
    ),
    loadBalancing: maybe(fc.record({ controller: maybe(fc.boolean()) })),
    protection: maybe(fc.boolean()),
    tags: maybe(fc.dictionary(text("k"), text("v"), { minKeys: 1, maxKeys: 2 })),
    kubeadm: maybe(fc.record({ software, sessionManager: maybe(fc.boolean()) })),
  })
  .map((fields) => {
    const spec = { platform: "kubeadm", cloud: "aws", region: "eu-central-1", ...fields };
    return defined(spec as KubeadmClusterSpec);
  });
