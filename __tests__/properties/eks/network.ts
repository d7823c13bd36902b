import { neededEndpoints } from "../../../modules/eks/network/needed-endpoints";
import type { EksClusterSpec, EksNetworkSpec } from "../../../modules/eks/spec";
import { partitionOf, region as regionFacts } from "../../../modules/aws/regions";
import { blocks, rangeIn, rangesIn } from "../common";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, type Given } from "../vocabulary";
import { eks, type Part } from "./frame";

export function networkOf(
  draw: Draw,
  region: string,
  isAutoMode: boolean,
): { readonly network: EksNetworkSpec | undefined; readonly zones: readonly string[] } {
  const letters = regionFacts(region)!.zoneLetters;
  const all = letters.map((letter) => `${region}${letter}`);
  const existing = draw.seldom(() => draw.some(all, 2, 3), 15);
  const ipFamily = draw.seldom(() => eks.one(draw, "network.ipFamily"), 20);
  const isIpv6 = ipFamily === "ipv6";
  const common: Given<EksNetworkSpec> = {
    ipFamily,
    serviceCidr: isIpv6 ? undefined : () => rangeIn(draw, blocks.services, 12, 24),
    podAddresses: isIpv6 ? undefined : anyValue,
    webhookPorts: () => draw.some([9443, 8443, 10251, 15017, 443, 1], 0),
    endpoints: undefined,
  };
  if (existing) {
    return {
      zones: existing,
      network: eks.map(draw, "network", {
        ...common,
        nat: undefined,
        private: undefined,
        flowLogs: undefined,
        existing: always(existingOf(draw, existing, isIpv6, isAutoMode)),
      }),
    };
  }

  const named = draw.maybe(() => draw.one([draw.some(all, 2, 6), draw.int(2, Math.min(3, letters.length))]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? 3);
  const lacks = named === undefined && letters.length < 3;
  const cidr = draw.maybe(() => rangeIn(draw, blocks.network, 16, 22));
  const isPrivateBlock = cidr === undefined || cidr.startsWith("10.");
  const endpointsHaveNames = ["aws", "aws-us-gov"].includes(partitionOf(region));
  const isPrivate = endpointsHaveNames ? draw.seldom(() => true, 12) : undefined;
  return {
    zones: lacks ? all : zones,
    network: eks.map(draw, "network", {
      ...common,
      cidr,
      zones: lacks ? letters.length : named,
      private: isPrivate ?? (() => false),
      nat: isPrivate ? undefined : except(!endpointsHaveNames && "none"),
      podCidr: isIpv6
        ? undefined
        : () => rangeIn(draw, isPrivateBlock ? blocks.pods : blocks.pods.slice(0, 1), 16, 19),
    }),
  };
}

function existingOf(
  draw: Draw,
  zones: readonly string[],
  ipv6: boolean,
  isAutoMode: boolean,
): Part<"network.existing"> {
  const ranges = draw.maybe(() => rangesIn(draw, "10.64.0.0/14", 18, 6));
  let count = 0;
  const id = () => `subnet-${draw.hex(17)}`;
  const subnet = (zone: string) => ({ id: id(), zone, cidr: ranges?.[count++] });
  return fields({
    vpcId: `vpc-${draw.hex(draw.one([17, 8]))}`,
    cidr: () => "10.64.0.0/14",
    nodeSubnets: zones.flatMap((zone) => (draw.chance(20) ? [subnet(zone), subnet(zone)] : [subnet(zone)])),
    controlPlaneSubnetIds: isAutoMode ? undefined : () => [id(), id()],
    podSubnets: ipv6
      ? undefined
      : () => {
          const ofPods = draw.maybe(() => rangesIn(draw, "100.64.0.0/14", 18, zones.length));
          return zones.map((zone, i) => ({ id: id(), zone, cidr: ofPods?.[i] }));
        },
  });
}

/** Without egress the endpoints that the cluster needs; otherwise any endpoints. */
export function withEndpoints(draw: Draw, spec: EksClusterSpec): EksClusterSpec {
  const { network, region } = spec;
  if (network?.existing || !["aws", "aws-us-gov"].includes(partitionOf(region))) return spec;
  const own = draw.maybe(() => draw.some(eks.values("network.endpoints[]"), 0, 8));
  const needed = network?.nat === "none" ? neededEndpoints(spec).map(([service]) => service) : [];
  if (own === undefined && needed.length === 0) return spec;
  return { ...spec, network: { ...network, endpoints: [...new Set([...needed, ...(own ?? [])])] } };
}
