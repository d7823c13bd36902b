import { pauses, window } from "../common";
import type { Draw } from "../draw";
import { fields, some, trueIf } from "../vocabulary";
import { type Frame, gke, type Part } from "./frame";

export function observabilityOf(draw: Draw, { isAutopilot, isV2 }: Frame): Part<"observability"> {
  const managedPrometheus = isAutopilot
    ? draw.maybe(() => true)
    : gke.maybe(draw, "observability.managedPrometheus");
  const plain = ["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER"] as const;
  const logTypes = gke.values("observability.logTypes[]", "SYSTEM_COMPONENTS", isAutopilot && "WORKLOADS");
  const metrics = gke.values("observability.metrics[]", "SYSTEM_COMPONENTS", ...plain);
  return fields({
    retentionDays: () => draw.int(1, 3650),
    logTypes: () => [
      "SYSTEM_COMPONENTS",
      ...(isAutopilot ? (["WORKLOADS"] as const) : []),
      ...draw.some(logTypes, 0),
    ],
    metrics: () => [
      "SYSTEM_COMPONENTS",
      ...draw.some(plain, 0),
      ...(managedPrometheus === false ? [] : draw.some(metrics, 0)),
    ],
    managedPrometheus,
    autoMonitoring: trueIf(managedPrometheus !== false),
    trafficMetrics: trueIf(isV2),
    trafficRelay: trueIf(isV2),
    usageMetering: fields({ dataset: () => "gke_usage" }),
    notifications: fields({
      topic: () => "projects/shop-production/topics/gke",
      events: some(1),
    }),
  });
}

export function upgradesOf(draw: Draw, { channel }: Frame): Part<"upgrades"> {
  const days = gke.values("upgrades.window.days[]");
  const scopes = gke.values(
    "upgrades.pauses[].scope",
    channel === "none" && "minor",
    channel === "none" && "minor-and-nodes",
  );
  return fields({
    channel,
    window: () => window(draw, days, [4, 24], draw.bool() ? [3, 7] : undefined),
    pauses: () => pauses(draw).map((pause) => ({ ...pause, scope: draw.maybe(() => draw.one(scopes)) })),
    acceleratedPatches: trueIf(channel !== "none"),
  });
}
