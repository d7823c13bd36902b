import { type AksRuleCases, cluster, group, variable, withGroup, withOptions } from "../../rule-support";

export const images: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/windows-fits",
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
        'error nodeGroups[1].image.family: must be Linux: Windows does not go with networkPolicy "cilium"; say "azure" or "calico"',
        "error nodeGroups[1].linux: is for Linux nodes alone; leave it out",
        "error nodeGroups[1].fips: is for Linux nodes alone; leave it out",
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
    passes: [["1.34", withGroup({ image: { family: "windows-2022" } })]],
    fails: [
      [
        "1.35",
        cluster({
          kubernetesVersion: "1.35",
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
        'error nodeGroups[1].image.family: "windows-2022" is there up to Kubernetes 1.34, and this cluster has 1.35',
      ],
    ],
  },
  {
    rule: "aks/node-groups/outbound-nat-is-windows",
    passes: [["Windows", withGroup({ image: { family: "windows-2022" }, windowsOutboundNat: false })]],
    fails: [
      [
        "Linux",
        withGroup({ windowsOutboundNat: false }),
        "error nodeGroups[1].windowsOutboundNat: is for Windows nodes alone; leave it out",
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
        "error aks.windows.adminPassword: must be a reference to a sensitive variable: a password has no place in a file that is kept",
      ],
    ],
  },
];
