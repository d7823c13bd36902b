import { type GkeRuleCases, on, withGroups } from "../../rule-support";

const oneZone = { zones: ["europe-west3-a"] };

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/gpus-fit-machine-type",
    passes: [
      ["those of the type", on("g2-standard-8", { gpu: {} })],
      ["the same, set explicitly", on("a2-highgpu-1g", { gpu: { type: "nvidia-tesla-a100", count: 1 } })],
      ["attached ones", on("n1-standard-8", { gpu: { type: "nvidia-tesla-t4", count: 2 } })],
      ["an unknown family", on("q9-highgpu-8g", { gpu: { type: "nvidia-x100", count: 8 } })],
    ],
    fails: [
      [
        "others than those of the type",
        on("g2-standard-8", { gpu: { type: "nvidia-tesla-t4", count: 2 } }),
        'error nodeGroups[0].gpu.type: is fixed: g2-standard-8 has nvidia-l4, got "nvidia-tesla-t4"; omit it',
        "error nodeGroups[0].gpu.count: is fixed: g2-standard-8 has 1, got 2; omit it",
      ],
      [
        "a family without GPUs",
        on("n2-standard-8", { gpu: { type: "nvidia-l4", count: 1 } }),
        "error nodeGroups[0].gpu: machines of n2 have no GPUs; use g2-standard-8, or n1 for a T4",
      ],
      [
        "no type",
        on("n1-standard-8", { gpu: {} }),
        "error nodeGroups[0].gpu: must have type and count: n1-standard-8 includes no known GPUs",
      ],
      [
        "a kind that can't be attached",
        on("n1-standard-8", { gpu: { type: "nvidia-l4", count: 1 } }),
        'error nodeGroups[0].gpu.type: must be one of nvidia-tesla-p100, nvidia-tesla-p4, nvidia-tesla-t4, nvidia-tesla-v100 on n1-standard-8, got "nvidia-l4"',
      ],
      [
        "a number that can't",
        on("n1-standard-8", { gpu: { type: "nvidia-tesla-t4", count: 3 } }),
        "error nodeGroups[0].gpu.count: must be 1, 2, 4 of nvidia-tesla-t4, got 3",
      ],
    ],
  },
  {
    rule: "gke/node-groups/gpu-sharing",
    passes: [
      [
        "parts",
        on("a2-highgpu-1g", {
          gpu: { partition: "1g.5gb", sharing: { strategy: "time-sharing", clients: 2 } },
        }),
      ],
      ["48 pods", on("g2-standard-8", { gpu: { sharing: { strategy: "mps", clients: 48 } } })],
    ],
    fails: [
      [
        "one pod",
        on("g2-standard-8", { gpu: { sharing: { strategy: "mps", clients: 1 } } }),
        "error nodeGroups[0].gpu.sharing.clients: must be a whole number from 2 to 48, got 1",
      ],
      [
        "partitions of a GPU without partitions",
        on("g2-standard-8", { gpu: { partition: "1g.5gb" } }),
        "error nodeGroups[0].gpu.partition: nvidia-l4 cannot be partitioned; A100, H100 and newer GPUs can",
      ],
      [
        "an invalid partition",
        on("a2-highgpu-1g", { gpu: { partition: "half" } }),
        'error nodeGroups[0].gpu.partition: must be a GPU partition such as 1g.5gb, got "half"',
      ],
      [
        "partitions and sharing",
        on("a2-highgpu-1g", { gpu: { partition: "1g.5gb", sharing: { strategy: "mps", clients: 2 } } }),
        "error nodeGroups[0].gpu.sharing.strategy: must be time-sharing with partition",
      ],
    ],
  },
  {
    rule: "gke/node-groups/gpu-image",
    passes: [["Linux", on("g2-standard-8", { gpu: {}, fastSocket: true })]],
    fails: [
      [
        "Windows",
        on("g2-standard-8", { gpu: {}, image: { family: "windows" } }),
        "error nodeGroups[0].image.family: GPUs are not supported on Windows",
      ],
      [
        "a fast socket without GPUs and gVNIC",
        withGroups({ fastSocket: true, gvnic: false }),
        "error nodeGroups[0].gvnic: must be on for fastSocket",
        "error nodeGroups[0].fastSocket: needs GPUs; omit it",
      ],
    ],
  },
  {
    rule: "gke/node-groups/tpu-topology",
    passes: [
      ["one machine", on("ct5lp-hightpu-4t", { tpu: { topology: "2x2" }, size: 1, ...oneZone })],
      ["four machines", on("ct5lp-hightpu-4t", { tpu: { topology: "4x4" }, size: 4, ...oneZone })],
      [
        "four or none",
        on("ct5p-hightpu-4t", { tpu: { topology: "2x2x4" }, size: { min: 0, max: 4 }, ...oneZone }),
      ],
      [
        "several single machines",
        on("ct6e-standard-8t", { tpu: { topology: "2x4" }, size: { min: 0, max: 5 } }),
      ],
    ],
    fails: [
      [
        "a machine type without TPUs",
        on("n2-standard-4", { tpu: { topology: "2x2" } }),
        "error nodeGroups[0].tpu: machines of n2 have no TPUs; use ct5lp-hightpu-4t",
      ],
      [
        "a topology with two dimensions instead of three",
        on("ct5p-hightpu-4t", { tpu: { topology: "2x4" }, ...oneZone }),
        'error nodeGroups[0].tpu.topology: must be a topology such as 2x2x1 on ct5p-hightpu-4t, got "2x4"',
      ],
      [
        "chips that do not fit",
        on("ct5lp-hightpu-4t", { tpu: { topology: "1x2" }, ...oneZone }),
        "error nodeGroups[0].tpu.topology: 1x2 has 2 chips, which is not a multiple of the 4 chips of a machine",
      ],
      [
        "too few machines",
        on("ct5lp-hightpu-4t", { tpu: { topology: "4x4" }, size: 3, ...oneZone }),
        "error nodeGroups[0].size: must be 4, or a range from 0 to 4, the number of machines of 4x4, got 3",
      ],
      [
        "three zones",
        on("ct5lp-hightpu-4t", { tpu: { topology: "4x4" }, size: 4 }),
        "error nodeGroups[0].zones: must name one zone: a slice is in one zone, the group is in 3",
      ],
    ],
  },
];
