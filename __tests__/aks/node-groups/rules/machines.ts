import { type AksRuleCases, cluster, variable, withGroup, withGroups } from "../../rule-support";

const ephemeral = (size: string, sizeGiB?: number) =>
  withGroup({ machineTypes: [size], disk: { type: "ephemeral", sizeGiB } });

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/one-machine-type",
    passes: [
      ["one", cluster()],
      ["families of all kinds", withGroup({ machineTypes: ["Standard_NC24ads_A100_v4"] })],
    ],
    fails: [
      [
        "two",
        withGroups({ machineTypes: ["Standard_D4ds_v5", "Standard_D8ds_v5"] }),
        "error nodeGroups[0].machineTypes: must be exactly one VM size: a node pool has one, got 2; add more groups",
      ],
      [
        "one of another cloud",
        withGroups({ machineTypes: ["m7i.large"] }),
        'error nodeGroups[0].machineTypes[0]: must be a VM size such as Standard_D4ds_v5, got "m7i.large"',
      ],
    ],
  },
  {
    rule: "aks/node-groups/machine-type-known",
    passes: [
      ["one that is there", withGroup({})],
      ["a text that is not a size, which another rule reports", withGroup({ machineTypes: ["m7i.large"] })],
      ["a reference", withGroup({ machineTypes: [variable] })],
    ],
    fails: [
      ...[
        ["Standard_D4dsv5", "Standard_D4ds_v5"],
        ["Standard_D4dsv_5", "Standard_D4ds_v5"],
        ["Standard_DS4v2", "Standard_DS4_v2"],
      ].map(([size, meant]): AksRuleCases["fails"][number] => [
        `the separator of ${size}`,
        withGroup({ machineTypes: [size] }),
        `warning nodeGroups[1].machineTypes[0]: "${size}" is not a known VM size (as of 2026-08-31); did you mean "${meant}"?`,
      ]),
      [
        "an unknown size",
        withGroup({ machineTypes: ["Standard_D4sd_v5"] }),
        'warning nodeGroups[1].machineTypes[0]: "Standard_D4sd_v5" is not a known VM size (as of 2026-08-31); did you mean "Standard_D4ds_v5"?',
      ],
      [
        "a newer size",
        withGroup({ machineTypes: ["Standard_D4ds_v99"] }),
        'warning nodeGroups[1].machineTypes[0]: "Standard_D4ds_v99" is not a known VM size (as of 2026-08-31); check the spelling, unless it is newer',
      ],
    ],
  },
  {
    rule: "aks/node-groups/machine-type-size",
    passes: [
      ["two vCPUs", withGroup({ machineTypes: ["Standard_D2ds_v5"] })],
      ["one that is not known", withGroup({ machineTypes: ["Standard_D1s_v99"] })],
      ["little memory in a user group", withGroup({ machineTypes: ["Standard_B2ats_v2"] })],
    ],
    fails: [
      [
        "one vCPU",
        withGroup({ machineTypes: ["Standard_B1ms"] }),
        "error nodeGroups[1].machineTypes[0]: must have at least 2 vCPUs on AKS, Standard_B1ms has 1",
      ],
      [
        "little memory in a system group",
        withGroups({ mode: "system", machineTypes: ["Standard_B2ats_v2"] }),
        "error nodeGroups[0].machineTypes[0]: must have at least 4 GiB in a system group, Standard_B2ats_v2 has 1",
      ],
      [
        "little memory in the first pool, which is a system pool without a mode",
        withGroups({ machineTypes: ["Standard_B2ats_v2"] }),
        "error nodeGroups[0].machineTypes[0]: must have at least 4 GiB in a system group, as the cluster's first node pool is one, " +
          "Standard_B2ats_v2 has 1",
      ],
    ],
  },
  {
    rule: "aks/node-groups/machine-type-not-retired",
    passes: [
      ["a series that Azure does not retire", withGroup({ machineTypes: ["Standard_NC24ads_A100_v4"] })],
      ["a series that Azure retires later", withGroup({ machineTypes: ["Standard_DS3_v2"] })],
      ["a reference", withGroup({ machineTypes: [variable] })],
    ],
    fails: [
      ["Standard_NC6s_v3", "2025-09-30", "NCads_H100_v5"],
      ["Standard_NC24rs_v3", "2025-03-31", "NCads_H100_v5"],
      ["Standard_NV12s_v3", "2026-09-30", "NVadsA10_v5"],
      ["Standard_NV4as_v4", "2026-09-30", "NVadsV710_v5"],
      ["Standard_NV24ms_v3", "2026-09-30", "NVadsA10_v5"],
      ["Standard_NV12hs_v3", "2026-09-30", "NVadsA10_v5"],
      ["Standard_NV8ahs_v4", "2026-09-30", "NVadsV710_v5"],
      ["Standard_DC4s_v2", "2026-06-30", "DCsv3"],
      ["Standard_DC8_v2", "2026-06-30", "DCsv3"],
      ["Standard_A2", "2024-08-31", "Dadsv5"],
      ["Standard_A7", "2024-08-31", "Dadsv5"],
    ].map(([size, day, instead]) => [
      size,
      withGroup({ machineTypes: [size], gpu: { driver: false } }),
      `error nodeGroups[1].machineTypes[0]: ${size} is retired since ${day} (as of 2025-12-18): Azure starts no machines of it; use the series ${instead}`,
    ]),
  },
  {
    rule: "aks/node-groups/system-machine-series",
    passes: [
      ["a burstable size in a user group", withGroup({ mode: "user", machineTypes: ["Standard_B4ms"] })],
      ["another size", cluster()],
    ],
    fails: [
      [
        "the first pool",
        withGroups({ machineTypes: ["Standard_B4ms"] }),
        "warning nodeGroups[0].machineTypes[0]: AKS does not support the B-series for system pods, which run on this group, got " +
          'Standard_B4ms; use another series, or add a group of mode "system"',
      ],
      [
        "another system group",
        withGroup({ mode: "system", machineTypes: ["Standard_B4as_v2"] }),
        "warning nodeGroups[1].machineTypes[0]: AKS does not support the B-series for system pods, which run on this group, got " +
          'Standard_B4as_v2; use another series, or add a group of mode "system"',
      ],
    ],
  },
  {
    rule: "aks/node-groups/temporary-disk-exists",
    passes: [
      ["a size with a disk", withGroup({ disk: { kubelet: "temporary" } })],
      [
        "a swap file on the OS disk",
        withGroup({ machineTypes: ["Standard_D4s_v5"], linux: { swapFileSizeMiB: 1500 } }),
      ],
      ["no use of the disk", withGroup({ machineTypes: ["Standard_D4s_v5"], disk: { kubelet: "os" } })],
      [
        "a size that is not known",
        withGroup({ machineTypes: ["Standard_Q4s_v99"], disk: { kubelet: "temporary" } }),
      ],
    ],
    fails: [
      [
        "sizes without a disk",
        withGroups(
          { machineTypes: ["Standard_D4s_v5"], disk: { kubelet: "temporary" } },
          { machineTypes: ["Standard_E8as_v5"], disk: { kubelet: "temporary" } },
        ),
        'error nodeGroups[0].disk.kubelet: needs the temporary disk of the VM, which Standard_D4s_v5 lacks; sizes with a "d" in their name have one',
        'error nodeGroups[1].disk.kubelet: needs the temporary disk of the VM, which Standard_E8as_v5 lacks; sizes with a "d" in their name have one',
      ],
    ],
  },
  {
    rule: "aks/node-groups/ultra-disk-support",
    passes: [
      ["premium storage", withGroup({ ultraSsd: true })],
      ["premium storage of an old series", withGroup({ machineTypes: ["Standard_DS3_v2"], ultraSsd: true })],
      ["a reference", withGroup({ machineTypes: ["Standard_D4d_v5"], ultraSsd: variable })],
    ],
    fails: [
      [
        "standard storage only",
        withGroup({ machineTypes: ["Standard_D4d_v5"], ultraSsd: true }),
        'error nodeGroups[1].ultraSsd: needs a VM size with premium storage, which Standard_D4d_v5 lacks; sizes with an "s" in their name have it',
      ],
    ],
  },
  {
    rule: "aks/node-groups/windows-architecture",
    passes: [
      ["x86-64", withGroup({ image: { family: "windows-2022" } })],
      ["Linux on ARM", withGroup({ machineTypes: ["Standard_D4pds_v5"] })],
    ],
    fails: [
      [
        "Windows on ARM",
        withGroup({ image: { family: "windows-2022" }, machineTypes: ["Standard_D4pds_v5"] }),
        "error nodeGroups[1].machineTypes[0]: must be x86-64 for Windows, Standard_D4pds_v5 has an Arm processor",
      ],
    ],
  },
  {
    rule: "aks/node-groups/ephemeral-disk-fits",
    passes: [
      ["a size with storage", ephemeral("Standard_D4ds_v5")],
      ["a disk that just fits", ephemeral("Standard_D4ds_v5", 150)],
      ["a managed disk", withGroup({ machineTypes: ["Standard_D4s_v5"] })],
      ["a series that nothing is known of", ephemeral("Standard_ND96asr_v4")],
      ["AMD's of version 4, which have a disk without a letter for it", ephemeral("Standard_D4as_v4")],
      ["a reference", ephemeral("Standard_D4ds_v5", variable)],
    ],
    fails: [
      [
        "one without",
        ephemeral("Standard_D4s_v5"),
        'error nodeGroups[1].disk.type: "ephemeral" needs a VM size with local storage, which Standard_D4s_v5 lacks; sizes with a "d" in their name have it',
      ],
      [
        "the default size where it does not fit",
        ephemeral("Standard_D2ds_v5"),
        "error nodeGroups[1].disk.type: an ephemeral disk must fit into the 75 GiB that Standard_D2ds_v5 has for it, got 128; set disk.sizeGiB, or use a larger VM size",
      ],
      [
        "a disk that is too large",
        ephemeral("Standard_D16ds_v6", 512),
        "error nodeGroups[1].disk.sizeGiB: an ephemeral disk must fit into the 440 GiB that Standard_D16ds_v6 has for it, got 512; set disk.sizeGiB, or use a larger VM size",
      ],
    ],
  },
  {
    rule: "aks/node-groups/gpu-machine-type",
    passes: [["a T4", withGroup({ machineTypes: ["Standard_NC4as_T4_v3"], gpu: {} })]],
    fails: [
      [
        "none",
        withGroup({ gpu: {} }),
        'error nodeGroups[1].gpu: needs a VM size of the families NC, ND, NG or NV, got "Standard_D4ds_v5"',
      ],
      [
        "gate arrays",
        withGroup({ machineTypes: ["Standard_NP10s"], gpu: {} }),
        'error nodeGroups[1].gpu: needs a VM size of the families NC, ND, NG or NV, got "Standard_NP10s"',
      ],
    ],
  },
  {
    rule: "aks/node-groups/gpu-driver-nvidia-only",
    passes: [
      ["one of NVIDIA's", withGroup({ machineTypes: ["Standard_NC4as_T4_v3"], gpu: {} })],
      [
        "an AMD GPU with a driver",
        withGroup({ machineTypes: ["Standard_ND96isr_MI300X_v5"], gpu: { driver: false } }),
      ],
    ],
    fails: [
      [
        "one of AMD's",
        withGroup({ machineTypes: ["Standard_ND96isr_MI300X_v5"], gpu: { driver: true } }),
        "error nodeGroups[1].gpu.driver: AKS has no driver for the AMD GPUs of Standard_ND96isr_MI300X_v5: set gpu.driver: false and install the driver with an operator",
      ],
      [
        "an AMD GPU without settings",
        withGroup({ machineTypes: ["Standard_NV8as_v4"] }),
        "error nodeGroups[1]: AKS has no driver for the AMD GPUs of Standard_NV8as_v4: set gpu.driver: false and install the driver with an operator",
      ],
    ],
  },
  {
    rule: "aks/node-groups/gpu-partition-support",
    passes: [
      ["an A100", withGroup({ machineTypes: ["Standard_NC24ads_A100_v4"], gpu: { partition: "MIG1g" } })],
      [
        "an A100 by another name",
        withGroup({ machineTypes: ["Standard_ND96asr_v4"], gpu: { partition: "MIG1g" } }),
      ],
    ],
    fails: [
      [
        "a T4",
        withGroup({ machineTypes: ["Standard_NC4as_T4_v3"], gpu: { partition: "MIG1g" } }),
        'error nodeGroups[1].gpu.partition: needs a VM size with A100, H100 or H200 processors, got "Standard_NC4as_T4_v3"',
      ],
      [
        "one of AMD's",
        withGroup({
          machineTypes: ["Standard_ND96isr_MI300X_v5"],
          gpu: { partition: "MIG1g", driver: false },
        }),
        'error nodeGroups[1].gpu.partition: needs a VM size with A100, H100 or H200 processors, got "Standard_ND96isr_MI300X_v5"',
      ],
    ],
  },
];
