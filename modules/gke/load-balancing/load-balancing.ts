import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { Construct } from "constructs";
import { limits } from "../limits";
import { projectName } from "../names";
import type { GkeLoadBalancingSpec } from "../spec";

/** See {@link GkeLoadBalancing}. */
export interface GkeLoadBalancingProps extends GkeLoadBalancingSpec {
  readonly clusterName: string;
  readonly region: string;
  readonly networkId: string;
}

/** Resources for load balancers, in addition to GKE's controllers, which are enabled in the cluster. */
export class GkeLoadBalancing extends Construct {
  /** The subnet of proxies of regional load balancers; undefined without a range for it. */
  readonly proxySubnetwork?: ComputeSubnetwork;

  constructor(
    scope: Construct,
    id: string,
    { proxyCidr, region, networkId, ...named }: GkeLoadBalancingProps,
  ) {
    super(scope, id);
    if (proxyCidr === undefined) return;
    this.proxySubnetwork = new ComputeSubnetwork(this, "proxies", {
      name: projectName({ ...named, region }, limits.computeName, "proxies"),
      network: networkId,
      region,
      ipCidrRange: proxyCidr,
      purpose: "REGIONAL_MANAGED_PROXY",
      role: "ACTIVE",
      timeouts: { delete: "20m" },
    });
  }
}
