import { fieldRules } from "../cluster/fields";
import type { Problem } from "../cluster/problem";
import { checkCluster } from "../cluster/rules/check";
import type { Rule, RuleContext } from "../cluster/rules/rule";
import { rules as access } from "./access/rules/access";
import { rules as endpoints } from "./access/rules/endpoints";
import { rules as autoProvisioning } from "./autoscaling/rules/auto-provisioning";
import { rules as capacity } from "./capacity/rules/capacity";
import { rules as gitops } from "./control-plane/rules/gitops";
import { rules as autopilot } from "./control-plane/rules/autopilot";
import { rules as labels } from "./control-plane/rules/labels";
import { rules as names } from "./control-plane/rules/names";
import { rules as options } from "./control-plane/rules/options";
import { rules as terraformAddresses } from "./control-plane/rules/terraform-addresses";
import { rules as upgrades } from "./control-plane/rules/upgrades";
import { rules as versions } from "./control-plane/rules/versions";
import { rules as workloadIdentities } from "./identity/rules/workload-identities";
import { rules as loadBalancing } from "./load-balancing/rules/load-balancing";
import { rules as existingNetwork } from "./network/rules/existing-network";
import { rules as addressRanges } from "./network/rules/address-ranges";
import { rules as network } from "./network/rules/network";
import { rules as accelerators } from "./node-groups/rules/accelerators";
import { rules as disks } from "./node-groups/rules/disks";
import { rules as images } from "./node-groups/rules/images";
import { rules as nodeLabels } from "./node-groups/rules/labels";
import { rules as machines } from "./node-groups/rules/machines";
import { rules as nodeGroups } from "./node-groups/rules/node-groups";
import { rules as nodeSystem } from "./node-groups/rules/node-system";
import { rules as nodeUpgrades } from "./node-groups/rules/upgrades";
import { rules as observability } from "./observability/rules/observability";
import { rules as project } from "./project/rules/project";
import { rules as storage } from "./storage/rules/storage";
import { rules as workloads } from "./workloads/rules/workloads";
import { fields } from "./fields.generated";
import type { AnyGkeClusterProps } from "./spec";
import { zoneNames } from "./zones";

/** The rules of GKE, in addition to the common rules. */
export const gkeRules: readonly Rule<AnyGkeClusterProps>[] = [
  ...fieldRules<AnyGkeClusterProps>("GKE", fields),
  ...project,
  ...autopilot,
  ...gitops,
  ...labels,
  ...names,
  ...options,
  ...terraformAddresses,
  ...upgrades,
  ...versions,
  ...access,
  ...endpoints,
  ...existingNetwork,
  ...addressRanges,
  ...network,
  ...accelerators,
  ...disks,
  ...nodeLabels,
  ...images,
  ...machines,
  ...nodeGroups,
  ...nodeSystem,
  ...nodeUpgrades,
  ...autoProvisioning,
  ...loadBalancing,
  ...storage,
  ...workloadIdentities,
  ...observability,
  ...capacity,
  ...workloads,
];

/** All problems of a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: AnyGkeClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  return checkCluster(gkeRules, cluster, {
    ...context,
    get zones() {
      return zoneNames(cluster);
    },
  });
}
