import { fieldRules } from "../cluster/fields";
import type { Problem } from "../cluster/problem";
import { checkCluster } from "../cluster/rules/check";
import type { Rule, RuleContext } from "../cluster/rules/rule";
import { rules as access } from "./access/rules/access";
import { rules as capacity } from "./capacity/rules/capacity";
import { rules as cloud } from "./control-plane/rules/cloud";
import { rules as etcd } from "./control-plane/rules/etcd";
import { rules as machines } from "./control-plane/rules/machines";
import { rules as versions } from "./control-plane/rules/versions";
import { rules as workloads } from "./workloads/rules/workloads";
import { fields } from "./fields.generated";
import { rules as network } from "./network/rules/network";
import { rules as nodeGroups } from "./node-groups/rules/node-groups";
import type { KubeadmClusterProps } from "./spec";
import { rules as manifests } from "./software/rules/manifests";
import { rules as programs } from "./software/rules/programs";
import { rules as values } from "./software/rules/values";
import { rules as storage } from "./storage/rules/storage";
import { zoneNames } from "./zones";

/** The rules of kubeadm clusters, in addition to those of all platforms. */
export const kubeadmRules: readonly Rule<KubeadmClusterProps>[] = [
  ...fieldRules<KubeadmClusterProps>("kubeadm clusters", fields, ({ cloud }) =>
    cloud === "azure" ? "azurerm" : cloud,
  ),
  ...cloud,
  ...versions,
  ...machines,
  ...etcd,
  ...programs,
  ...manifests,
  ...values,
  ...network,
  ...access,
  ...nodeGroups,
  ...capacity,
  ...storage,
  ...workloads,
];

/** All problems of a cluster; paths start at the cluster. */
export function clusterProblems(
  cluster: KubeadmClusterProps,
  context: Pick<RuleContext, "today" | "nodeGroupsMayFollow">,
): Problem[] {
  return checkCluster(kubeadmRules, cluster, {
    ...context,
    get zones() {
      return zoneNames(cluster);
    },
  });
}
