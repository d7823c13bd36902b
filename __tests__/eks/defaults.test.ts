import { defaults as common } from "../../modules/cluster/defaults";
import { defaults } from "../../modules/eks/defaults";
import schema from "../../modules/environment/environment.schema.json";

/** Where the types say `@default` for each group of the table. */
const definitions: Record<keyof typeof defaults, string> = {
  cluster: "EksClusterSpec",
  network: "EksNetworkSpec",
  access: "EksAccessSpec",
  nodeGroup: "EksNodeGroupSpec",
  image: "EksImageSpec",
  disk: "EksDiskSpec",
  upgrade: "NodeUpgradeSpec",
  reservation: "EksReservationSpec",
  autoScalingGroup: "EksAutoScalingGroupSpec",
  warmPool: "EksWarmPoolSpec",
  schedule: "EksScheduleSpec",
  storage: "EksStorageSpec",
  accessPoint: "EksAccessPointSpec",
  backup: "EksBackupSpec",
  lustre: "EksLustreSpec",
  encryption: "EksEncryptionSpec",
  workloadIdentity: "EksWorkloadIdentitySpec",
  statement: "Statement",
  observability: "EksObservabilitySpec",
  upgrades: "EksUpgradesSpec",
  options: "EksOptions",
  autoProvisioning: "EksAutoProvisioningSpec",
  argocd: "EksArgoCdSpec",
};

interface Definition {
  readonly properties?: Readonly<Record<string, { readonly default?: unknown; readonly $ref?: string }>>;
}

const all = schema.definitions as unknown as Readonly<Record<string, Definition>>;

/** Definitions that a file's cluster on EKS can hold. */
const reachable = reachableFrom("EksClusterSpec");

/** What the types say, without what is then not there. */
function documented(name: string): Record<string, unknown> {
  const fields = Object.entries(all[name].properties ?? {}).map(([field, { default: value }]) => [
    field,
    value,
  ]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && !isNothing(value)));
}

const isNothing = (value: unknown): boolean =>
  value === false || (Array.isArray(value) && value.length === 0);

function reachableFrom(start: string): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const references = JSON.stringify(all[name]).match(/#\/definitions\/[^"]+/g) ?? [];
    for (const reference of references) visit(decodeURIComponent(reference.split("/").at(-1)!));
  };
  visit(start);
  return found;
}

test.each(Object.entries(defaults))("%s: the types say the same", (group, values) => {
  expect(documented(definitions[group as keyof typeof defaults])).toEqual(values);
});

test("no default is documented that is not in the table", () => {
  const listed = Object.values(definitions);
  const others = [...reachable].filter((name) => !listed.includes(name));
  expect(others.length).toBeGreaterThan(10);
  expect(others.filter((name) => Object.keys(documented(name)).length > 0)).toEqual([]);
});

test("what every platform has, EKS has with the same value", () => {
  expect(defaults).toMatchObject(common);
});
