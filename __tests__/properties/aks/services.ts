import type { AksClusterSpec, AksIstioSpec } from "../../../modules/aks/spec";
import { pauses, window } from "../common";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, seldom, trueIf } from "../vocabulary";
import { aks, type Frame, type Part, resource } from "./frame";

export function loadBalancingOf(draw: Draw, { podNetwork, network, egress }: Frame): Part<"loadBalancing"> {
  const controller = aks.maybe(draw, "loadBalancing.controller");
  const ingress = network?.private ? "internal" : draw.maybe(() => aks.one(draw, "loadBalancing.ingress"));
  const hasGateway = !network?.private && draw.bool();
  const publicPorts = network?.private
    ? undefined
    : draw.maybe(() => draw.some(["443/tcp", "5000-5010/udp"]));
  const isOpen =
    (controller && (ingress ?? "external") === "external") || hasGateway || publicPorts !== undefined;
  const istio = fields<AksIstioSpec>({
    revisions: () => draw.one([["asm-1-29"], ["asm-1-29", "asm-1-30"]]),
    externalGateway: hasGateway ? always(true) : () => false,
  });
  return fields({
    controller,
    ingress: controller ? always(ingress) : undefined,
    publicPorts: always(publicPorts),
    publicFrom: isOpen && !network?.existing ? () => ["203.0.113.0/24", "198.51.100.7/32"] : undefined,
    applicationGateway:
      podNetwork === "none" || egress === "none"
        ? undefined
        : seldom(15, () =>
            draw.one([
              { gatewayId: resource("Microsoft.Network/applicationGateways", "edge") },
              { subnetId: `${resource("Microsoft.Network/virtualNetworks", "edge")}/subnets/gateway` },
            ]),
          ),
    istio: hasGateway ? always(istio) : istio,
  });
}

export function observabilityOf(draw: Draw, { egress, setByPolicy = [] }: Frame): Part<"observability"> {
  const workspaceId = draw.maybe(() => resource("Microsoft.OperationalInsights/workspaces", "logs"));
  return fields({
    retentionDays: workspaceId ? undefined : () => draw.int(30, 730),
    workspaceId,
    defender: setByPolicy.includes("defender")
      ? undefined
      : trueIf(workspaceId !== undefined && egress !== "none"),
    ...(setByPolicy.includes("container-insights") && { containerInsights: undefined }),
    ...(egress === "none" && { containerInsights: always(false), managedPrometheus: () => false }),
  });
}

export function upgradesOf(
  draw: Draw,
  channel: NonNullable<AksClusterSpec["upgrades"]>["channel"],
  { support, egress }: Frame,
): Part<"upgrades"> {
  const days = aks.values("upgrades.window.days[]");
  return fields({
    channel,
    window: () => window(draw, days, [4, 24], [1, 1]),
    nodeWindow: () => window(draw, days, [4, 24], draw.bool() ? [1, 1] : undefined),
    pauses: () => pauses(draw),
    nodeImages: egress === "none" ? except("security-patch", "unmanaged") : anyValue,
    support,
  });
}
