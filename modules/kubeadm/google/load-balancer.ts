import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeForwardingRule } from "@cdktf/provider-google/lib/compute-forwarding-rule";
import { ComputeRegionBackendService } from "@cdktf/provider-google/lib/compute-region-backend-service";
import { ComputeRegionHealthCheck } from "@cdktf/provider-google/lib/compute-region-health-check";
import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { limits } from "../../google/limits";
import { projectName, regionalName } from "../../google/names";
import { apiServerPort } from "../boot/settings";
import type { Project } from "./project";

/** See {@link LoadBalancer}. */
export interface LoadBalancerProps {
  readonly clusterName: string;
  readonly region: string;
  readonly project: Project;
  readonly networkId: string;
  readonly subnetworkId: string;
  /** Its address in the subnet. */
  readonly address: string;
  /** The private DNS zone, and the name of the API server in it. */
  readonly dnsZone: string;
  readonly endpoint: string;
  /** The instance groups of the slots. */
  readonly groups: readonly string[];
}

/**
 * The internal load balancer of the API server, and its DNS name. It passes packets through: its address is an own address of each machine
 * behind it, so that a control-plane machine must reach itself under the name of the API server, which its boot program arranges.
 *
 * @see https://cloud.google.com/load-balancing/docs/internal
 */
export class LoadBalancer extends Construct {
  /** Dependencies of machines that reach the API server through it. */
  readonly prerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { region, networkId, subnetworkId, project } = props;
    const name = regionalName(props, limits.computeName, "api");
    const address = new ComputeAddress(this, "address", {
      name,
      region,
      subnetwork: subnetworkId,
      addressType: "INTERNAL",
      address: props.address,
    });
    const check = new ComputeRegionHealthCheck(this, "health_check", {
      name,
      region,
      checkIntervalSec: 5,
      timeoutSec: 4,
      healthyThreshold: 2,
      unhealthyThreshold: 2,
      httpsHealthCheck: { port: apiServerPort, requestPath: "/readyz" },
      dependsOn: project.prerequisites("compute"),
    });
    const backend = new ComputeRegionBackendService(this, "backend_service", {
      name,
      region,
      protocol: "TCP",
      loadBalancingScheme: "INTERNAL",
      healthChecks: [check.id],
      connectionDrainingTimeoutSec: 30,
      backend: props.groups.map((group) => ({ group, balancingMode: "CONNECTION" })),
    });
    const rule = new ComputeForwardingRule(this, "forwarding_rule", {
      name,
      region,
      loadBalancingScheme: "INTERNAL",
      ipProtocol: "TCP",
      ports: [String(apiServerPort)],
      network: networkId,
      subnetwork: subnetworkId,
      ipAddress: address.address,
      // Connected networks can be in other regions.
      allowGlobalAccess: true,
      backendService: backend.id,
    });
    const zone = new DnsManagedZone(this, "dns_zone", {
      name: projectName(props, limits.computeName, "api"),
      dnsName: `${props.dnsZone}.`,
      description: `API server of the cluster ${props.clusterName}`,
      visibility: "private",
      privateVisibilityConfig: { networks: [{ networkUrl: networkId }] },
      dependsOn: project.prerequisites("dns"),
    });
    const record = new DnsRecordSet(this, "dns_record", {
      managedZone: zone.name,
      name: `${props.endpoint}.`,
      type: "A",
      ttl: 60,
      rrdatas: [address.address],
    });
    this.prerequisites = [rule, record];
  }
}
