/** Edits that a cloud or Kubernetes refuses, although Terraform plans them. */
import { Cidr } from "../cluster/addresses";
import { compareMinor } from "../cluster/kubernetes-version";
import type { Refusal, ResourceChange } from "./model";
import type { Synthesized } from "./predict";

type Config = Readonly<Record<string, unknown>>;

/** A control plane is upgraded by one minor at a time, and never downgraded. */
export function versionRefusals(before: Config, after: Config): Refusal[] {
  const [old, fresh] = [before.kubernetesVersion, after.kubernetesVersion].map(
    (version) => /^1\.\d+/.exec(String(version))?.[0],
  );
  if (old === undefined || fresh === undefined) return [];
  const step = compareMinor(fresh, old);
  if (step < 0)
    return [{ reason: `kubernetesVersion: a control plane is not downgraded, from ${old} to ${fresh}` }];
  if (step < 2) return [];
  const next = `1.${Number(old.slice(2)) + 1}`;
  return [
    {
      reason: `kubernetesVersion: a control plane is upgraded by one minor at a time: deploy ${next} before ${fresh}`,
    },
  ];
}

/** A secondary range of a subnetwork with nodes or Services cannot be changed: Google refuses it in the apply. */
export function rangeRefusals(before: Synthesized, after: Synthesized): Refusal[] {
  const type = "google_compute_subnetwork";
  return Object.entries(after.resource?.[type] ?? {}).flatMap(([name, fresh]) => {
    const [old, other] = [before.resource?.[type]?.[name], fresh].map((subnetwork) =>
      rangesOf(subnetwork?.secondary_ip_range),
    );
    return Object.entries(old)
      .filter(([range, cidr]) => Object.hasOwn(other, range) && other[range] !== cidr)
      .map(([range, cidr]) => ({
        address: `${type}.${name}`,
        reason: `${type}.${name}: Google does not change the secondary range ${range} while the cluster uses it, from ${cidr} to ${other[range]}`,
      }));
  });
}

/** Disks that their cloud does not reduce: the argument with the size in GiB. Terraform plans the change, and its apply fails. */
const growingDisks = {
  aws_ebs_volume: { argument: "size", cloud: "AWS" },
  azurerm_managed_disk: { argument: "disk_size_gb", cloud: "Azure" },
} as const;

/** Clouds refuse smaller disks in the apply. */
export function diskRefusals(before: Synthesized, after: Synthesized): Refusal[] {
  return Object.entries(growingDisks).flatMap(([type, { argument, cloud }]) =>
    Object.entries(after.resource?.[type] ?? {}).flatMap(([name, disk]) => {
      const [old, size] = [before.resource?.[type]?.[name]?.[argument], disk[argument]];
      if (typeof old !== "number" || typeof size !== "number" || size >= old) return [];
      const address = `${type}.${name}`;
      return [
        {
          address,
          reason: `${address}: ${cloud} does not reduce the size of a disk, from ${old} to ${size} GiB`,
        },
      ];
    }),
  );
}

const rangesOf = (ranges: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (Array.isArray(ranges) ? (ranges as Config[]) : []).map((range) => [
      String(range.range_name),
      String(range.ip_cidr_range),
    ]),
  );

/**
 * Azure keeps the ranges of a subnet that has machines, and does not create a subnet in a range of another one. Terraform deletes the
 * subnet of a removed node pool only after it has created the new subnet.
 */
export function subnetRefusals(
  before: Synthesized,
  after: Synthesized,
  changes: readonly ResourceChange[],
): Refusal[] {
  const type = "azurerm_subnet";
  const replaced = new Set(
    changes.filter(({ action }) => action.startsWith("replaced")).map(({ address }) => address),
  );
  // A new network has no machines yet.
  if ([...replaced].some((address) => address.startsWith("azurerm_virtual_network."))) return [];
  const [old, fresh] = [before.resource?.[type] ?? {}, after.resource?.[type] ?? {}];
  const removed = Object.keys(old).filter((name) => !Object.hasOwn(fresh, name));
  return Object.keys(fresh).flatMap((name): Refusal[] => {
    const address = `${type}.${name}`;
    if (replaced.has(address)) return [];
    const ranges = prefixesOf(fresh[name]);
    if (Object.hasOwn(old, name)) {
      const gone = prefixesOf(old[name]).filter((range) => !ranges.includes(range));
      if (gone.length === 0) return [];
      return [
        {
          address,
          reason: `${address}: Azure does not remove the range ${gone.join(", ")} of a subnet with machines`,
        },
      ];
    }
    const other = removed.find((one) =>
      prefixesOf(old[one]).some((range) => ranges.some((own) => overlap(own, range))),
    );
    if (other === undefined) return [];
    const reason = `${address}: Azure does not create the subnet, because ${type}.${other} still has its addresses`;
    return [{ address, reason }];
  });
}

const prefixesOf = ({ address_prefixes: prefixes }: Config): readonly string[] =>
  Array.isArray(prefixes) ? prefixes.filter((one) => typeof one === "string") : [];

function overlap(one: string, other: string): boolean {
  const [a, b] = [Cidr.parse(one), Cidr.parse(other)];
  return a !== undefined && b !== undefined && a.overlaps(b);
}
