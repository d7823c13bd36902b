import type { AksClusterSpec } from "../../../modules/aks/spec";
import { window } from "../common";
import type { Draw } from "../draw";
import { type Frame, resource } from "./frame";

export function loadBalancingOf(draw: Draw, { podNetwork }: Frame): AksClusterSpec["loadBalancing"] {
  const controller = draw.maybe(() => draw.bool());
  return {
    controller,
    ingress: controller ? draw.maybe(() => draw.one(["external", "internal", "none"] as const)) : undefined,
    applicationGateway:
      podNetwork === "none"
        ? undefined
        : draw.seldom(
            () =>
              draw.one([
                { gatewayId: resource("Microsoft.Network/applicationGateways", "edge") },
                { subnetId: `${resource("Microsoft.Network/virtualNetworks", "edge")}/subnets/gateway` },
              ]),
            15,
          ),
    istio: draw.maybe(() => ({
      revisions: draw.one([["asm-1-27"], ["asm-1-27", "asm-1-28"]]),
      internalGateway: draw.maybe(() => draw.bool()),
      externalGateway: draw.maybe(() => draw.bool()),
    })),
  };
}

export function observabilityOf(draw: Draw): AksClusterSpec["observability"] {
  const workspaceId = draw.maybe(() => resource("Microsoft.OperationalInsights/workspaces", "logs"));
  return {
    retentionDays: workspaceId ? undefined : draw.maybe(() => draw.int(30, 730)),
    keepLogs: draw.maybe(() => false as const),
    workspaceId,
    logTypes: draw.maybe(() =>
      draw.some(
        [
          "kube-apiserver",
          "kube-audit",
          "kube-audit-admin",
          "kube-controller-manager",
          "kube-scheduler",
          "cluster-autoscaler",
          "cloud-controller-manager",
          "guard",
          "csi-azuredisk-controller",
          "csi-azurefile-controller",
          "csi-snapshot-controller",
        ] as const,
        0,
      ),
    ),
    containerInsights: draw.maybe(() => draw.bool()),
    managedPrometheus: draw.maybe(() => draw.bool()),
    defender: draw.maybe(() => draw.bool()),
  };
}

export function upgradesOf(
  draw: Draw,
  channel: NonNullable<AksClusterSpec["upgrades"]>["channel"],
  support: Frame["support"],
): AksClusterSpec["upgrades"] {
  return {
    channel,
    nodeImages: draw.maybe(() => draw.one(["node-image", "security-patch", "unmanaged", "none"] as const)),
    window: draw.maybe(() => window(draw, [4, 24], [1, 1])),
    nodeWindow: draw.maybe(() => window(draw, [4, 24], draw.bool() ? [1, 1] : undefined)),
    pauses: draw.maybe(() =>
      draw.list(
        0,
        3,
        () => ({
          name: draw.label(20),
          from: "2026-12-20T00:00:00Z",
          until: `2027-01-0${draw.int(1, 9)}T00:00:00Z`,
        }),
        ({ name }) => name,
      ),
    ),
    support,
  };
}
