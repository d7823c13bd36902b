import type {
  AksEgress,
  AksNetworkPolicy,
  AksNetworkSpec,
  AksPeeringSpec,
  AksPodNetwork,
} from "../../../modules/aks/spec";
import { blocks, rangeIn } from "../common";
import type { Draw } from "../draw";
import { always, fields } from "../vocabulary";
import { aks, certificate, type Part, registry, resource } from "./frame";

const networks = ["10.0.0.0/9", "172.20.0.0/14", "192.168.0.0/16", "100.96.0.0/11"];

export function networkOf(
  draw: Draw,
  isProvisioned: boolean,
): { readonly network: AksNetworkSpec | undefined; readonly zones: readonly string[] } {
  const all = ["1", "2", "3"];
  const named = draw.maybe(() => draw.one([draw.int(1, 3), draw.some(all)]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const isExisting = draw.chance(20);
  const podNetwork = aks.maybe(
    draw,
    "network.podNetwork",
    isProvisioned && "kubenet",
    isProvisioned && "none",
  );
  const mode = podNetwork ?? aks.default("network.podNetwork");
  const impossible: Readonly<Record<AksPodNetwork, readonly AksNetworkPolicy[]>> = {
    overlay: [],
    "pod-subnet": [],
    flat: ["cilium"],
    kubenet: ["cilium", "azure"],
    none: ["cilium", "azure", "calico"],
  };
  const networkPolicy = aks.maybe(
    draw,
    "network.networkPolicy",
    ...impossible[mode],
    isProvisioned && "calico",
  );
  const isOverlay = mode === "overlay" || mode === "kubenet";
  const usesCilium =
    (networkPolicy ?? (mode === "overlay" || mode === "pod-subnet" ? "cilium" : "")) === "cilium";
  const isPrivate = draw.seldom(() => true, 10);
  const dualStack = isOverlay && !isPrivate && !isProvisioned ? draw.seldom(() => true, 10) : undefined;
  const hasNat = !isExisting && !isPrivate && !dualStack;
  const nat = hasNat ? aks.maybe(draw, "network.nat", mode === "pod-subnet" && "per-zone") : undefined;
  const egress = egressOf(draw, {
    isExisting,
    isPrivate: isPrivate ?? false,
    dualStack: dualStack ?? false,
    nat,
  });
  return {
    zones,
    network: aks.map(draw, "network", {
      cidr: isExisting ? undefined : () => rangeIn(draw, networks, 9, 20),
      zones: named,
      nat,
      private: isPrivate ?? (() => false),
      podCidr: isOverlay ? () => rangeIn(draw, blocks.pods.slice(0, 1), 11, 16) : undefined,
      serviceCidr: () => rangeIn(draw, ["10.128.0.0/11", "172.24.0.0/15"], 12, 24),
      podNetwork,
      networkPolicy,
      advancedNetworking: usesCilium ? fields({}) : undefined,
      dualStack: dualStack ?? (isOverlay ? () => false : undefined),
      egress,
      peerings: isExisting
        ? undefined
        : egress?.type === "route-table"
          ? always(() => peeringsOf(draw, true))
          : () => peeringsOf(draw, false),
      existing: isExisting ? always(existingOf(mode === "pod-subnet")) : undefined,
      httpProxy: isProvisioned ? undefined : () => proxyOf(draw),
    }),
  };
}

/** Other networks, one of which the appliance of a route needs. */
function peeringsOf(draw: Draw, isNeeded: boolean): AksNetworkSpec["peerings"] {
  const peering = (name: string, canShare: boolean): AksPeeringSpec => ({
    name,
    networkId: resource("Microsoft.Network/virtualNetworks", name, "network"),
    returnPeering: draw.maybe(() => draw.bool()),
    remoteGateways: draw.maybe(() => canShare && draw.bool()),
  });
  return draw.some([peering("hub", true), peering("data", false)], isNeeded ? 1 : 0);
}

function proxyOf(draw: Draw): Part<"network.httpProxy"> {
  const http = draw.maybe(() => "http://proxy.example.com:3128");
  return fields({
    http,
    https: http ? () => "https://proxy.example.com:3129/" : "http://proxy.example.com:3129",
    noProxy: () => draw.some(["localhost", "10.0.0.0/8"], 0),
    trustedCa: () => certificate,
  });
}

interface Ways {
  readonly isExisting: boolean;
  readonly isPrivate: boolean;
  readonly dualStack: boolean;
  readonly nat: AksNetworkSpec["nat"];
}

function egressOf(draw: Draw, { isExisting, isPrivate, dualStack, nat }: Ways): AksEgress | undefined {
  const idleTimeoutMinutes = (most: number) => draw.maybe(() => draw.int(4, most));
  const loadBalancer = (): AksEgress => {
    const source = draw.one(["ips", "ipIds", "prefixIds"] as const);
    return {
      type: "load-balancer",
      ips: source === "ips" ? draw.maybe(() => draw.int(1, 100)) : undefined,
      ipIds: source === "ipIds" ? [resource("Microsoft.Network/publicIPAddresses", "out")] : undefined,
      prefixIds: source === "prefixIds" ? [resource("Microsoft.Network/publicIPPrefixes", "out")] : undefined,
      portsPerNode: draw.maybe(() => 8 * draw.int(0, 8)),
      idleTimeoutMinutes: idleTimeoutMinutes(100),
    };
  };
  const gateway = (): AksEgress => ({ type: "nat-gateway", idleTimeoutMinutes: idleTimeoutMinutes(120) });
  if (isPrivate || nat === "none") return { type: "none", registryId: registry };
  if (dualStack) return loadBalancer();
  if (nat !== undefined) return draw.maybe(gateway);
  return draw.maybe(() =>
    draw.one([
      gateway,
      loadBalancer,
      (): AksEgress =>
        isExisting || draw.bool()
          ? { type: "route-table", routeTableId: resource("Microsoft.Network/routeTables", "out") }
          : { type: "route-table", nextHopAddress: "10.250.0.4" },
    ])(),
  );
}

function existingOf(hasPodSubnet: boolean): Part<"network.existing"> {
  const vnetId = resource("Microsoft.Network/virtualNetworks", "hub", "network");
  const subnet = (name: string) => `${vnetId}/subnets/${name}`;
  return fields({
    vnetId,
    nodeSubnetId: subnet("nodes"),
    nodeSubnetCidr: () => "10.64.0.0/16",
    podSubnetId: hasPodSubnet ? subnet("pods") : undefined,
    podSubnetCidr: hasPodSubnet ? () => "10.65.0.0/16" : undefined,
    apiServerSubnetId: subnet("api-server"),
    endpointSubnetId: () => subnet("endpoints"),
  });
}
