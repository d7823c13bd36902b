import { error, type Path } from "../../../cluster/problem";
import { isKnown, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * Fields that Autopilot controls are omitted, or have the value that Autopilot gives them.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/resources/autopilot-standard-feature-comparison
   */
  "autopilot-settings"(cluster) {
    const { gke, network, storage, loadBalancing, observability, autoscaling, upgrades } = cluster;
    if (!isKnown(gke) || gke.mode !== "autopilot") return [];
    const given: [Path, unknown][] = [
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
      // The provider drops these arguments in Autopilot mode, without a message (suppressDiffForAutopilot).
      [["network", "dns", "scope"], other(network?.dns?.scope, "cluster")],
      [["network", "dns", "domain"], network?.dns?.domain],
      [["network", "dns", "nodeCache"], other(network?.dns?.nodeCache, true)],
      [["storage", "block"], storage?.block === false ? false : undefined],
      [["storage", "statefulHa"], other(storage?.statefulHa, false)],
      [["loadBalancing", "controller"], other(loadBalancing?.controller, true)],
      [["observability", "managedPrometheus"], other(observability?.managedPrometheus, true)],
      [["upgrades", "channel"], upgrades?.channel === "none" ? "none" : undefined],
    ];
    return given
      .filter(([, value]) => value !== undefined)
      .map(([path, value]) =>
        error(
          path,
          `is not configurable in Autopilot mode, got ${typeof value === "object" ? "an object" : shown(value)}; omit it`,
        ),
      );
  },

  /**
   * An Autopilot cluster has no node groups: GKE creates its nodes.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/autopilot-overview
   */
  "autopilot-without-node-groups"({ gke, nodeGroups }) {
    if (!isKnown(gke) || gke.mode !== "autopilot" || !isKnown(nodeGroups) || nodeGroups.length === 0)
      return [];
    return [
      error(["nodeGroups"], `must be [] in Autopilot mode: GKE creates the nodes, got ${nodeGroups.length}`),
    ];
  },

  /**
   * Only Autopilot restricts NET_ADMIN, so only Autopilot has a field that allows it.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/autopilot-security
   */
  "net-admin-needs-autopilot"({ gke }) {
    if (!isKnown(gke) || !isKnown(gke.allowNetAdmin) || gke.mode === "autopilot") return [];
    return [error(["gke", "allowNetAdmin"], "needs mode autopilot; Standard clusters allow such workloads")];
  },
});

/** A value that differs from the one that Autopilot has anyway. */
function other<T>(value: T | undefined, own: T): T | undefined {
  return !isKnown(value) || value === own ? undefined : value;
}
