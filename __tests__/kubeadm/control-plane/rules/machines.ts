import {
  azureAdmin,
  onAzure,
  cluster,
  type KubeadmRuleCases,
  onGoogle,
  variable,
  withControlPlane,
} from "../../rule-support";

const azureImage = {
  id: `/subscriptions/${azureAdmin}/resourceGroups/images/providers/Microsoft.Compute/galleries/main/images/kubernetes/versions/1.35.4`,
};

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/control-plane/zones-for-majority",
    passes: [
      ["three machines in three zones", cluster()],
      [
        "one machine in two zones",
        cluster({ network: { zones: 2 }, controlPlane: { machines: 1, machineType: "m7i.large" } }),
      ],
      ["five machines in three zones", withControlPlane({ machines: 5 })],
    ],
    fails: [
      [
        "three machines in two zones",
        cluster({ network: { zones: ["eu-central-1a", "eu-central-1b"] } }),
        "error network.zones: 3 control-plane machines need at least 3 zones, got 2; use more zones or one machine",
      ],
      [
        "five machines in one zone",
        cluster({ network: { zones: 1 }, controlPlane: { machines: 5, machineType: "m7i.large" } }),
        "error network.zones: 5 control-plane machines need at least 3 zones, got 1; use more zones or one machine",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/one-machine",
    passes: [
      ["three machines", cluster()],
      [
        "one machine without protection",
        cluster({ protection: false, controlPlane: { machines: 1, machineType: "m7i.large" } }),
      ],
    ],
    fails: [
      [
        "one machine with protection",
        withControlPlane({ machines: 1 }),
        "warning controlPlane.machines: one machine has no replica: the API server is unavailable while it is replaced; use 3, or protection: false for development",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/machine-type-not-retired",
    passes: [
      ["another cloud", cluster()],
      [
        "a series of Azure that is not retired",
        onAzure({ controlPlane: { machineType: "Standard_D2s_v5" } }),
      ],
      ["a reference", onAzure({ controlPlane: { machineType: variable } })],
    ],
    fails: [
      [
        "a retired series",
        onAzure({ controlPlane: { machineType: "Standard_DC4s_v2" } }),
        "error controlPlane.machineType: Standard_DC4s_v2 is retired since 2026-06-30 (as of 2025-12-18): Azure starts no machines of it; use the series DCsv3",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/machine-type-known",
    passes: [
      ["a known type", cluster()],
      ["a reference", withControlPlane({ machineType: variable })],
    ],
    fails: [
      [
        "a misspelled type",
        withControlPlane({ machineType: "m7i.lrge" }),
        'warning controlPlane.machineType: "m7i.lrge" is not one of the known instance types (as of 2026-10-31); did you mean "m7i.large"?',
      ],
      [
        "a misspelled type of Google Cloud",
        onGoogle({ controlPlane: { machineType: "n2-standart-2" } }),
        'warning controlPlane.machineType: "n2-standart-2" is not a known machine type (as of 2026-11-24); did you mean "n2-standard-2"?',
      ],
      [
        "a size of Azure without its separator",
        onAzure({ controlPlane: { machineType: "Standard_D2sv5" } }),
        'warning controlPlane.machineType: "Standard_D2sv5" is not a known VM size (as of 2026-08-31); did you mean "Standard_D2s_v5"?',
      ],
      [
        "a misspelled size of Azure",
        onAzure({ controlPlane: { machineType: "Standard_D2sd_v5" } }),
        'warning controlPlane.machineType: "Standard_D2sd_v5" is not a known VM size (as of 2026-08-31); did you mean "Standard_D2ds_v5"?',
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/machine-type",
    passes: [
      ["a type with two vCPUs", cluster()],
      ["2 GiB of memory", withControlPlane({ machineType: "t3.small" })],
      ["4 GiB of memory on Azure", onAzure({ controlPlane: { machineType: "Standard_B2als_v2" } })],
      ["2 GiB of memory on Google Cloud", onGoogle({ controlPlane: { machineType: "e2-small" } })],
      ["an unknown type", withControlPlane({ machineType: "m99i.nano" })],
      ["an unknown size of Azure", onAzure({ controlPlane: { machineType: "Standard_B1ls_v9" } })],
      ["an unknown type of Google Cloud", onGoogle({ controlPlane: { machineType: "q9-tiny-1" } })],
    ],
    fails: [
      [
        "a type of Google Cloud",
        withControlPlane({ machineType: "n4-standard-4" }),
        'error controlPlane.machineType: must be an EC2 instance type such as m7i.large, got "n4-standard-4"',
      ],
      [
        "a type of AWS on Azure",
        onAzure({ controlPlane: { machineType: "m7i.large" } }),
        'error controlPlane.machineType: must be a VM size such as Standard_D2s_v5, got "m7i.large"',
      ],
      [
        "a type of AWS on Google Cloud",
        onGoogle({ controlPlane: { machineType: "m7i.large" } }),
        'error controlPlane.machineType: must be a machine type of Compute Engine such as n2-standard-2, got "m7i.large"',
      ],
      [
        "a type with one vCPU on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n1-standard-1" } }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, n1-standard-1 has 1 vCPU and 3.75 GiB",
      ],
      [
        "a type with one vCPU",
        withControlPlane({ machineType: "t2.micro" }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, t2.micro has 1 vCPU and 1 GiB",
      ],
      [
        "half a GiB of memory",
        withControlPlane({ machineType: "t3.nano" }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, t3.nano has 2 vCPUs and 0.5 GiB",
      ],
      [
        "memory of which the kernel keeps a part",
        withControlPlane({ machineType: "c1.medium" }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, c1.medium has 2 vCPUs and 1.7 GiB",
      ],
      [
        "one GiB of memory on Azure",
        onAzure({ controlPlane: { machineType: "Standard_B2ats_v2" } }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, Standard_B2ats_v2 has 2 vCPUs and 1 GiB",
      ],
      [
        "one vCPU on Azure",
        onAzure({ controlPlane: { machineType: "Standard_B1ls" } }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, Standard_B1ls has 1 vCPU",
      ],
      [
        "one GiB of memory on Google Cloud",
        onGoogle({ controlPlane: { machineType: "e2-micro" } }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, e2-micro has 2 vCPUs and 1 GiB",
      ],
      [
        "a custom type on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n2-custom-2-1024" } }),
        "error controlPlane.machineType: must have at least 2 vCPUs and 2 GiB of memory, n2-custom-2-1024 has 2 vCPUs and 1 GiB",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/production-memory",
    passes: [
      ["8 GiB", cluster()],
      ["7 GiB of a small type", onGoogle({ controlPlane: { machineType: "c4-standard-2" } })],
      ["8 GiB on Azure", onAzure()],
      [
        "4 GiB without protection",
        cluster({ protection: false, controlPlane: { machineType: "t3.medium" } }),
      ],
      ["less than kubeadm needs, which another rule refuses", withControlPlane({ machineType: "t3.nano" })],
      ["an unknown type", withControlPlane({ machineType: "m99i.nano" })],
    ],
    fails: [
      [
        "4 GiB",
        withControlPlane({ machineType: "t3.medium" }),
        "warning controlPlane.machineType: t3.medium has 4 GiB of memory, and etcd recommends 8 GiB in production; use a larger type, or protection: false for development",
      ],
      [
        "4 GiB on Azure",
        onAzure({ controlPlane: { machineType: "Standard_B2als_v2" } }),
        "warning controlPlane.machineType: Standard_B2als_v2 has 4 GiB of memory, and etcd recommends 8 GiB in production; use a larger type, or protection: false for development",
      ],
      [
        "2 GiB on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n2-highcpu-2" } }),
        "warning controlPlane.machineType: n2-highcpu-2 has 2 GiB of memory, and etcd recommends 8 GiB in production; use a larger type, or protection: false for development",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/timeout",
    passes: [
      ["the longest time", withControlPlane({ timeoutMinutes: 120 })],
      ["no time", cluster()],
    ],
    fails: [
      [
        "less than five minutes",
        withControlPlane({ timeoutMinutes: 4 }),
        "error controlPlane.timeoutMinutes: must be a whole number from 5 to 120, got 4",
      ],
      [
        "more than a lifecycle hook lasts",
        withControlPlane({ timeoutMinutes: 121 }),
        "error controlPlane.timeoutMinutes: must be a whole number from 5 to 120, got 121",
      ],
      [
        "more than a run command lasts on Azure",
        onAzure({ controlPlane: { machineType: "Standard_D2s_v5", timeoutMinutes: 86 } }),
        "error controlPlane.timeoutMinutes: must be a whole number from 5 to 85, got 86",
      ],
      [
        "more than an hour on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n2-standard-2", timeoutMinutes: 61 } }),
        "error controlPlane.timeoutMinutes: must be a whole number from 5 to 60, got 61",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/system-disk",
    passes: [
      ["20 GiB", withControlPlane({ disk: { sizeGiB: 20 } })],
      ["a reference", withControlPlane({ disk: { sizeGiB: variable } })],
      [
        "30 GiB on Azure",
        onAzure({ controlPlane: { machineType: "Standard_D2s_v5", disk: { sizeGiB: 30 } } }),
      ],
    ],
    fails: [
      [
        "less than the image on Azure",
        onAzure({ controlPlane: { machineType: "Standard_D2s_v5", disk: { sizeGiB: 29 } } }),
        "error controlPlane.disk.sizeGiB: must be a whole number from 30 to 4095, got 29",
      ],
      [
        "19 GiB",
        withControlPlane({ disk: { sizeGiB: 19 } }),
        "error controlPlane.disk.sizeGiB: must be a whole number from 20 to 16384, got 19",
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/image-id",
    passes: [
      ["an id", withControlPlane({ image: { id: "ami-0123456789abcdef0" } })],
      ["an image of Azure", onAzure({ controlPlane: { machineType: "Standard_D2s_v5", image: azureImage } })],
    ],
    fails: [
      [
        "an image of AWS on Azure",
        onAzure({ controlPlane: { machineType: "Standard_D2s_v5", image: { id: "ami-0123456789abcdef0" } } }),
        'error controlPlane.image.id: must be the id of an image such as /subscriptions/…/resourceGroups/images/providers/Microsoft.Compute/images/kubernetes, got "ami-0123456789abcdef0"',
      ],
      [
        "a name",
        withControlPlane({ image: { id: "ubuntu-26.04" } }),
        'error controlPlane.image.id: must be an id such as ami-0123456789abcdef0, got "ubuntu-26.04"',
      ],
      [
        "an image of AWS on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n2-standard-2", image: { id: "ami-0123456789abcdef0" } } }),
        'error controlPlane.image.id: must be an image such as projects/my-project/global/images/family/kubernetes, got "ami-0123456789abcdef0"',
      ],
    ],
  },
];
