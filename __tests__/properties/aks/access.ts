import type { AksAccessSpec, AksEgress, AksNetworkSpec } from "../../../modules/aks/spec";
import { namespaces, publicRanges } from "../common";
import type { Draw } from "../draw";
import { anyValue } from "../vocabulary";
import { aks, resource } from "./frame";

export function accessOf(
  draw: Draw,
  network: AksNetworkSpec | undefined,
  egress: AksEgress["type"],
  region: string,
): AksAccessSpec {
  const isPublic = !network?.private && draw.chance(50);
  const isInNetwork = (isPublic && egress === "none") || draw.chance(75);
  const grants = () =>
    draw.list(1, 3, () => ({ principal: draw.uuid(), namespaces: draw.maybe(() => namespaces(draw)) }));
  const zone = `${isInNetwork ? "private" : "privatelink"}.${region}.azmk8s.io`;
  return aks.map(draw, "access", {
    private: isInNetwork ? () => true : false,
    publicFrom: isPublic ? publicRanges(draw) : () => [],
    admins: draw.list(0, 3, () => draw.uuid()),
    editors: grants,
    viewers: grants,
    tenantId: () => draw.uuid(),
    privateDnsZone: isPublic
      ? undefined
      : () => draw.one(["new", "system", resource("Microsoft.Network/privateDnsZones", zone)]),
    publicFqdn: isPublic ? undefined : anyValue,
  });
}
