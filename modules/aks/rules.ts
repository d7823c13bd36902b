import { fieldRules } from "../cluster/fields";
import type { Problem } from "../cluster/problem";
import { checkCluster } from "../cluster/rules/check";
import type { Rule, RuleContext } from "../cluster/rules/rule";
import { rules as apiServer } from "./access/rules/api-server";
import { rules as principals } from "./access/rules/principals";
import { rules as autoscaling } from "./autoscaling/rules/autoscaling";
import { rules as capacity } from "./capacity/rules/capacity";
import { rules as addOns } from "./control-plane/rules/add-ons";
import { rules as gitops } from "./control-plane/rules/gitops";
import { rules as encryption } from "./control-plane/rules/encryption";
import { rules as maintenance } from "./control-plane/rules/maintenance";
import { rules as names } from "./control-plane/rules/names";
import { rules as regions } from "./control-plane/rules/regions";
import { rules as tags } from "./control-plane/rules/tags";
import { rules as terraformAddresses } from "./control-plane/rules/terraform-addresses";
import { rules as versions } from "./control-plane/rules/versions";
import { rules as identities } from "./identity/rules/identities";
import { rules as workloadIdentities } from "./identity/rules/workload-identities";
import { rules as dns } from "./load-balancing/rules/dns";
import { rules as ingress } from "./load-balancing/rules/ingress";
import { rules as egress } from "./network/rules/egress";
import { rules as existingNetwork } from "./network/rules/existing-network";
import { rules as podNetwork } from "./network/rules/pod-network";
import { rules as peerings } from "./network/rules/peerings";
import { rules as ranges } from "./network/rules/ranges";
import { rules as reachability } from "./network/rules/reachability";
import { rules as zones } from "./network/rules/zones";
import { rules as machines } from "./node-groups/rules/machines";
import { rules as nodeGroups } from "./node-groups/rules/node-groups";
import { rules as nodeSettings } from "./node-groups/rules/node-settings";
import { rules as sizes } from "./node-groups/rules/sizes";
import { rules as systemGroups } from "./node-groups/rules/system-groups";
import { rules as windows } from "./node-groups/rules/windows";
import { rules as observability } from "./observability/rules/observability";
import { rules as resourceGroups } from "./resource-group/rules/resource-groups";
import { rules as resourceIds } from "./resource-group/rules/resource-ids";
import { rules as storage } from "./storage/rules/storage";
import { rules as workloads } from "./workloads/rules/workloads";
import { fields } from "./fields.generated";
import type { AksClusterProps } from "./spec";
import { zoneNames } from "./zones";

/** The rules of AKS, in addition to those of every platform. */
export const aksRules: readonly Rule<AksClusterProps>[] = [
  ...fieldRules<AksClusterProps>("AKS", fields),
  ...apiServer,
  ...principals,
  ...autoscaling,
  ...capacity,
  ...addOns,
  ...gitops,
  ...encryption,
  ...maintenance,
  ...names,
  ...regions,
  ...tags,
  ...terraformAddresses,
  ...versions,
  ...identities,
  ...workloadIdentities,
  ...dns,
  ...ingress,
  ...egress,
  ...existingNetwork,
  ...podNetwork,
  ...peerings,
  ...ranges,
  ...reachability,
  ...zones,
  ...machines,
  ...nodeGroups,
  ...nodeSettings,
  ...sizes,
  ...systemGroups,
  ...windows,
  ...observability,
  ...resourceGroups,
  ...resourceIds,
  ...storage,
  ...workloads,
];

/** Every problem of a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: AksClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  return checkCluster(aksRules, cluster, {
    ...context,
    get zones() {
      return zoneNames(cluster);
    },
  });
}
