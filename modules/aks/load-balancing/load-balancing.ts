import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { Construct } from "constructs";
import { idOf } from "../../cluster/references";
import { roles } from "../../azure/builtin-roles";
import { grantToIdentity } from "../../azure/grants";
import { AksWorkloadIdentity, type WorkloadContext } from "../identity/workload-identity";
import { groupIdOf, nameIn } from "../../azure/resource-ids";
import type { AksClusterProps } from "../spec";
import { defaults } from "../fields.generated";
import { asSet } from "../../cluster/sets";
import { isUnresolved } from "../../cluster/tokens";

/** Ingress controllers that AKS runs, as arguments of the cluster. */
export function loadBalancingArguments({
  loadBalancing = {},
  dns,
}: Pick<AksClusterProps, "loadBalancing" | "dns">): Partial<KubernetesClusterConfig> {
  const {
    controller,
    ingress = defaults["loadBalancing.ingress"],
    applicationGateway,
    istio,
  } = loadBalancing;
  return {
    webAppRouting: controller
      ? { dnsZoneIds: asSet(dns?.zones ?? []), defaultNginxController: ingressKinds[ingress] }
      : undefined,
    ingressApplicationGateway: applicationGateway && { ...applicationGateway },
    serviceMeshProfile: istio && {
      mode: "Istio",
      revisions: asSet(istio.revisions),
      internalIngressGatewayEnabled: istio.internalGateway ?? defaults["loadBalancing.istio.internalGateway"],
      externalIngressGatewayEnabled: istio.externalGateway ?? defaults["loadBalancing.istio.externalGateway"],
    },
  };
}

const ingressKinds = { external: "External", internal: "Internal", none: "None" } as const;

/** Props of `AksLoadBalancing`. */
export interface AksLoadBalancingProps extends WorkloadContext {
  readonly cluster: KubernetesCluster;

  /** The application routing add-on writes the records. */
  readonly controller: boolean;

  /** Ids of DNS zones. */
  readonly dnsZones: readonly string[];

  /** The Application Gateway of its ingress controller. */
  readonly gateway?: { readonly gatewayId?: string; readonly subnetId?: string };
}

/** Roles of controllers in the cluster on load balancers and DNS zones of Azure. */
export class AksLoadBalancing extends Construct {
  /** Identity of ExternalDNS; undefined with the application routing add-on, and without zones. */
  readonly externalDns?: AksWorkloadIdentity;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksLoadBalancingProps,
  ) {
    super(scope, id);
    const { cluster, controller, dnsZones, gateway } = props;
    if (dnsZones.length > 0) {
      if (!controller) this.externalDns = this.createExternalDns();
      const writer = controller
        ? cluster.webAppRouting.webAppRoutingIdentity.get(0).objectId
        : this.externalDns!.identity.principalId;
      for (const zone of dnsZones) this.allowRecords(zone, writer);
      if (!controller) this.allowList(dnsZones, writer);
    }
    if (gateway) this.allowGateway(gateway);
  }

  private createExternalDns(): AksWorkloadIdentity {
    const { clusterName, place, issuer } = this.props;
    return new AksWorkloadIdentity(this, "external_dns", {
      clusterName,
      place,
      issuer,
      namespace: "external-dns",
      serviceAccount: "external-dns",
    });
  }

  private allowRecords(zone: string, principalId: string): void {
    const isPrivate = /\/privateDnsZones\//i.test(zone);
    grantToIdentity(this, `${isPrivate ? "private_records" : "records"}_${idOf(this, nameIn(zone))}`, {
      role: isPrivate ? roles.privateDnsZoneContributor : roles.dnsZoneContributor,
      scope: zone,
      principalId,
    });
  }

  /**
   * ExternalDNS searches its zones in the list of all zones of their resource groups. Zones that are references are in the group of the
   * first one: Azure has each assignment once.
   *
   * @see https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/azure/
   */
  private allowList(zones: readonly string[], principalId: string): void {
    const known = zones.filter((zone) => !isUnresolved(zone));
    const listed = known.length > 0 ? known : zones.slice(0, 1);
    // Azure does not distinguish cases.
    const groups = new Map(listed.map((zone) => [groupIdOf(zone).toLowerCase(), groupIdOf(zone)]));
    for (const scope of groups.values()) {
      grantToIdentity(this, `zone_list_${idOf(this, nameIn(scope))}`, {
        role: roles.reader,
        scope,
        principalId,
      });
    }
  }

  /** The identity of the add-on changes the gateway, or creates one in the subnet. */
  private allowGateway({ gatewayId, subnetId }: NonNullable<AksLoadBalancingProps["gateway"]>): void {
    const { objectId } =
      this.props.cluster.ingressApplicationGateway.ingressApplicationGatewayIdentity.get(0);
    if (gatewayId) {
      grantToIdentity(this, "gateway", { role: roles.contributor, scope: gatewayId, principalId: objectId });
      // The controller looks up the gateway in its resource group.
      grantToIdentity(this, "gateway_group", {
        role: roles.reader,
        scope: groupIdOf(gatewayId),
        principalId: objectId,
      });
    }
    if (subnetId) {
      grantToIdentity(this, "gateway_subnet", {
        role: roles.networkContributor,
        scope: subnetId,
        principalId: objectId,
      });
    }
  }
}
