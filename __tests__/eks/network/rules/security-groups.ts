import { cluster, type EksRuleCases, variable, withGroups, withNetwork } from "../../rule-support";

const id = (i: number) => `sg-${String(i).padStart(17, "0")}`;
const ids = (count: number) => Array.from({ length: count }, (_, i) => id(i));

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/network/webhook-ports",
    passes: [
      ["none", cluster()],
      ["the ends", withNetwork({ webhookPorts: [1, 65535] })],
    ],
    fails: [
      [
        "no ports, and one twice",
        withNetwork({ webhookPorts: [0, 9443, 65536, 9443] }),
        "error network.webhookPorts[0]: must be a port from 1 to 65535, got 0",
        "error network.webhookPorts[2]: must be a port from 1 to 65535, got 65536",
        "error network.webhookPorts[3]: 9443 is a duplicate of [1]",
      ],
    ],
  },
  {
    rule: "eks/network/node-security-groups",
    passes: [
      ["none", cluster()],
      ["old and new ids", withGroups({ securityGroups: ["sg-0a1b2c3d", id(1)] })],
      ["a reference", withGroups({ securityGroups: [variable] })],
      ["as many as AWS ever has", withGroups({ securityGroups: ids(15) })],
    ],
    fails: [
      [
        "a name, and one twice",
        withGroups({ securityGroups: ["databases", id(1), id(1)] }),
        'error nodeGroups[0].securityGroups[0]: must be the id of a security group such as sg-0a1b2c3d4e5f67890, got "databases"',
        `error nodeGroups[0].securityGroups[2]: ${id(1)} is a duplicate of [1]`,
      ],
      [
        "too many",
        withGroups({ securityGroups: ids(16) }),
        "error nodeGroups[0].securityGroups: must be at most 15 in addition to the group of the nodes, got 16: AWS " +
          "allows 16 on an interface",
      ],
    ],
  },
];
