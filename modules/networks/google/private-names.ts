import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { limits } from "../../google/limits";
import { projectName } from "../../google/names";

/** Addresses of Google's services for networks without egress. */
const privateAddresses = ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"];

/** See {@link createPrivateNames}. */
export interface PrivateNamesProps {
  readonly clusterName: string;
  readonly region: string;

  /** What the cluster is, for descriptions, such as `GKE cluster`. */
  readonly kind: string;
  readonly networkId: string;

  /**
   * Domains of Google's services that nodes use, with a final dot, by their part of addresses.
   *
   * @see https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options
   */
  readonly domains: Readonly<Record<string, string>>;

  /** Created before the zones. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** Resolves Google's services to private addresses in the network. */
export function createPrivateNames(scope: Construct, props: PrivateNamesProps): ITerraformDependable[] {
  return Object.entries(props.domains).flatMap(([id, domain]) => {
    const zone = new DnsManagedZone(scope, `names_${id}`, {
      name: projectName(props, limits.computeName, id.replaceAll("_", "-")),
      dnsName: domain,
      description: `${domain} without a way to the internet, for the ${props.kind} ${props.clusterName}`,
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: props.networkId }] },
      dependsOn: [...props.prerequisites],
    });
    const record = (name: string, type: string, rrdatas: string[]) =>
      new DnsRecordSet(scope, `names_${id}_${type.toLowerCase()}`, {
        managedZone: zone.name,
        name,
        type,
        ttl: 300,
        rrdatas,
      });
    return [record(domain, "A", privateAddresses), record(`*.${domain}`, "CNAME", [domain])];
  });
}
