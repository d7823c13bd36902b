import type { EksClusterProps, EksFargateProfileSpec } from "../../../../modules/eks/spec";
import { cluster, type EksRuleCases, variable } from "../../rule-support";

const profile = (patch: Partial<EksFargateProfileSpec> = {}): EksFargateProfileSpec => ({
  name: "default",
  selectors: [{ namespace: "default" }],
  ...patch,
});

const withProfiles = (...patches: Partial<EksFargateProfileSpec>[]): EksClusterProps =>
  cluster({ eks: { fargateProfiles: patches.map(profile) } });

/** Without nodes. */
const alone = (selectors: EksFargateProfileSpec["selectors"]): EksClusterProps => ({
  ...withProfiles({ selectors }),
  nodeGroups: [],
  storage: { block: false },
});

const noPlace =
  "error eks.fargateProfiles: CoreDNS could not run, and its add-on would not become ready: there are no nodes, so " +
  "one profile must select the namespace kube-system, without labels or with k8s-app: kube-dns";
const noVolumes =
  "error storage.block: must be false without node groups: Fargate supports no EBS volumes, and their driver has " +
  "no node to run on";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/fargate-pods",
    passes: [["pods, set and omitted", withProfiles({ plannedPods: 200 }, { name: "b" })]],
    fails: [
      [
        "half a pod",
        withProfiles({ plannedPods: 0.5 }),
        "error eks.fargateProfiles[0].plannedPods: must be a whole number of at least 1, got 0.5",
      ],
    ],
  },
  {
    rule: "eks/node-groups/fargate-profile-names",
    passes: [["54 characters", withProfiles({ name: "a".repeat(54) }, { name: "b-1" })]],
    fails: [
      [
        "EKS' own prefix",
        withProfiles({ name: "eks-apps" }),
        'error eks.fargateProfiles[0].name: must not start with "eks-", which EKS reserves, got "eks-apps"',
      ],
      [
        "capitals",
        withProfiles({ name: "Apps" }),
        "error eks.fargateProfiles[0].name: must start with a lower-case letter and consist of lower-case letters, " +
          'digits and "-", got "Apps"',
      ],
      [
        "55 characters",
        withProfiles({ name: "a".repeat(55) }),
        `error eks.fargateProfiles[0].name: must have at most 54 characters, "${"a".repeat(55)}" has 55`,
      ],
    ],
  },
  {
    rule: "eks/node-groups/fargate-profiles-unique",
    passes: [["two", withProfiles({}, { name: "other" })]],
    fails: [
      [
        "one twice",
        withProfiles({}, {}),
        'error eks.fargateProfiles[1].name: "default" is also the name of fargateProfiles[0]',
      ],
    ],
  },
  {
    rule: "eks/node-groups/fargate-profile-count",
    passes: [["ten", withProfiles(...Array.from({ length: 10 }, (_, i) => ({ name: `p${i}` })))]],
    fails: [
      [
        "eleven",
        withProfiles(...Array.from({ length: 11 }, (_, i) => ({ name: `p${i}` }))),
        "warning eks.fargateProfiles: 11 Fargate profiles exceed the default quota of AWS, 10; merge selectors",
      ],
    ],
  },
  {
    rule: "eks/node-groups/fargate-selectors",
    passes: [
      ["names and patterns", withProfiles({ selectors: [{ namespace: "shop" }, { namespace: "team-?-*" }] })],
      ["a reference", withProfiles({ selectors: [{ namespace: variable }] })],
    ],
    fails: [
      [
        "none",
        withProfiles({ selectors: [] }),
        "error eks.fargateProfiles[0].selectors: must be 1 to 5 selectors, got 0",
      ],
      [
        "six",
        withProfiles({ selectors: Array.from({ length: 6 }, (_, i) => ({ namespace: `n${i}` })) }),
        "error eks.fargateProfiles[0].selectors: must be 1 to 5 selectors, got 6",
      ],
      [
        "no name",
        withProfiles({ selectors: [{ namespace: "" }] }),
        'error eks.fargateProfiles[0].selectors[0].namespace: must be a namespace: at most 63 lower-case letters, digits and "-", with a letter or digit at both ends, or a pattern of these with "*" and "?"; got ""',
      ],
    ],
  },
  {
    rule: "eks/node-groups/core-dns-on-fargate",
    passes: [
      ["its namespace", alone([{ namespace: "default" }, { namespace: "kube-system" }])],
      ["its label", alone([{ namespace: "kube-*", labels: { "k8s-app": "kube-dns" } }])],
      ["what only Terraform knows", alone([{ namespace: variable }])],
      ["nodes", withProfiles({})],
    ],
    fails: [
      ["another namespace", alone([{ namespace: "default" }]), noPlace],
      ["other labels", alone([{ namespace: "kube-system", labels: { "k8s-app": "metrics" } }]), noPlace],
    ],
  },
  {
    rule: "eks/node-groups/block-storage-needs-nodes",
    passes: [
      ["none, on Fargate alone", alone([{ namespace: "kube-system" }])],
      ["node groups", withProfiles({})],
      [
        "Auto Mode",
        {
          ...alone([{ namespace: "default" }]),
          storage: { block: true },
          autoscaling: "auto-provisioning",
          eks: { autoProvisioning: { by: "auto-mode" }, fargateProfiles: [profile()] },
        },
      ],
    ],
    fails: [
      ["volumes on Fargate", { ...alone([{ namespace: "default" }]), storage: { block: true } }, noVolumes],
      ["volumes by default", { ...alone([{ namespace: "default" }]), storage: undefined }, noVolumes],
    ],
  },
];
