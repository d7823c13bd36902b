import {
  addOnsOnly,
  type AksRuleCases,
  cluster,
  group,
  variable,
  withGroups,
  withNetwork,
} from "../../rule-support";

const system = group({ name: "system", size: 3, taints: [addOnsOnly] });

export const production: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/production-has-zones",
    passes: [
      ["three", cluster()],
      ["one where nothing is kept", cluster({ network: { zones: 1 }, protection: false })],
      ["a reference", withNetwork({ zones: variable })],
    ],
    fails: [
      [
        "two",
        withNetwork({ zones: 2 }),
        "warning network.zones: this cluster is protected, so it is to be kept, but has nodes in two zones: say 3",
      ],
      [
        "one",
        withNetwork({ zones: ["2"] }),
        "warning network.zones: this cluster is protected, so it is to be kept, but has nodes in one zone: say 3",
      ],
    ],
  },
  {
    rule: "aks/control-plane/production-has-workers",
    passes: [
      ["three", cluster({ nodeGroups: [system, group({ size: { min: 3, max: 9 } })] })],
      [
        "three in two groups",
        cluster({ nodeGroups: [system, group({ size: 1 }), group({ name: "b", size: 2 })] }),
      ],
      ["the first group alone, which another rule tells of", withGroups({ size: 1 })],
      ["two where nothing is kept", cluster({ nodeGroups: [system, group({ size: 2 })], protection: false })],
      [
        "none where machines are made for pods",
        cluster({ nodeGroups: [system, group({ size: 1 })], autoscaling: "auto-provisioning" }),
      ],
      ["a reference", cluster({ nodeGroups: [system, group({ size: variable })] })],
    ],
    fails: [
      [
        "two",
        cluster({ nodeGroups: [system, group({ size: { min: 2, max: 9 } })] }),
        "warning nodeGroups: workloads may be left with 2 nodes on demand: a zone's failure, or spot machines taken back, could stop them",
      ],
      [
        "spot machines alone",
        cluster({ nodeGroups: [system, group({ size: 5, capacity: "spot" })] }),
        "warning nodeGroups: workloads may be left with 0 nodes on demand: a zone's failure, or spot machines taken back, could stop them",
      ],
    ],
  },
];
