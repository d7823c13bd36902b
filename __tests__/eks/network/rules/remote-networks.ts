import type { EksClusterProps, EksRemoteNetworksSpec } from "../../../../modules/eks/spec";
import { admin, cluster, type EksRuleCases, variable } from "../../rule-support";

const withRemote = (
  remoteNetworks: EksRemoteNetworksSpec,
  patch: Partial<EksClusterProps> = {},
): EksClusterProps => cluster({ ...patch, eks: { remoteNetworks } });

const nodeCidrs = ["10.80.0.0/16"];
const nodeRoleArn = "arn:aws:iam::111122223333:role/HybridNode";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/network/hybrid-node-role",
    passes: [
      ["a new role", withRemote({ nodeCidrs, credentials: "ssm" })],
      ["an existing one", withRemote({ nodeCidrs, nodeRoleArn })],
      ["one that comes later", withRemote({ nodeCidrs, nodeRoleArn: variable })],
    ],
    fails: [
      [
        "both",
        withRemote({ nodeCidrs, credentials: "ssm", nodeRoleArn }),
        'error eks.remoteNetworks.nodeRoleArn: replaces credentials "ssm", which creates a role; omit one of them',
      ],
      [
        "a user",
        withRemote({ nodeCidrs, nodeRoleArn: "arn:aws:iam::111122223333:user/ops" }),
        'error eks.remoteNetworks.nodeRoleArn: must be the ARN of an IAM role such as arn:aws:iam::111122223333:role/PlatformAdmin, got "arn:aws:iam::111122223333:user/ops"',
      ],
      [
        "the role of people",
        withRemote(
          { nodeCidrs, nodeRoleArn: admin },
          { access: { admins: [admin], viewers: [{ principal: admin }] } },
        ),
        "error eks.remoteNetworks.nodeRoleArn: must be a role for hybrid nodes only, but is also used by access.admins[0]",
        "error eks.remoteNetworks.nodeRoleArn: must be a role for hybrid nodes only, but is also used by " +
          "access.viewers[0]",
      ],
    ],
  },
  {
    rule: "eks/network/hybrid-nodes-need-ipv4",
    passes: [
      ["the default", withRemote({ nodeCidrs })],
      ["IPv6 without hybrid nodes", cluster({ network: { ipFamily: "ipv6" } })],
    ],
    fails: [
      [
        "IPv6",
        withRemote({ nodeCidrs }, { network: { ipFamily: "ipv6" } }),
        'error network.ipFamily: must be "ipv4" with eks.remoteNetworks: EKS supports hybrid nodes only in IPv4 clusters; got "ipv6"',
      ],
    ],
  },
  {
    rule: "eks/network/remote-ranges-count",
    passes: [
      ["nodes alone", withRemote({ nodeCidrs: ["10.80.0.0/16"] })],
      ["no pods", withRemote({ nodeCidrs: ["10.80.0.0/16"], podCidrs: [] })],
    ],
    fails: [
      [
        "no nodes",
        withRemote({ nodeCidrs: [] }),
        "error eks.remoteNetworks.nodeCidrs: must be 1 to 15 ranges, got 0",
      ],
      [
        "16 ranges of pods",
        withRemote({
          nodeCidrs: ["10.80.0.0/16"],
          podCidrs: Array.from({ length: 16 }, (_, i) => `10.85.${i}.0/24`),
        }),
        "error eks.remoteNetworks.podCidrs: must be 0 to 15 ranges, got 16",
      ],
    ],
  },
  {
    rule: "eks/network/remote-ranges-private",
    passes: [
      ["private ones", withRemote({ nodeCidrs: ["10.80.0.0/16", variable], podCidrs: ["192.168.0.0/18"] })],
    ],
    fails: [
      [
        "a public and a misspelt one",
        withRemote({ nodeCidrs: ["203.0.113.0/24"], podCidrs: ["10.85.0.1/16"] }),
        "error eks.remoteNetworks.nodeCidrs[0]: must lie within a private range (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16), got 203.0.113.0/24",
        "error eks.remoteNetworks.podCidrs[0]: 10.85.0.1/16 is an address in 10.85.0.0/16; use 10.85.0.0/16",
      ],
    ],
  },
  {
    rule: "eks/network/remote-ranges-separate",
    passes: [
      ["apart", withRemote({ nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.85.0.0/16"] })],
      [
        "apart from what is named",
        withRemote(
          { nodeCidrs: ["10.0.0.0/16"] },
          { network: { cidr: "10.20.0.0/16", serviceCidr: "172.20.0.0/16" } },
        ),
      ],
    ],
    fails: [
      [
        "in the VPC, in the services, in each other",
        withRemote(
          { nodeCidrs: ["10.0.128.0/20", "172.20.0.0/24"], podCidrs: ["10.80.0.0/16", "10.80.4.0/24"] },
          { network: { serviceCidr: "172.20.0.0/16" } },
        ),
        "error eks.remoteNetworks.nodeCidrs[0]: 10.0.128.0/20 must not overlap the VPC's range, 10.0.0.0/16",
        "error eks.remoteNetworks.nodeCidrs[1]: 172.20.0.0/24 must not overlap the services' range, 172.20.0.0/16",
        "error eks.remoteNetworks.podCidrs[1]: 10.80.4.0/24 must not overlap a remote network, 10.80.0.0/16",
      ],
    ],
  },
];
