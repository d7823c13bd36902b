import type { GkeNetworkSpec } from "../../../modules/gke/spec";
import { region as regionFacts } from "../../../modules/google/regions";
import { blocks, rangeIn, rangesIn } from "../common";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, trueIf } from "../vocabulary";
import { gke, type Part } from "./frame";

export function networkOf(
  draw: Draw,
  region: string,
  isAutopilot: boolean,
): { readonly network: GkeNetworkSpec | undefined; readonly zones: readonly string[] } {
  const all = regionFacts(region)!.zoneLetters.map((letter) => `${region}-${letter}`);
  const named = draw.maybe(() => draw.one([draw.int(1, 3), draw.some(all)]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const isExisting = draw.chance(15);
  const isPrivate = !isExisting && draw.chance(12);
  const dataplane = gke.maybe(draw, "network.dataplane", isAutopilot && "calico", isAutopilot && "iptables");
  const isV2 = (dataplane ?? gke.default("network.dataplane")) === "v2";
  const ipFamily = gke.maybe(draw, "network.ipFamily", !isV2 && "ipv6");
  const nat = isExisting || isPrivate ? undefined : gke.maybe(draw, "network.nat");
  const hasNat = !isExisting && !isPrivate && nat !== "none";
  /** Fields of a new network only. */
  const own = <Type>(made: Type): Type | undefined => (isExisting ? undefined : made);
  return {
    zones,
    network: gke.map(draw, "network", {
      cidr: own(() => rangeIn(draw, blocks.network, 9, 20)),
      zones: named,
      podCidr: own(() => rangeIn(draw, blocks.pods.slice(0, 1), 11, 16)),
      morePodCidrs: own(() => rangesIn(draw, "10.160.0.0/11", 18, draw.int(0, 4))),
      serviceCidr: own(() => rangeIn(draw, ["10.128.0.0/11"], 16, 24)),
      nat,
      natAddresses: hasNat ? () => draw.int(1, 16) : undefined,
      natPorts: hasNat
        ? fields({ min: () => draw.one([32, 64, 1024]), max: () => draw.one([2048, 65536]) })
        : undefined,
      ipFamily,
      ipv6Access: ipFamily === "ipv6" && !isExisting ? except(isPrivate && "external") : undefined,
      private: isPrivate || own(() => false),
      nodeAddresses: except(isPrivate && "public"),
      flowLogs: own(anyValue),
      mtu: own(() => draw.int(1300, 8896)),
      dataplane,
      intranodeVisibility: isAutopilot ? () => true : anyValue,
      clusterwidePolicies: trueIf(isV2),
      fqdnPolicies: trueIf(isV2),
      encryptedTraffic: trueIf(isV2),
      multiNetworking: trueIf(isV2 && !isAutopilot),
      webhookPorts: () => draw.some([8443, 9443, 15017, 443, 10250, 1], 0),
      egressRules: own(anyValue),
      dns: () => dnsOf(draw, isAutopilot),
      existing: isExisting ? always(existingOf(draw, region)) : undefined,
    }),
  };
}

function dnsOf(draw: Draw, isAutopilot: boolean): Part<"network.dns"> {
  const by = gke.maybe(draw, "network.dns.by", isAutopilot && "kube-dns");
  const scope = by === "kube-dns" ? undefined : gke.maybe(draw, "network.dns.scope", isAutopilot && "vpc");
  return fields({
    by,
    nodeCache: isAutopilot ? () => true : anyValue,
    scope,
    domain:
      by === "kube-dns" || isAutopilot
        ? undefined
        : scope === "vpc"
          ? "shop.internal"
          : () => "shop.internal",
    vpcDomain: by === "kube-dns" || scope === "vpc" ? undefined : () => "shop.vpc",
  });
}

function existingOf(draw: Draw, region: string): Part<"network.existing"> {
  const hostProject = draw.maybe(() => "network-host");
  const project = hostProject ?? "shop-production";
  const isShort = hostProject === undefined && draw.bool();
  const hostGrants = hostProject === undefined ? undefined : gke.maybe(draw, "network.existing.hostGrants");
  return fields({
    network: isShort ? "shared" : `projects/${project}/global/networks/shared`,
    subnetwork: isShort ? "nodes" : `projects/${project}/regions/${region}/subnetworks/nodes`,
    podRange: "pods",
    serviceRange: "services",
    morePodRanges: () => draw.some(["pods-a", "pods-b"], 0),
    moreSubnets: () => [
      fields({
        subnetwork: isShort ? "more" : `projects/${project}/regions/${region}/subnetworks/more`,
        podRanges: draw.some(["pods-c", "pods-d"], 1),
      }),
    ],
    nodeCidr: () => "10.64.0.0/16",
    podCidr: () => "10.0.0.0/11",
    serviceCidr: () => "10.65.0.0/20",
    hostProject,
    hostGrants,
    hostFirewall: hostProject && hostGrants !== false ? anyValue : undefined,
  });
}
