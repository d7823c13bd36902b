import { fieldRules } from "../cluster/fields";
import type { Problem } from "../cluster/problem";
import { checkCluster } from "../cluster/rules/check";
import type { Rule, RuleContext } from "../cluster/rules/rule";
import { rules as access } from "./access/rules/access";
import { rules as accessEntries } from "./access/rules/access-entries";
import { rules as endpoints } from "./access/rules/endpoints";
import { rules as addOns } from "./add-ons/rules/add-ons";
import { rules as placement } from "./add-ons/rules/placement";
import { rules as settings } from "./add-ons/rules/settings";
import { rules as capabilities } from "./add-ons/rules/capabilities";
import { rules as gitops } from "./add-ons/rules/gitops";
import { rules as autoProvisioning } from "./autoscaling/rules/auto-provisioning";
import { rules as scaleFromZero } from "./autoscaling/rules/scale-from-zero";
import { rules as capacity } from "./capacity/rules/capacity";
import { rules as encryption } from "./control-plane/rules/encryption";
import { rules as names } from "./control-plane/rules/names";
import { rules as tags } from "./control-plane/rules/tags";
import { rules as terraformAddresses } from "./control-plane/rules/terraform-addresses";
import { rules as versions } from "./control-plane/rules/versions";
import { rules as roleSettings } from "./identity/rules/role-settings";
import { rules as workloadIdentities } from "./identity/rules/workload-identities";
import { rules as loadBalancing } from "./load-balancing/rules/load-balancing";
import { rules as existingNetwork } from "./network/rules/existing-network";
import { rules as network } from "./network/rules/network";
import { rules as podNetwork } from "./network/rules/pod-network";
import { rules as remoteNetworks } from "./network/rules/remote-networks";
import { rules as securityGroups } from "./network/rules/security-groups";
import { rules as autoScalingGroups } from "./node-groups/rules/auto-scaling-groups";
import { rules as disks } from "./node-groups/rules/disks";
import { rules as fargate } from "./node-groups/rules/fargate";
import { rules as images } from "./node-groups/rules/images";
import { rules as machines } from "./node-groups/rules/machines";
import { rules as nodeGroups } from "./node-groups/rules/node-groups";
import { rules as nodesNeeded } from "./node-groups/rules/nodes-needed";
import { rules as repair } from "./node-groups/rules/repair";
import { rules as userData } from "./node-groups/rules/user-data";
import { rules as windows } from "./node-groups/rules/windows";
import { rules as observability } from "./observability/rules/observability";
import { rules as storage } from "./storage/rules/storage";
import { rules as disksKey } from "./storage/rules/disks-key";
import { rules as workloads } from "./workloads/rules/workloads";
import { fields } from "./fields.generated";
import type { EksClusterProps } from "./spec";
import { zoneNames } from "./zones";

/** The rules of EKS, in addition to those of all platforms. */
export const eksRules: readonly Rule<EksClusterProps>[] = [
  ...fieldRules<EksClusterProps>("EKS", fields),
  ...encryption,
  ...names,
  ...tags,
  ...terraformAddresses,
  ...versions,
  ...access,
  ...accessEntries,
  ...endpoints,
  ...existingNetwork,
  ...network,
  ...podNetwork,
  ...remoteNetworks,
  ...securityGroups,
  ...autoScalingGroups,
  ...disks,
  ...fargate,
  ...images,
  ...machines,
  ...nodeGroups,
  ...nodesNeeded,
  ...repair,
  ...userData,
  ...windows,
  ...autoProvisioning,
  ...scaleFromZero,
  ...addOns,
  ...settings,
  ...capabilities,
  ...gitops,
  ...placement,
  ...storage,
  ...disksKey,
  ...roleSettings,
  ...workloadIdentities,
  ...loadBalancing,
  ...observability,
  ...workloads,
  ...capacity,
];

/** All problems of a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: EksClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  return checkCluster(eksRules, cluster, {
    ...context,
    get zones() {
      return zoneNames(cluster);
    },
  });
}
