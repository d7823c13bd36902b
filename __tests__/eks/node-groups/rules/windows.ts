import type { EksNetworkSpec, EksNodeGroupSpec } from "../../../../modules/eks/spec";
import { cluster, type EksRuleCases, existing, group, variable } from "../../rule-support";

const windows = (patch: Partial<EksNodeGroupSpec> = {}) =>
  group({
    name: "win",
    machineTypes: ["m6i.large"],
    image: { family: "windows", release: "latest" },
    ...patch,
  });

const inNetwork = (network: EksNetworkSpec) => cluster({ network, nodeGroups: [group(), windows()] });
const onMachines = (...machineTypes: string[]) =>
  cluster({ nodeGroups: [group(), windows({ machineTypes })] });

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/windows-pod-network",
    passes: [
      ["addresses of the nodes' subnets", inNetwork({ podAddresses: "prefixes" })],
      ["Linux with IPv6", cluster({ network: { ipFamily: "ipv6" } })],
      ["Linux with subnets for pods", cluster({ network: { podCidr: "100.64.0.0/16" } })],
      ["a reference", inNetwork(variable)],
    ],
    fails: [
      [
        "IPv6",
        inNetwork({ ipFamily: "ipv6" }),
        'error nodeGroups[1].image.family: must be Linux: network.ipFamily is "ipv6", which Windows nodes do not support',
      ],
      [
        "a range for pods",
        inNetwork({ podCidr: "100.64.0.0/16" }),
        "error nodeGroups[1].image.family: must be Linux: network.podCidr gives pods addresses of other subnets, which Windows nodes do not support",
      ],
      [
        "existing subnets for pods",
        inNetwork({ existing: { ...existing, podSubnets: existing.nodeSubnets } }),
        "error nodeGroups[1].image.family: must be Linux: network.existing.podSubnets gives pods addresses of other subnets, which Windows nodes do not support",
      ],
      [
        "a setting of the VPC CNI",
        cluster({
          nodeGroups: [group(), windows()],
          eks: {
            addOns: { "vpc-cni": { configuration: { env: { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true" } } } },
          },
        }),
        "error nodeGroups[1].image.family: must be Linux: eks.addOns.vpc-cni gives pods addresses of other subnets, which Windows nodes do not support",
      ],
    ],
  },
  {
    rule: "eks/node-groups/windows-machine-types",
    passes: [
      ["current families", onMachines("m6i.large", "m7i.large")],
      ["the largest m4", onMachines("m4.16xlarge")],
      ["Linux", cluster({ nodeGroups: [group({ machineTypes: ["m6a.large"] })] })],
      ["a reference", onMachines(variable)],
    ],
    fails: [
      ...["c3.large", "c4.large", "d2.xlarge", "i2.xlarge", "m4.large", "m6a.large", "r3.large"].map(
        (type): EksRuleCases["fails"][number] => [
          type,
          onMachines("m6i.large", type),
          `error nodeGroups[1].machineTypes[1]: EKS does not support Windows on ${type}; use a newer family, such as m6i`,
        ],
      ),
    ],
  },
];
