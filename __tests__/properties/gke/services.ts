import type { GkeClusterSpec } from "../../../modules/gke/spec";
import { window } from "../common";
import type { Draw } from "../draw";
import type { Frame } from "./frame";

export function observabilityOf(draw: Draw, { isAutopilot, isV2 }: Frame): GkeClusterSpec["observability"] {
  const prometheus = isAutopilot ? draw.maybe(() => true) : draw.maybe(() => draw.one([true, false]));
  const collected = [
    "STORAGE",
    "HPA",
    "POD",
    "DAEMONSET",
    "DEPLOYMENT",
    "STATEFULSET",
    "CADVISOR",
    "KUBELET",
    "DCGM",
    "JOBSET",
  ] as const;
  const plain = ["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER"] as const;
  const ifV2 = () => (isV2 ? draw.maybe(() => draw.bool()) : draw.maybe(() => false));
  return {
    retentionDays: draw.maybe(() => draw.int(1, 3650)),
    keepLogs: draw.maybe(() => false as const),
    logTypes: draw.maybe(() => [
      "SYSTEM_COMPONENTS" as const,
      ...(isAutopilot ? (["WORKLOADS"] as const) : draw.some(["WORKLOADS"] as const, 0)),
      ...draw.some(
        ["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER", "KCP_CONNECTION", "KCP_SSHD", "KCP_HPA"] as const,
        0,
      ),
    ]),
    metrics: draw.maybe(() => [
      "SYSTEM_COMPONENTS" as const,
      ...draw.some(plain, 0),
      ...(prometheus === false ? [] : draw.some(collected, 0)),
    ]),
    managedPrometheus: prometheus,
    autoMonitoring: draw.maybe(() => prometheus !== false && draw.bool()),
    trafficMetrics: ifV2(),
    trafficRelay: ifV2(),
    costAllocation: draw.maybe(() => draw.bool()),
    usageMetering: draw.maybe(() => ({
      dataset: draw.maybe(() => "gke_usage"),
      egress: draw.maybe(() => draw.bool()),
    })),
    notifications: draw.maybe(() =>
      draw.one([
        true,
        false,
        {
          topic: draw.maybe(() => "projects/shop-production/topics/gke"),
          events: draw.maybe(() =>
            draw.some([
              "UPGRADE_AVAILABLE_EVENT",
              "UPGRADE_EVENT",
              "SECURITY_BULLETIN_EVENT",
              "UPGRADE_INFO_EVENT",
            ] as const),
          ),
        },
      ]),
    ),
  };
}

export function upgradesOf(draw: Draw, { channel }: Frame): GkeClusterSpec["upgrades"] {
  return {
    channel,
    window: draw.maybe(() => window(draw, [4, 24], draw.bool() ? [3, 7] : undefined)),
    pauses: draw.maybe(() =>
      draw.list(
        0,
        3,
        () => ({
          name: draw.label(20),
          from: "2026-12-20T00:00:00Z",
          until: `2027-01-0${draw.int(1, 9)}T00:00:00Z`,
          scope: draw.maybe(() =>
            channel === "none" ? "all" : draw.one(["all", "minor", "minor-and-nodes"] as const),
          ),
        }),
        ({ name }) => name,
      ),
    ),
    acceleratedPatches: draw.maybe(() => channel !== "none" && draw.bool()),
  };
}
