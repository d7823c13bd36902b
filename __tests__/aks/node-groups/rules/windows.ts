import { type AksRuleCases, cluster, group, variable, withGroup, withOptions } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/windows-support",
    passes: [
      [
        "Azure's policies",
        cluster({
          network: { networkPolicy: "azure" },
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
      ],
    ],
    fails: [
      [
        "Cilium, and settings of Linux",
        withGroup({ name: "win", image: { family: "windows-2022" }, fips: true, linux: {} }),
        'error nodeGroups[1].image.family: must be Linux: networkPolicy "cilium" does not support Windows; use "azure" or "calico"',
        "error nodeGroups[1].linux: is only for Linux nodes; omit it",
        "error nodeGroups[1].fips: is only for Linux nodes; omit it",
      ],
      [
        "kubenet",
        cluster({
          network: { podNetwork: "kubenet" },
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
        'error nodeGroups[1].image.family: must be Linux: Windows needs Azure\'s pod network, got podNetwork "kubenet"',
      ],
    ],
  },
  {
    rule: "aks/node-groups/windows-version",
    passes: [
      [
        "1.36",
        cluster({
          kubernetesVersion: "1.36",
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
      ],
    ],
    fails: [
      [
        "1.37",
        cluster({
          kubernetesVersion: "1.37",
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
        'error nodeGroups[1].image.family: "windows-2022" is supported up to Kubernetes 1.36, and this cluster has 1.37',
      ],
    ],
  },
  {
    rule: "aks/node-groups/windows-group-name",
    passes: [["two letters", withGroup({ name: "wi", image: { family: "windows-2022" } })]],
    fails: [
      [
        "one letter",
        withGroup({ name: "w", image: { family: "windows-2022" } }),
        'error nodeGroups[1].name: must have at least two letters, got "w"',
      ],
    ],
  },
  {
    rule: "aks/node-groups/outbound-nat-needs-windows",
    passes: [["Windows", withGroup({ image: { family: "windows-2022" }, windowsOutboundNat: false })]],
    fails: [
      [
        "Linux",
        withGroup({ windowsOutboundNat: false }),
        "error nodeGroups[1].windowsOutboundNat: is only for Windows nodes; omit it",
      ],
    ],
  },
  {
    rule: "aks/node-groups/windows-password",
    passes: [["a variable", withOptions({ windows: { adminPassword: variable } })]],
    fails: [
      [
        "the password itself",
        withOptions({ windows: { adminPassword: "correct horse battery" } }),
        "error aks.windows.adminPassword: must be a reference to a sensitive variable, not a literal password",
      ],
    ],
  },
];
