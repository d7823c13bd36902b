import type { GkeNetworkSpec } from "../../../modules/gke/spec";
import { region as regionFacts } from "../../../modules/gke/regions";
import { blocks, rangeIn, rangesIn } from "../common";
import type { Draw } from "../draw";

export function networkOf(
  draw: Draw,
  region: string,
  isAutopilot: boolean,
): { readonly network: GkeNetworkSpec | undefined; readonly zones: readonly string[] } {
  const all = regionFacts(region)!.zoneLetters.map((letter) => `${region}-${letter}`);
  const named = draw.maybe(() => draw.one([draw.int(1, 3), draw.some(all)]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const isExisting = draw.chance(15);
  const isPrivate = isExisting ? undefined : draw.seldom(() => true, 12);
  const dataplane = draw.maybe(() =>
    isAutopilot ? ("v2" as const) : draw.one(["v2", "calico", "iptables"] as const),
  );
  const isV2 = (dataplane ?? "v2") === "v2";
  const ipFamily = isV2
    ? draw.maybe(() => draw.one(["ipv4", "ipv6"] as const))
    : draw.maybe(() => "ipv4" as const);
  const nat =
    isExisting || isPrivate
      ? undefined
      : draw.maybe(() => draw.one(["per-zone", "single", "regional", "none"] as const));
  const hasNat = !isExisting && !isPrivate && nat !== "none";
  const ifV2 = () => (isV2 ? draw.maybe(() => draw.bool()) : draw.maybe(() => false));
  return {
    zones,
    network: {
      cidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, blocks.network, 9, 20)),
      zones: named,
      podCidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, blocks.pods.slice(0, 1), 11, 16)),
      morePodCidrs: isExisting
        ? undefined
        : draw.maybe(() => rangesIn(draw, "10.160.0.0/11", 18, draw.int(0, 4))),
      serviceCidr: isExisting ? undefined : draw.maybe(() => rangeIn(draw, ["10.128.0.0/11"], 16, 24)),
      nat,
      natAddresses: hasNat ? draw.maybe(() => draw.int(1, 16)) : undefined,
      natPorts: hasNat
        ? draw.maybe(() => ({
            min: draw.maybe(() => draw.one([32, 64, 1024])),
            max: draw.maybe(() => draw.one([2048, 65536])),
          }))
        : undefined,
      ipFamily,
      ipv6Access:
        ipFamily === "ipv6" && !isExisting
          ? draw.maybe(() =>
              draw.one(isPrivate ? (["internal"] as const) : (["internal", "external"] as const)),
            )
          : undefined,
      private: isPrivate ?? (isExisting ? undefined : draw.maybe(() => false)),
      nodeAddresses: draw.maybe(() => (isPrivate ? "private" : draw.one(["private", "public"] as const))),
      flowLogs: isExisting ? undefined : draw.maybe(() => draw.bool()),
      mtu: isExisting ? undefined : draw.maybe(() => draw.int(1300, 8896)),
      dataplane,
      intranodeVisibility: isAutopilot ? draw.maybe(() => true) : draw.maybe(() => draw.bool()),
      clusterwidePolicies: ifV2(),
      fqdnPolicies: ifV2(),
      encryptedTraffic: ifV2(),
      multiNetworking: isAutopilot ? draw.maybe(() => false) : ifV2(),
      sourceNat: draw.maybe(() => draw.bool()),
      podAddressReserve: draw.maybe(() => draw.bool()),
      webhookPorts: draw.maybe(() => draw.some([8443, 9443, 15017, 443, 10250, 1], 0)),
      egressRules: isExisting ? undefined : draw.maybe(() => draw.bool()),
      dns: draw.maybe(() => dnsOf(draw, isAutopilot)),
      existing: isExisting ? existingOf(draw, region) : undefined,
    },
  };
}

function dnsOf(draw: Draw, isAutopilot: boolean): GkeNetworkSpec["dns"] {
  const by = draw.maybe(() => (isAutopilot ? "cloud-dns" : draw.one(["cloud-dns", "kube-dns"] as const)));
  const nodeCache = draw.maybe(() => isAutopilot || draw.bool());
  if (by === "kube-dns") return { by, nodeCache };
  const scope = draw.maybe(() => draw.one(["cluster", "vpc"] as const));
  return {
    by,
    nodeCache,
    scope,
    domain: scope === "vpc" ? "shop.internal" : draw.maybe(() => "shop.internal"),
    vpcDomain: scope === "vpc" ? undefined : draw.maybe(() => "shop.vpc"),
  };
}

function existingOf(draw: Draw, region: string): NonNullable<GkeNetworkSpec["existing"]> {
  const hostProject = draw.maybe(() => "network-host");
  const project = hostProject ?? "shop-production";
  const isShort = hostProject === undefined && draw.bool();
  return {
    network: isShort ? "shared" : `projects/${project}/global/networks/shared`,
    subnetwork: isShort ? "nodes" : `projects/${project}/regions/${region}/subnetworks/nodes`,
    podRange: "pods",
    serviceRange: "services",
    morePodRanges: draw.maybe(() => draw.some(["pods-a", "pods-b"], 0)),
    nodeCidr: draw.maybe(() => "10.64.0.0/16"),
    podCidr: draw.maybe(() => "10.0.0.0/11"),
    serviceCidr: draw.maybe(() => "10.65.0.0/20"),
    hostProject,
    hostGrants: hostProject ? draw.maybe(() => draw.bool()) : undefined,
  };
}
