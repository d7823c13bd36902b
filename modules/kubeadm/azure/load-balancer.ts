import { Lb } from "@cdktf/provider-azurerm/lib/lb";
import { LbBackendAddressPool } from "@cdktf/provider-azurerm/lib/lb-backend-address-pool";
import { LbProbe } from "@cdktf/provider-azurerm/lib/lb-probe";
import { LbRule } from "@cdktf/provider-azurerm/lib/lb-rule";
import type { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { NetworkInterfaceBackendAddressPoolAssociation } from "@cdktf/provider-azurerm/lib/network-interface-backend-address-pool-association";
import { PrivateDnsARecord } from "@cdktf/provider-azurerm/lib/private-dns-a-record";
import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { forAzurerm } from "../../azure/provider-arguments";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { linkZone } from "../../azure/zone-link";
import { zonesOfAzure } from "../../azure/zones";
import { apiServerPort } from "../boot/settings";
import { ipConfigurationName } from "./slots";

/** See {@link LoadBalancer}. */
export interface LoadBalancerProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly vnetId: string;
  readonly subnetId: string;
  readonly address: string;
  readonly dnsZone: string;
  readonly endpoint: string;
  readonly interfaces: readonly NetworkInterface[];
}

/**
 * The internal load balancer of the API server, and its DNS name. It does not send a machine's requests back to the same machine, so that the
 * boot program points the name of the API server to the machine itself.
 *
 * @see https://learn.microsoft.com/azure/load-balancer/load-balancer-troubleshoot-backend-traffic
 */
export class LoadBalancer extends Construct {
  /** Dependencies of machines that reach the API server through it. */
  readonly prerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const { clusterName, place, vnetId, interfaces } = props;
    const frontend = "api";
    const balancer = new Lb(this, "Resource", {
      ...place,
      name: `${clusterName}-api`,
      sku: "Standard",
      frontendIpConfiguration: [
        {
          name: frontend,
          subnetId: props.subnetId,
          privateIpAddressAllocation: "Static",
          privateIpAddress: props.address,
          zones: [...zonesOfAzure],
        },
      ],
    });
    const pool = new LbBackendAddressPool(this, "pool", {
      name: "control-plane",
      loadbalancerId: balancer.id,
    });
    const members = interfaces.map(
      (one, i) =>
        new NetworkInterfaceBackendAddressPoolAssociation(this, `slot_${i}`, {
          networkInterfaceId: one.id,
          ipConfigurationName,
          backendAddressPoolId: pool.id,
        }),
    );
    const probe = new LbProbe(this, "probe", {
      name: "readyz",
      loadbalancerId: balancer.id,
      protocol: "Https",
      port: apiServerPort,
      requestPath: "/readyz",
      intervalInSeconds: 5,
      probeThreshold: 2,
    });
    const rule = new LbRule(this, "rule", {
      name: "api-server",
      loadbalancerId: balancer.id,
      protocol: "Tcp",
      frontendPort: apiServerPort,
      backendPort: apiServerPort,
      frontendIpConfigurationName: frontend,
      backendAddressPoolIds: [pool.id],
      probeId: probe.id,
      idleTimeoutInMinutes: 30,
      tcpResetEnabled: true,
      disableOutboundSnat: true,
    });
    const { resourceGroupName } = place;
    const zone = new PrivateDnsZone(this, "dns_zone", { name: props.dnsZone, resourceGroupName });
    const link = linkZone(this, { name: clusterName, zone, vnetId });
    const written = new PrivateDnsARecord(this, "dns_record", {
      name: props.endpoint.split(".")[0],
      zoneName: zone.name,
      resourceGroupName,
      ttl: 60,
      records: [props.address],
    });
    const record = forAzurerm(written, { private_dns_zone_id: zone.id });
    this.prerequisites = [...members, rule, link, record];
  }
}
