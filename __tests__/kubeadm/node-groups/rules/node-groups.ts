import type { KubeadmClusterProps } from "../../../../modules/kubeadm/spec";
import {
  azureGroup,
  onAzure,
  cluster,
  googleGroup,
  type KubeadmRuleCases,
  onGoogle,
  variable,
  withGroups,
} from "../../rule-support";

/** A cluster on Google Cloud with a group for each machine type. */
const onGoogleWith = (...parts: (string | Partial<KubeadmClusterProps>)[]): KubeadmClusterProps => {
  const types = parts.filter((part) => typeof part === "string");
  const nodeGroups = types.map((type, i) => googleGroup({ name: `group-${i}`, machineTypes: [type] }));
  return Object.assign(onGoogle({ nodeGroups }), ...parts.filter((part) => typeof part === "object"));
};

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/node-groups/group-of-cloud",
    passes: [
      ["a group over all zones on AWS", cluster()],
      ["a group in each zone on Google Cloud", onGoogle()],
      [
        "a group of a fixed size over all zones",
        onGoogle({ nodeGroups: [googleGroup({ size: 3, spread: "one-group" })] }),
      ],
      [
        "a group of one zone",
        onGoogle({ nodeGroups: [googleGroup({ spread: "one-group", zones: ["europe-west1-b"] })] }),
      ],
      [
        "a scaled group over all zones on Azure",
        onAzure({ network: { nat: "single" }, nodeGroups: [azureGroup({ spread: undefined })] }),
      ],
      [
        "a group of one zone with a NAT gateway in each zone on Azure",
        onAzure({
          network: { nat: "per-zone" },
          nodeGroups: [azureGroup({ spread: undefined, zones: ["2"] })],
        }),
      ],
    ],
    fails: [
      [
        "a group over all zones with a NAT gateway in each zone on Azure",
        onAzure({ nodeGroups: [azureGroup({ spread: undefined })] }),
        'error nodeGroups[0].spread: must be "per-zone" with network.nat "per-zone", or the group in one zone: a scale set has one subnet; in a new cluster, network.nat single or regional allows groups over several zones',
      ],
      [
        "two machine types on Azure",
        onAzure({ nodeGroups: [azureGroup({ machineTypes: ["Standard_D4s_v5", "Standard_D4as_v5"] })] }),
        "error nodeGroups[0].machineTypes: a scale set of Azure has one VM size, got 2; use a group for each",
      ],
      [
        "a longer time on Azure",
        onAzure({ nodeGroups: [azureGroup({ timeoutHours: 2 })] }),
        "error nodeGroups[0].timeoutHours: has no effect on Azure: the extension that waits for a node ends after 90 minutes at the latest; remove the field",
      ],
      [
        "a scaled group over all zones on Google Cloud",
        onGoogle({ nodeGroups: [googleGroup({ spread: undefined })] }),
        "error nodeGroups[0].spread: the Cluster Autoscaler changes groups of one zone only; use per-zone, one zone, a fixed size or autoscaling: none",
      ],
      [
        "two machine types on Google Cloud",
        onGoogle({ nodeGroups: [googleGroup({ machineTypes: ["n2-standard-4", "n2d-standard-4"] })] }),
        "error nodeGroups[0].machineTypes: a group on Google Cloud has one machine type, got 2; use a group for each",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/on-demand-workloads",
    passes: [
      ["an on-demand group next to spot", withGroups({}, { name: "spot", capacity: "spot" })],
      ["no protection", { ...withGroups({ capacity: "spot" }), protection: false }],
      ["a reference", withGroups({ capacity: variable })],
      [
        "no group that accepts workloads",
        withGroups({ capacity: "spot", taints: [{ key: "a", effect: "NoSchedule" }] }),
      ],
    ],
    fails: [
      [
        "spot groups only",
        withGroups({ capacity: "spot" }, { name: "more", capacity: "spot" }),
        "warning nodeGroups: no on-demand nodes accept workloads: a zone outage or spot interruption could stop them; add an on-demand group " +
          "without taints",
      ],
      [
        "an on-demand group with a taint",
        withGroups(
          { taints: [{ key: "CriticalAddonsOnly", effect: "NoSchedule" }] },
          { name: "spot", capacity: "spot", taints: [{ key: "a", effect: "PreferNoSchedule" }] },
        ),
        "warning nodeGroups: no on-demand nodes accept workloads: a zone outage or spot interruption could stop them; add an on-demand group " +
          "without taints",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/nodes-needed",
    passes: [["a node group", cluster()]],
    fails: [
      [
        "none",
        cluster({ nodeGroups: [] }),
        "error nodeGroups: must have at least one node group: control-plane machines accept no workloads",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/terraform-addresses-unique",
    passes: [["different names", withGroups({ name: "a" }, { name: "b", spread: "per-zone" })]],
    fails: [
      [
        "names that differ in - only",
        withGroups({ name: "a-b" }, { name: "a--b" }),
        'error nodeGroups[1].name: "a--b" and "a-b" would have the same Terraform address; rename one of them',
      ],
      [
        "the name of a node pool in a zone",
        withGroups({ name: "a", spread: "per-zone" }, { name: "a-eu-central-1a" }),
        'error nodeGroups[1].name: "a-eu-central-1a" and "a" would have the same Terraform address; rename one of them',
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/machine-type-names",
    passes: [["types of EC2", withGroups({ machineTypes: ["m7i.large", "m6i.large"] })]],
    fails: [
      [
        "a type of Azure and a family",
        withGroups({ machineTypes: ["Standard_D4ds_v5", "m7i.*"] }),
        'error nodeGroups[0].machineTypes[0]: must be an EC2 instance type such as m7i.large, got "Standard_D4ds_v5"',
        'error nodeGroups[0].machineTypes[1]: must be an EC2 instance type such as m7i.large, got "m7i.*"',
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/machine-types-not-retired",
    passes: [
      ["another cloud", withGroups({})],
      ["a series of Azure that is not retired", onAzure()],
    ],
    fails: [
      [
        "a retired series",
        onAzure({ nodeGroups: [azureGroup({ machineTypes: ["Standard_NV12s_v3"] })] }),
        "error nodeGroups[0].machineTypes[0]: Standard_NV12s_v3 is retired since 2026-09-30 (as of 2025-12-18): Azure starts no machines of it; use the series NVadsA10_v5",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/machine-types-known",
    passes: [
      ["types of EC2", withGroups({ machineTypes: ["m7i.large", "m6i.large"] })],
      ["a family of Google Cloud", onGoogleWith("n2-standard-4")],
      ["a size of Azure", onAzure({ nodeGroups: [azureGroup({ machineTypes: ["Standard_D4s_v5"] })] })],
    ],
    fails: [
      [
        "a misspelled type and a newer one",
        withGroups({ machineTypes: ["m7i.lrge", "m99i.large"] }),
        'warning nodeGroups[0].machineTypes[0]: "m7i.lrge" is not one of the known instance types (as of 2026-10-31); did you mean "m7i.large"?',
        'warning nodeGroups[0].machineTypes[1]: "m99i.large" is not one of the known instance types (as of 2026-10-31); check the spelling, unless it is newer',
      ],
      [
        "a newer family of Google Cloud",
        onGoogleWith("q9-standard-4"),
        'warning nodeGroups[0].machineTypes[0]: "q9" is an unknown machine family (as of 2026-11-24); check the spelling, unless it is newer',
      ],
      [
        "a misspelled size of Azure",
        onAzure({ nodeGroups: [azureGroup({ machineTypes: ["Standard_D4sd_v5"] })] }),
        'warning nodeGroups[0].machineTypes[0]: "Standard_D4sd_v5" is not a known VM size (as of 2026-08-31); did you mean "Standard_D4ds_v5"?',
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/memory",
    passes: [
      ["2 GiB", withGroups({ machineTypes: ["t3.small"] })],
      ["an unknown type", withGroups({ machineTypes: ["m99i.nano"] })],
      ["4 GiB on Azure", onAzure({ nodeGroups: [azureGroup({ machineTypes: ["Standard_B2als_v2"] })] })],
      ["2 GiB on Google Cloud", onGoogleWith("e2-small")],
    ],
    fails: [
      [
        "one of two types",
        withGroups({ machineTypes: ["t3.large", "t3.nano"] }),
        "warning nodeGroups[0].machineTypes[1]: t3.nano has 0.5 GiB of memory, and kubeadm asks for 2: less leaves none for pods; use a larger type",
      ],
      [
        "1 GiB on Azure",
        onAzure({ nodeGroups: [azureGroup({ machineTypes: ["Standard_B2ats_v2"] })] }),
        "warning nodeGroups[0].machineTypes[0]: Standard_B2ats_v2 has 1 GiB of memory, and kubeadm asks for 2: less leaves none for pods; use a larger type",
      ],
      [
        "1 GiB on Google Cloud",
        onGoogleWith("e2-micro"),
        "warning nodeGroups[0].machineTypes[0]: e2-micro has 1 GiB of memory, and kubeadm asks for 2: less leaves none for pods; use a larger type",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/machine-types-alike",
    passes: [["types of ARM", withGroups({ machineTypes: ["m7g.large", "m6g.large"] })]],
    fails: [
      [
        "two architectures",
        withGroups({ machineTypes: ["m7i.large", "m7g.large"] }),
        "error nodeGroups[0].machineTypes[1]: must be x86_64 like m7i.large, m7g.large is arm64",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/common-disk-type",
    passes: [
      ["any families on AWS", withGroups({}, { name: "arm", machineTypes: ["m7g.large"] })],
      ["families with a common type", onGoogleWith("c3-standard-4", "c4-standard-4")],
      ["a new family", onGoogleWith("n2-standard-4", "n99-standard-4", "e2-standard-4")],
      ["no storage class", onGoogleWith("n2-standard-4", "n4-standard-4", { storage: { block: false } })],
    ],
    fails: [
      [
        "families without a common type",
        onGoogleWith("c3-standard-4", "n2-standard-4", "n4-standard-4"),
        "error nodeGroups[2].machineTypes[0]: n4-standard-4 attaches hyperdisk-balanced only, and the groups before it pd-balanced, pd-ssd: no storage class works on all nodes; use families with a common type, or storage.block: false and own storage classes",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/max-pods",
    passes: [["the limits", withGroups({ maxPods: 10 }, { name: "large", maxPods: 250 })]],
    fails: [
      [
        "too few",
        withGroups({ maxPods: 9 }),
        "error nodeGroups[0].maxPods: must be a whole number from 10 to 250, got 9",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/disk-size",
    passes: [
      ["20 GiB", withGroups({ disk: { sizeGiB: 20 } })],
      ["a reference", withGroups({ disk: { sizeGiB: variable } })],
    ],
    fails: [
      [
        "19 GiB",
        withGroups({ disk: { sizeGiB: 19 } }),
        "error nodeGroups[0].disk.sizeGiB: must be a whole number from 20 to 16384, got 19",
      ],
      [
        "more than a system disk of Azure has",
        onAzure({ nodeGroups: [azureGroup({ disk: { sizeGiB: 4096 } })] }),
        "error nodeGroups[0].disk.sizeGiB: must be a whole number from 30 to 4095, got 4096",
      ],
    ],
  },
  {
    rule: "kubeadm/node-groups/image-id",
    passes: [["an id", withGroups({ image: { id: "ami-0123456789abcdef0" } })]],
    fails: [
      [
        "a name",
        withGroups({ image: { id: "ubuntu" } }),
        'error nodeGroups[0].image.id: must be an id such as ami-0123456789abcdef0, got "ubuntu"',
      ],
    ],
  },
];
