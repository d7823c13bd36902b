import type { AksAccessSpec, AksEgress, AksNetworkSpec } from "../../../modules/aks/spec";
import { namespaces, publicRanges } from "../common";
import type { Draw } from "../draw";
import { resource } from "./frame";

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
  const kind = isInNetwork ? "private" : "privatelink";
  return {
    private: isInNetwork ? draw.maybe(() => true) : false,
    publicFrom: isPublic ? publicRanges(draw) : draw.maybe(() => []),
    admins: draw.list(0, 3, () => draw.uuid()),
    editors: draw.maybe(grants),
    viewers: draw.maybe(grants),
    tenantId: draw.maybe(() => draw.uuid()),
    privateDnsZone: isPublic
      ? undefined
      : draw.maybe(() =>
          draw.one([
            "new",
            "system",
            resource("Microsoft.Network/privateDnsZones", `${kind}.${region}.azmk8s.io`),
          ]),
        ),
    publicFqdn: isPublic ? undefined : draw.maybe(() => draw.bool()),
  };
}
