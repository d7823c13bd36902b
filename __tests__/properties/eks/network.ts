import { neededEndpoints } from "../../../modules/eks/network/needed-endpoints";
import type { EksClusterSpec, EksNetworkSpec } from "../../../modules/eks/spec";
import { partitionOf, region as regionFacts } from "../../../modules/eks/regions";
import { blocks, rangeIn, rangesIn } from "../common";
import type { Draw } from "../draw";

export function networkOf(
  draw: Draw,
  region: string,
  isAutoMode: boolean,
): { readonly network: EksNetworkSpec | undefined; readonly zones: readonly string[] } {
  const letters = regionFacts(region)!.zoneLetters;
  const all = letters.map((letter) => `${region}${letter}`);
  const existing = draw.seldom(() => draw.some(all, 2, 3), 15);
  const ipFamily = draw.seldom(() => draw.one(["ipv6", "ipv4"] as const), 20);
  const common = {
    ipFamily,
    serviceCidr: ipFamily === "ipv6" ? undefined : draw.maybe(() => rangeIn(draw, blocks.services, 12, 24)),
    podAddresses:
      ipFamily === "ipv6" ? undefined : draw.maybe(() => draw.one(["prefixes", "secondary-ips"] as const)),
    nodeRules: draw.maybe(() => draw.one(["standard", "restricted"] as const)),
    webhookPorts: draw.maybe(() => draw.some([9443, 8443, 10251, 15017, 443, 1], 0)),
  };
  if (existing) {
    return {
      zones: existing,
      network: { ...common, existing: existingOf(draw, existing, ipFamily === "ipv6", isAutoMode) },
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
    network: {
      ...common,
      cidr,
      zones: lacks ? letters.length : named,
      private: isPrivate ?? draw.maybe(() => false),
      nat: isPrivate
        ? undefined
        : draw.maybe(() =>
            draw.one([
              "per-zone" as const,
              "single" as const,
              "regional" as const,
              ...(endpointsHaveNames ? ["none" as const] : []),
            ]),
          ),
      podCidr:
        ipFamily === "ipv6"
          ? undefined
          : draw.maybe(() => rangeIn(draw, isPrivateBlock ? blocks.pods : blocks.pods.slice(0, 1), 16, 19)),
      flowLogs: draw.maybe(() => draw.bool()),
    },
  };
}

function existingOf(
  draw: Draw,
  zones: readonly string[],
  ipv6: boolean,
  isAutoMode: boolean,
): NonNullable<EksNetworkSpec["existing"]> {
  const cidr = draw.maybe(() => "10.64.0.0/14");
  const ranges = draw.maybe(() => rangesIn(draw, "10.64.0.0/14", 18, 6));
  let count = 0;
  const subnet = (zone: string) => ({
    id: `subnet-${draw.hex(17)}`,
    zone,
    cidr: ranges?.[count++],
  });
  return {
    vpcId: `vpc-${draw.hex(draw.one([17, 8]))}`,
    cidr,
    nodeSubnets: zones.flatMap((zone) => (draw.chance(20) ? [subnet(zone), subnet(zone)] : [subnet(zone)])),
    controlPlaneSubnetIds: isAutoMode
      ? undefined
      : draw.maybe(() => [`subnet-${draw.hex(17)}`, `subnet-${draw.hex(17)}`]),
    podSubnets: ipv6
      ? undefined
      : draw.maybe(() => {
          const ofPods = draw.maybe(() => rangesIn(draw, "100.64.0.0/14", 18, zones.length));
          return zones.map((zone, i) => ({ id: `subnet-${draw.hex(17)}`, zone, cidr: ofPods?.[i] }));
        }),
    tagSubnets: draw.maybe(() => draw.bool()),
  };
}

const endpoints = [
  "autoscaling",
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "elasticloadbalancing",
  "kms",
  "logs",
  "sqs",
  "ssm",
  "ssmmessages",
  "ec2messages",
  "sts",
] as const;

/** Where there is no way out, the endpoints that are needed then; elsewhere some. */
export function withEndpoints(draw: Draw, spec: EksClusterSpec): EksClusterSpec {
  const { network, region } = spec;
  if (network?.existing || !["aws", "aws-us-gov"].includes(partitionOf(region))) return spec;
  const own = draw.maybe(() => draw.some(endpoints, 0, 8));
  const needed = network?.nat === "none" ? neededEndpoints(spec).map(([service]) => service) : [];
  if (own === undefined && needed.length === 0) return spec;
  return { ...spec, network: { ...network, endpoints: [...new Set([...needed, ...(own ?? [])])] } };
}
