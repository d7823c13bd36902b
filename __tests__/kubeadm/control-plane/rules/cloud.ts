import {
  cluster,
  googleGroup,
  type KubeadmRuleCases,
  onAzure,
  onGoogle,
  variable,
  withControlPlane,
} from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/control-plane/provider-minimum",
    passes: [
      ["a version of the next major on Azure", onAzure({ kubeadm: { providerMinimum: "5.2.0" } })],
      ["no version", onAzure()],
    ],
    fails: [
      [
        "an old version",
        onAzure({ kubeadm: { providerMinimum: "4.54.0" } }),
        'error kubeadm.providerMinimum: must be at least 4.55.0 and below 6.0.0, got "4.54.0"',
      ],
      [
        "a version of two parts",
        onAzure({ kubeadm: { providerMinimum: "5.2" } }),
        'error kubeadm.providerMinimum: must be a version such as "4.67.0", got "5.2"',
      ],
    ],
  },
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
    rule: "kubeadm/control-plane/field-of-cloud",
    passes: [
      [
        "all fields on AWS",
        cluster({ kubeadm: { sessionManager: true }, loadBalancing: { controller: true } }),
      ],
      [
        "fields that are off on Google Cloud",
        onGoogle({ kubeadm: { sessionManager: false }, loadBalancing: { controller: false } }),
      ],
      [
        "fields that are off on Azure",
        onAzure({
          kubeadm: { sessionManager: false },
          loadBalancing: { controller: false },
          network: { private: false },
        }),
      ],
    ],
    fails: [
      [
        "Session Manager on Azure",
        onAzure({ kubeadm: { sessionManager: true } }),
        "error kubeadm.sessionManager: has no effect on Azure: Session Manager is a service of AWS; az vm run-command opens no port",
      ],
      [
        "operations and throughput of the etcd disk on Azure",
        onAzure({
          controlPlane: { machineType: "Standard_D2s_v5", etcd: { iops: 4000, throughputMiBps: 200 } },
        }),
        "error controlPlane.etcd.iops: has no effect on Azure: the operations of a Premium SSD come from its size; use a larger sizeGiB",
        "error controlPlane.etcd.throughputMiBps: has no effect on Azure: the throughput of a Premium SSD comes from its size; use a larger sizeGiB",
      ],
      [
        "load balancers of Services on Azure",
        onAzure({ loadBalancing: { controller: true } }),
        "error loadBalancing.controller: has no effect on Azure: its permissions on Azure are not limited to the load balancers of Services yet; create load balancers with Terraform",
      ],
      [
        "a private network on Azure",
        onAzure({ network: { private: true } }),
        "error network.private: has no effect on Azure: machines prove their identity to Entra ID and read Azure Resource Manager, which have no private address in the network; use NAT gateways",
      ],
      [
        "Session Manager on Google Cloud",
        onGoogle({ kubeadm: { sessionManager: true } }),
        "error kubeadm.sessionManager: has no effect on Google Cloud: Session Manager is a service of AWS; the serial port shows what a machine reports",
      ],
      [
        "operations of the etcd disk on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n2-standard-2", etcd: { iops: 4000 } } }),
        "error controlPlane.etcd.iops: has no effect on Google Cloud: the operations of a disk come from its size; use a larger sizeGiB",
      ],
      [
        "throughput of the etcd disk on Google Cloud",
        onGoogle({ controlPlane: { machineType: "n2-standard-2", etcd: { throughputMiBps: 200 } } }),
        "error controlPlane.etcd.throughputMiBps: has no effect on Google Cloud: the throughput of a disk comes from its size; use a larger sizeGiB",
      ],
      [
        "load balancers of Services on Google Cloud",
        onGoogle({ loadBalancing: { controller: true } }),
        "error loadBalancing.controller: has no effect on Google Cloud: its permissions on Google Cloud are not limited to one cluster yet; create load balancers with Terraform",
      ],
    ],
  },
  {
    rule: "cluster/fields/provider-version",
    passes: [
      [
        "a regional gateway of a later provider on Azure",
        onAzure({ network: { nat: "regional" }, kubeadm: { providerMinimum: "4.67.0" } }),
      ],
      ["a regional gateway on AWS", cluster({ network: { nat: "regional" } })],
      ["a regional gateway on Google Cloud", onGoogle({ network: { nat: "regional" } })],
    ],
    fails: [
      [
        "a regional gateway of the oldest provider on Azure",
        onAzure({ network: { nat: "regional" } }),
        'error network.nat: "regional" needs the provider azurerm 4.67.0 or later, got 4.55.0; set kubeadm.providerMinimum to "4.67.0", or providers.azurerm.version of the environment',
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/value-of-cloud",
    passes: [
      ["a gateway for each zone on AWS", cluster({ network: { nat: "per-zone" } })],
      ["one gateway on Google Cloud", onGoogle({ network: { nat: "regional" } })],
      ["a gateway for each zone on Azure", onAzure({ network: { nat: "per-zone" } })],
      ["one gateway on Azure", onAzure({ network: { nat: "single" } })],
      ["a private network, which has no gateway", onGoogle({ network: { private: true, nat: "per-zone" } })],
      ["a reference", onGoogle({ network: variable })],
    ],
    fails: [
      [
        "no gateway on Azure",
        onAzure({ network: { nat: "none" } }),
        'error network.nat: must not be "none" on Azure: machines prove their identity to Entra ID and read Azure Resource Manager, which have no private address in the network; use single, per-zone or regional',
      ],
      [
        "a gateway for each zone on Google Cloud",
        onGoogle({ network: { nat: "per-zone" } }),
        'error network.nat: must not be "per-zone" on Google Cloud: Cloud NAT is one gateway that Google distributes over the zones; use regional',
      ],
      [
        "a gateway in one zone on Google Cloud",
        onGoogle({ network: { nat: "single" } }),
        'error network.nat: must not be "single" on Google Cloud: Cloud NAT is one gateway that Google distributes over the zones; use regional',
      ],
    ],
  },
  {
    rule: "kubeadm/control-plane/tag-syntax",
    passes: [
      ["any tags on AWS", cluster({ tags: { CostCenter: "A B" } })],
      ["labels on Google Cloud", onGoogle({ tags: { "cost-center": "a_b" } })],
      ["any tags on Azure", onAzure({ tags: { CostCenter: "A B" } })],
    ],
    fails: [
      [
        "a character that Azure refuses",
        onAzure({ tags: { "cost/center": "a" } }),
        'error at key tags["cost/center"]: keys must not contain < > % & \\ ? or /, got "cost/center"',
      ],
      [
        "a capital letter on Google Cloud",
        onGoogle({ tags: { team: "Platform" } }),
        'error tags.team: must be a label value: at most 63 lower-case letters, digits, "-" and "_", got "Platform"; "platform" would be right',
      ],
      [
        "a reserved key of a group on Google Cloud",
        onGoogle({ nodeGroups: [googleGroup({ tags: { "goog-x": "a" } })] }),
        'error at key nodeGroups[0].tags.goog-x: keys that start with "goog-" are reserved by Google, got "goog-x"',
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
    passes: [
      ["a region", withControlPlane({})],
      [
        "an unknown one with a number of zones, which another rule reports",
        cluster({ region: "eu-centrl-1" }),
      ],
    ],
    fails: [
      [
        "a region that is not in the table",
        cluster({ region: "eu-central-9", network: { zones: ["eu-central-9a"] } }),
        'warning region: "eu-central-9" is not a known region of AWS (known regions with eu-: eu-central-1, eu-central-2, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-2, eu-west-3, eu-isoe-west-1)',
      ],
      [
        "a misspelt one",
        cluster({ region: "eu-centrl-1", network: { zones: ["eu-centrl-1a"] } }),
        'warning region: "eu-centrl-1" is not a known region of AWS; did you mean "eu-central-1"?',
      ],
      [
        "a name in the form of Google Cloud",
        cluster({ region: "us-east1" }),
        'error region: must be a region of AWS such as eu-central-1, got "us-east1"; did you mean "us-east-1"?',
      ],
      [
        "a region of Azure",
        cluster({ region: "westeurope" }),
        'error region: must be a region of AWS such as eu-central-1, got "westeurope"',
      ],
      [
        "a region of a government on Azure",
        onAzure({ region: "usgovvirginia" }),
        'error region: must be a region of Azure such as westeurope, got "usgovvirginia"',
      ],
      [
        "a region of AWS on Google Cloud",
        onGoogle({ region: "eu_central" }),
        'error region: must be a region of Google Cloud such as europe-west1, got "eu_central"',
      ],
    ],
  },
];
