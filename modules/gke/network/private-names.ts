import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { limits } from "../limits";
import { projectName } from "../names";
import type { GkeProject } from "../project/project";

/**
 * Domains of Google's services that nodes use, and their addresses for networks without egress.
 *
 * @see https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options
 */
const privateDomains = {
  googleapis: "googleapis.com.",
  registry: "pkg.dev.",
  old_registry: "gcr.io.",
  control_plane: "gke.goog.",
} as const;
const privateAddresses = ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"];

/** See {@link createPrivateNames}. */
interface PrivateNamesProps {
  readonly clusterName: string;
  readonly region: string;
  readonly networkId: string;
  readonly project: GkeProject;
}

/** Resolves Google's services to private addresses in the network. */
export function createPrivateNames(scope: Construct, props: PrivateNamesProps): ITerraformDependable[] {
  return Object.entries(privateDomains).flatMap(([id, domain]) => {
    const zone = new DnsManagedZone(scope, `names_${id}`, {
      name: projectName(props, limits.computeName, id.replaceAll("_", "-")),
      dnsName: domain,
      description: `${domain} without a way to the internet, for the GKE cluster ${props.clusterName}`,
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: props.networkId }] },
      dependsOn: props.project.prerequisites("dns"),
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
