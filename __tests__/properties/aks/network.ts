import type { AksEgress, AksExistingNetwork, AksNetworkSpec } from "../../../modules/aks/spec";
import { blocks, rangeIn } from "../common";
import type { Draw } from "../draw";
import { certificate, registry, resource } from "./frame";

const networks = ["10.0.0.0/9", "172.20.0.0/14", "192.168.0.0/16", "100.96.0.0/11"];

export function networkOf(
  draw: Draw,
  isProvisioned: boolean,
): { readonly network: AksNetworkSpec | undefined; readonly zones: readonly string[] } {
  const all = ["1", "2", "3"];
  const named = draw.maybe(() => draw.one([draw.int(1, 3), draw.some(all)]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const isExisting = draw.chance(15);
  const podNetwork = draw.maybe(() =>
    draw.one(
      isProvisioned
        ? (["overlay", "pod-subnet", "flat"] as const)
        : (["overlay", "pod-subnet", "flat", "kubenet", "none"] as const),
    ),
  );
  const mode = podNetwork ?? "overlay";
  const policies = {
    overlay: ["cilium", "azure", "calico", "none"],
    "pod-subnet": ["cilium", "azure", "calico", "none"],
    flat: ["azure", "calico", "none"],
    kubenet: ["calico", "none"],
    none: ["none"],
  } as const;
  const networkPolicy = draw.maybe(() =>
    draw.one<NonNullable<AksNetworkSpec["networkPolicy"]>>(
      policies[mode].filter((policy) => !isProvisioned || policy !== "calico"),
    ),
  );
  const isOverlay = mode === "overlay" || mode === "kubenet";
  const usesCilium =
    (networkPolicy ?? (mode === "overlay" || mode === "pod-subnet" ? "cilium" : "")) === "cilium";
  const isPrivate = draw.seldom(() => true, 10);
  const dualStack = isOverlay && !isPrivate && !isProvisioned ? draw.seldom(() => true, 10) : undefined;
  const nat =
    isExisting || isPrivate || dualStack
      ? undefined
      : draw.maybe(() =>
          draw.one([
            "single" as const,
            "none" as const,
            "regional" as const,
            ...(mode === "pod-subnet" ? [] : (["per-zone"] as const)),
          ]),
        );
  return {
    zones,
    network: {
      cidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, networks, 9, 20)),
      zones: named,
      nat,
      private: isPrivate ?? draw.maybe(() => false),
      ipFamily: draw.maybe(() => "ipv4" as const),
      podCidr: isOverlay ? draw.maybe(() => rangeIn(draw, blocks.pods.slice(0, 1), 11, 16)) : undefined,
      serviceCidr: draw.maybe(() => rangeIn(draw, ["10.128.0.0/11", "172.24.0.0/15"], 12, 24)),
      podNetwork,
      networkPolicy,
      advancedNetworking: usesCilium
        ? draw.maybe(() => ({
            observability: draw.maybe(() => draw.bool()),
            security: draw.maybe(() => draw.bool()),
          }))
        : undefined,
      dualStack: dualStack ?? (isOverlay ? draw.maybe(() => false) : undefined),
      egress: egressOf(draw, {
        isExisting,
        isPrivate: isPrivate ?? false,
        dualStack: dualStack ?? false,
        nat,
      }),
      existing: isExisting ? existingOf(draw, mode === "pod-subnet") : undefined,
      httpProxy: isProvisioned
        ? undefined
        : draw.maybe(() => {
            const http = draw.maybe(() => "http://proxy.example.com:3128");
            return {
              http,
              https: http
                ? draw.maybe(() => "https://proxy.example.com:3129/")
                : "http://proxy.example.com:3129",
              noProxy: draw.maybe(() => draw.some(["localhost", "10.0.0.0/8"], 0)),
              trustedCa: draw.maybe(() => certificate),
            };
          }),
    },
  };
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
      ...(isExisting
        ? []
        : [
            (): AksEgress => ({
              type: "managed-nat",
              ips: draw.maybe(() => draw.int(1, 16)),
              idleTimeoutMinutes: idleTimeoutMinutes(120),
            }),
          ]),
      (): AksEgress =>
        isExisting || draw.bool()
          ? { type: "route-table", routeTableId: resource("Microsoft.Network/routeTables", "out") }
          : { type: "route-table", nextHopAddress: "10.250.0.4" },
    ])(),
  );
}

function existingOf(draw: Draw, hasPodSubnet: boolean): AksExistingNetwork {
  const vnetId = resource("Microsoft.Network/virtualNetworks", "hub", "network");
  const subnet = (name: string) => `${vnetId}/subnets/${name}`;
  return {
    vnetId,
    nodeSubnetId: subnet("nodes"),
    nodeSubnetCidr: draw.maybe(() => "10.64.0.0/16"),
    podSubnetId: hasPodSubnet ? subnet("pods") : undefined,
    podSubnetCidr: hasPodSubnet ? draw.maybe(() => "10.65.0.0/16") : undefined,
    apiServerSubnetId: subnet("api-server"),
    endpointSubnetId: draw.maybe(() => subnet("endpoints")),
  };
}
