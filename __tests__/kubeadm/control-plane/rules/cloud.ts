import { cluster, type KubeadmRuleCases, variable, withControlPlane } from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "cluster/fields/literal",
    passes: [["literals", cluster()]],
    fails: [
      [
        "a number of machines that only Terraform knows",
        withControlPlane({ machines: variable }),
        'error controlPlane.machines: must be a literal, got "${var.value}": it decides which resources exist, before Terraform knows any variable',
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/cloud-supported",
    passes: [["AWS", cluster()]],
    fails: [
      [
        "Azure",
        cluster({ cloud: "azure" }),
        'error cloud: kubeadm clusters are supported on aws only, got "azure"; platform: aks is the managed service of this cloud',
      ],
      [
        "Google Cloud",
        cluster({ cloud: "google" }),
        'error cloud: kubeadm clusters are supported on aws only, got "google"; platform: gke is the managed service of this cloud',
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/cluster-name",
    passes: [
      ["letters, digits and -", cluster({ name: "shop-2" })],
      ["the longest name", cluster({ name: "a".repeat(47) })],
      ["a reference, which is reported as such", cluster({ name: variable })],
    ],
    fails: [
      [
        "capitals",
        cluster({ name: "Shop" }),
        'error name: must start with a lower-case letter, hold lower-case letters, digits and "-", and not end in "-", got "Shop"',
      ],
      [
        "- at the end",
        cluster({ name: "shop-" }),
        'error name: must start with a lower-case letter, hold lower-case letters, digits and "-", and not end in "-", got "shop-"',
      ],
      [
        "a name that is too long for the names of machines",
        cluster({ name: "a".repeat(48) }),
        `error name: must have at most 47 characters, "${"a".repeat(48)}" has 48`,
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/region-known",
    passes: [["a region", withControlPlane({})]],
    fails: [
      [
        "a region that is not in the table",
        cluster({ region: "eu-central-9" }),
        'warning region: "eu-central-9" is not a known region of AWS; known are af-south-1, ap-east-1, ap-east-2 and others',
      ],
      [
        "a region of Azure",
        cluster({ region: "westeurope" }),
        'error region: must be a region of AWS such as eu-central-1, got "westeurope"',
      ],
    ],
  },
];
