import { azureGroup, onAzure, cluster, group, type KubeadmRuleCases, withGroups } from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/capacity/addresses-for-nodes",
    passes: [
      ["a few nodes", cluster()],
      [
        "nodes of all zones in a /23 of Azure",
        onAzure({
          network: { cidr: "10.0.0.0/22", nat: "single" },
          nodeGroups: [azureGroup({ size: { min: 0, max: 333 } })],
        }),
      ],
    ],
    fails: [
      [
        "more nodes than the subnet of a zone has addresses, with a gateway in each zone",
        onAzure({
          network: { cidr: "10.0.0.0/22", nat: "per-zone" },
          nodeGroups: [azureGroup({ size: { min: 0, max: 333 } })],
        }),
        ...["10.0.0.0/25", "10.0.0.128/25", "10.0.1.0/25"].map(
          (range, i) =>
            `error network.cidr: nodes ${i + 1} (${range}) has 123, and 125 are used: control plane 1, load balancer 1, workers 123`,
        ),
      ],
      [
        "more nodes than a /25 has addresses",
        cluster({
          network: { cidr: "10.0.0.0/22" },
          nodeGroups: [group({ size: { min: 0, max: 333 }, spread: "per-zone" })],
        }),
        ...["10.0.0.0/25", "10.0.0.128/25", "10.0.1.0/25"].map(
          (range, i) =>
            `error network.cidr: private eu-central-1${"abc"[i]} (${range}) has 123, and 125 are used: control plane 1, load balancer 1, workers 123`,
        ),
      ],
    ],
  },
  {
    rule: "kubeadm/capacity/pod-ranges-for-nodes",
    passes: [["a few nodes", cluster()]],
    fails: [
      [
        "more nodes than a /22 has ranges",
        cluster({ network: { podCidr: "100.64.0.0/22" }, nodeGroups: [group({ size: 3 })] }),
        "error network.podCidr: pod ranges (/24 of 100.64.0.0/22) has 4, and 7 are used: control plane 3, workers 4",
      ],
    ],
  },
  {
    rule: "kubeadm/capacity/within-quotas",
    passes: [["one network", withGroups({})]],
    fails: [
      [
        "more ranges of clients than a security group has rules",
        cluster({
          access: {
            admins: cluster().access.admins,
            privateFrom: Array.from({ length: 59 }, (_, i) => `10.8.${i}.0/24`),
          },
        }),
        "warning access.privateFrom: load balancer rules, in (security group) has 60, and 61 are used: rules 61; AWS raises the quota on request",
      ],
    ],
  },
];
