import { error, type Path } from "../../../cluster/problem";
import { entries, isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /** [provider] google_container_cluster, `enable_autopilot`: what conflicts with it; [GKE] Autopilot, comparison. */
  "autopilot-decides"(cluster) {
    const { gke, network, storage, loadBalancing, observability, autoscaling, upgrades } = cluster;
    if (!isKnown(gke) || gke.mode !== "autopilot") return [];
    const said: [Path, unknown][] = [
      [["autoscaling"], other(autoscaling, "cluster-autoscaler")],
      [["gke", "controlPlane"], other(gke.controlPlane, "regional")],
      [["gke", "configConnector"], other(gke.configConnector, false)],
      [["gke", "verticalPodAutoscaling"], other(gke.verticalPodAutoscaling, true)],
      [["gke", "autoscalingProfile"], gke.autoscalingProfile],
      [["gke", "autoProvisioning"], gke.autoProvisioning],
      [["gke", "alphaFeatures"], other(gke.alphaFeatures, false)],
      [["network", "dataplane"], other(network?.dataplane, "v2")],
      [["network", "intranodeVisibility"], other(network?.intranodeVisibility, true)],
      [["network", "multiNetworking"], other(network?.multiNetworking, false)],
      [["network", "dns", "by"], other(network?.dns?.by, "cloud-dns")],
      [["network", "dns", "nodeCache"], other(network?.dns?.nodeCache, true)],
      [["storage", "block"], storage?.block === false ? false : undefined],
      [["storage", "statefulHa"], other(storage?.statefulHa, false)],
      [["loadBalancing", "controller"], other(loadBalancing?.controller, true)],
      [["observability", "managedPrometheus"], other(observability?.managedPrometheus, true)],
      [["upgrades", "channel"], upgrades?.channel === "none" ? "none" : undefined],
    ];
    return said
      .filter(([, value]) => value !== undefined)
      .map(([path, value]) =>
        error(
          path,
          `is Autopilot's to decide, got ${typeof value === "object" ? "a map" : shown(value)}; leave it out`,
        ),
      );
  },

  /** [GKE] Autopilot: machines are Google's own. */
  "autopilot-makes-nodes"({ gke, nodeGroups }) {
    if (!isKnown(gke) || gke.mode !== "autopilot" || !isKnown(nodeGroups) || nodeGroups.length === 0)
      return [];
    return [
      error(["nodeGroups"], `must be [] in Autopilot, which makes nodes itself, got ${nodeGroups.length}`),
    ];
  },

  /** Logs and metrics of the system are always there in Autopilot, and those of workloads are logged. [GKE] Autopilot */
  "autopilot-is-observed"({ gke, observability }) {
    if (!isKnown(gke) || gke.mode !== "autopilot" || !isKnown(observability)) return [];
    const { logTypes, metrics } = observability;
    const lacks = (list: readonly string[] | undefined, ...names: string[]) =>
      isKnown(list) ? names.filter((name) => !list.includes(name)) : [];
    const noLogs = lacks(logTypes, "SYSTEM_COMPONENTS", "WORKLOADS");
    const noMetrics = lacks(metrics, "SYSTEM_COMPONENTS");
    return [
      ...(noLogs.length > 0
        ? [
            error(
              ["observability", "logTypes"],
              `must name ${noLogs.join(" and ")}, which Autopilot always logs`,
            ),
          ]
        : []),
      ...(noMetrics.length > 0
        ? [
            error(
              ["observability", "metrics"],
              `must name ${noMetrics.join(" and ")}, which Autopilot always measures`,
            ),
          ]
        : []),
    ];
  },

  /** [provider doc] google_container_cluster, `allow_net_admin`: of Autopilot alone. */
  "net-admin-is-autopilot"({ gke }) {
    if (!isKnown(gke) || gke.allowNetAdmin === undefined || gke.mode === "autopilot") return [];
    return [
      error(
        ["gke", "allowNetAdmin"],
        "belongs to mode autopilot; elsewhere such workloads are let in anyway",
      ),
    ];
  },

  /** [GKE] add-ons that stand on others. */
  "add-ons-have-ground"({ loadBalancing, gke, nodeGroups }) {
    const gateway =
      isKnown(loadBalancing) && loadBalancing.gateway === true && loadBalancing.controller === false;
    const alpha = isKnown(gke) && gke.alphaFeatures === true;
    return [
      ...(gateway
        ? [
            error(
              ["loadBalancing", "gateway"],
              "needs loadBalancing.controller, which makes the load balancers of Gateways too",
            ),
          ]
        : []),
      ...(alpha
        ? entries(nodeGroups)
            .filter(([, { repair }]) => repair !== false)
            .map(([i]) =>
              error(
                ["nodeGroups", i, "repair"],
                "must be false with gke.alphaFeatures: GKE repairs no such nodes",
              ),
            )
        : []),
    ];
  },
});

/** A value that differs from the one that Autopilot has anyway. */
function other<T>(value: T | undefined, own: T): T | undefined {
  return !isKnown(value) || value === own ? undefined : value;
}
