import type { AksClusterSpec } from "../../../modules/aks/spec";
import { pauses, window } from "../common";
import type { Draw } from "../draw";
import { anyValue, fields, seldom } from "../vocabulary";
import { aks, type Frame, type Part, resource } from "./frame";

export function loadBalancingOf(draw: Draw, { podNetwork }: Frame): Part<"loadBalancing"> {
  const controller = aks.maybe(draw, "loadBalancing.controller");
  return fields({
    controller,
    ingress: controller ? anyValue : undefined,
    applicationGateway:
      podNetwork === "none"
        ? undefined
        : seldom(15, () =>
            draw.one([
              { gatewayId: resource("Microsoft.Network/applicationGateways", "edge") },
              { subnetId: `${resource("Microsoft.Network/virtualNetworks", "edge")}/subnets/gateway` },
            ]),
          ),
    istio: fields({ revisions: () => draw.one([["asm-1-27"], ["asm-1-27", "asm-1-28"]]) }),
  });
}

export function observabilityOf(draw: Draw): Part<"observability"> {
  const workspaceId = draw.maybe(() => resource("Microsoft.OperationalInsights/workspaces", "logs"));
  return fields({ retentionDays: workspaceId ? undefined : () => draw.int(30, 730), workspaceId });
}

export function upgradesOf(
  draw: Draw,
  channel: NonNullable<AksClusterSpec["upgrades"]>["channel"],
  support: Frame["support"],
): Part<"upgrades"> {
  const days = aks.values("upgrades.window.days[]");
  return fields({
    channel,
    window: () => window(draw, days, [4, 24], [1, 1]),
    nodeWindow: () => window(draw, days, [4, 24], draw.bool() ? [1, 1] : undefined),
    pauses: () => pauses(draw),
    support,
  });
}
