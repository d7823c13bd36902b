import { cluster, type GkeRuleCases, group, on, variable, withGroups } from "../../rule-support";

const oneZone = { zones: ["europe-west3-a"] };
const image = "projects/shop/global/images/cache";

export const machines: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/machine-type-names",
    passes: [
      ["a type", on("c3-standard-8-lssd")],
      ["a reference", withGroups({ machineTypes: [variable] })],
    ],
    fails: [
      [
        "a type of AWS",
        on("m7i.large"),
        'error nodeGroups[0].machineTypes[0]: must be a machine type of Compute Engine such as n4-standard-4, got "m7i.large"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/machine-families-known",
    passes: [["a known one", on("n4-standard-4")]],
    fails: [
      [
        "an unknown one",
        on("q9-standard-4"),
        'warning nodeGroups[0].machineTypes[0]: "q9" is not among the machine families known here; check the spelling, if it is not new',
      ],
      [
        "one that GKE has no nodes of",
        on("f1-micro"),
        "error nodeGroups[0].machineTypes[0]: GKE has no nodes of f1-micro; take e2-medium",
      ],
    ],
  },
  {
    rule: "gke/node-groups/confidential-family",
    passes: [
      ["a family that knows it", on("n2d-standard-4", { confidential: "sev-snp" })],
      ["an unknown family", on("q9-standard-4", { confidential: "tdx" })],
      ["none", on("n2-standard-4", { confidential: "none" })],
    ],
    fails: [
      [
        "one that does not",
        on("n2-standard-4", { confidential: "tdx" }),
        "error nodeGroups[0].confidential: n2-standard-4 does not know tdx; families that do: a3, c3",
      ],
    ],
  },
  {
    rule: "gke/node-groups/local-ssds",
    passes: [
      ["some", on("n2-standard-8", { localSsd: { count: 2, dataCacheCount: 1 } })],
      ["those of the type", on("c3-standard-8-lssd", { localSsd: { count: 2, use: "block" } })],
    ],
    fails: [
      [
        "a family without",
        on("e2-standard-4", { localSsd: { count: 1 } }),
        "error nodeGroups[0].localSsd: machines of type e2-standard-4 have no local SSDs; take a family that has some, such as n2",
      ],
      [
        "a type without",
        on("c3-standard-8", { localSsd: { count: 1 } }),
        "error nodeGroups[0].localSsd: machines of type c3-standard-8 have no local SSDs; take c3-standard-8-lssd",
      ],
      [
        "too many, and a cache of more",
        on("n2-standard-8", { localSsd: { count: 33, dataCacheCount: 34 } }),
        "error nodeGroups[0].localSsd.count: must be a whole number from 1 to 32, got 33",
        "error nodeGroups[0].localSsd.dataCacheCount: must be a whole number from 0 to 33, got 34",
      ],
      [
        "a cache of raw disks",
        on("n2-standard-8", { localSsd: { count: 2, use: "block", dataCacheCount: 1 } }),
        'error nodeGroups[0].localSsd.dataCacheCount: is of disks for use "ephemeral"; leave it out',
      ],
      [
        "Windows",
        on("n2-standard-8", { localSsd: { count: 1 }, image: { family: "windows" } }),
        "error nodeGroups[0].localSsd: local SSDs are set up on Linux alone",
      ],
    ],
  },
  {
    rule: "gke/node-groups/reservations",
    passes: [
      ["one by its name", withGroups({ reservation: { use: "specific", name: "gpu-2026" } })],
      [
        "another project's",
        withGroups({ reservation: { use: "specific", name: "projects/shop/reservations/gpu" } }),
      ],
      ["none, for spot", withGroups({ capacity: "spot", reservation: { use: "none" } })],
    ],
    fails: [
      [
        "no name",
        withGroups({ reservation: { use: "specific" } }),
        'error nodeGroups[0].reservation.name: must name the reservation with use "specific"',
      ],
      [
        "a name for any",
        withGroups({ reservation: { use: "any", name: "gpu" } }),
        'error nodeGroups[0].reservation.name: has no effect with use "any"; say "specific", or leave it out',
      ],
      [
        "what is no name",
        withGroups({ reservation: { use: "specific", name: "GPU 2026" } }),
        'error nodeGroups[0].reservation.name: must be the name of a reservation such as gpu-2026 or projects/shop/reservations/gpu-2026, got "GPU 2026"',
      ],
      [
        "spot",
        withGroups({ capacity: "spot", reservation: { use: "any" } }),
        "error nodeGroups[0].reservation: is for on-demand machines; spot machines can't be reserved",
      ],
      [
        "machines that wait",
        withGroups({ provisioning: "queued", reservation: { use: "any" } }),
        'error nodeGroups[0].reservation: machines of provisioning "queued" come from no reservation; leave it out',
      ],
    ],
  },
  {
    rule: "gke/node-groups/compact-placement",
    passes: [
      ["one zone", withGroups({ placement: "compact", ...oneZone })],
      ["each zone for itself", withGroups({ placement: "compact", spread: "per-zone" })],
    ],
    fails: [
      [
        "three zones",
        withGroups({ placement: "compact" }),
        "error nodeGroups[0].zones: must name one zone: machines are close together in one, the group is in 3",
      ],
      [
        "a family that can't",
        on("e2-standard-4", { placement: "compact", ...oneZone }),
        "error nodeGroups[0].placement: machines of type e2-standard-4 can't be placed close together; families that can: a2, a3, a4, a4x, c2, c2d, c3, c3d, c4, c4a, c4d, g2, g4, h3, h4d, n2, n2d, z3",
      ],
      [
        "a policy alone",
        withGroups({ placementPolicy: "close" }),
        'error nodeGroups[0].placementPolicy: needs placement "compact"; say it, or leave it out',
      ],
    ],
  },
  {
    rule: "gke/node-groups/sole-tenancy",
    passes: [
      [
        "a label",
        withGroups({ soleTenant: { affinity: [{ key: "team", operator: "in", values: ["shop"] }] } }),
      ],
    ],
    fails: [
      [
        "none",
        withGroups({ soleTenant: { affinity: [], minNodeCpus: 0 } }),
        "error nodeGroups[0].soleTenant.affinity: must name at least one label of the sole-tenant nodes",
        "error nodeGroups[0].soleTenant.minNodeCpus: must be a whole number of at least 1, got 0",
      ],
      [
        "no value, and spot",
        withGroups({
          capacity: "spot",
          soleTenant: { affinity: [{ key: "team", operator: "in", values: [] }] },
        }),
        "error nodeGroups[0].soleTenant.affinity[0].values: must name at least one value",
        "error nodeGroups[0].soleTenant: hardware of one's own has no spot machines",
      ],
    ],
  },
  {
    rule: "gke/node-groups/machine-settings",
    passes: [
      [
        "a generation",
        on("n2-standard-4", {
          machine: { minCpuPlatform: "Intel Ice Lake", nestedVirtualization: true, threadsPerCore: 1 },
        }),
      ],
    ],
    fails: [
      [
        "what is no generation",
        on("n2-standard-4", { machine: { minCpuPlatform: "icelake" } }),
        'error nodeGroups[0].machine.minCpuPlatform: must be a processor generation such as "Intel Ice Lake", got "icelake"',
      ],
      [
        "a family of one",
        on("c3-standard-4", { machine: { minCpuPlatform: "Intel Ice Lake" } }),
        "error nodeGroups[0].machine.minCpuPlatform: machines of c3 can't be asked for one; families that can: n1, n2, n2d",
      ],
      [
        "AMD's virtualization",
        on("n2d-standard-4", { machine: { nestedVirtualization: true } }),
        "error nodeGroups[0].machine.nestedVirtualization: needs processors of Intel that are not shared, such as n2's, got n2d-standard-4",
      ],
      [
        "threads where there are none",
        on("t2d-standard-4", { machine: { threadsPerCore: 1 } }),
        "error nodeGroups[0].machine.threadsPerCore: processors of t2d have one thread a core; leave it out",
      ],
    ],
  },
  {
    rule: "gke/node-groups/bandwidth",
    passes: [["a large machine", on("n2-standard-32", { bandwidth: "tier-1" })]],
    fails: [
      [
        "a small one",
        on("n2-standard-16", { bandwidth: "tier-1" }),
        'error nodeGroups[0].bandwidth: "tier-1" is for machines of at least 30 vCPUs, not of e2; n2-standard-16 has 16',
      ],
      [
        "e2",
        on("e2-standard-32", { bandwidth: "tier-1" }),
        'error nodeGroups[0].bandwidth: "tier-1" is for machines of at least 30 vCPUs, not of e2; e2-standard-32 has 32',
      ],
      [
        "no gVNIC",
        on("n2-standard-32", { bandwidth: "tier-1", gvnic: false }),
        'error nodeGroups[0].gvnic: must be on for bandwidth "tier-1"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/waiting-machines",
    passes: [
      [
        "a range from 0",
        withGroups({ provisioning: "queued", size: { min: 0, max: 8 }, maxRunSeconds: 3600 }),
      ],
    ],
    fails: [
      [
        "a fixed size",
        withGroups({ provisioning: "flex-start", size: 3 }),
        'error nodeGroups[0].size: must be a range from 0 with provisioning "flex-start", got 3',
      ],
      [
        "a range from 1",
        withGroups({ provisioning: "queued", size: { min: 1, max: 8 } }),
        'error nodeGroups[0].size: must be a range from 0 with provisioning "queued", got {"min":1,"max":8}',
      ],
      [
        "spot",
        withGroups({ provisioning: "queued", capacity: "spot", size: { min: 0, max: 8 } }),
        'error nodeGroups[0].capacity: must be on-demand with provisioning "queued"',
      ],
      [
        "too short",
        withGroups({ maxRunSeconds: 60 }),
        "error nodeGroups[0].maxRunSeconds: must be a whole number from 600 to 604800, got 60",
      ],
    ],
  },
  {
    rule: "gke/node-groups/group-service-accounts",
    passes: [["an account", withGroups({ serviceAccountEmail: "gpu@shop.iam.gserviceaccount.com" })]],
    fails: [
      [
        "an id",
        withGroups({ serviceAccountEmail: "gpu" }),
        'error nodeGroups[0].serviceAccountEmail: must be the e-mail of a service account such as nodes@shop.iam.gserviceaccount.com, got "gpu"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/gpus-fit",
    passes: [
      ["those of the type", on("g2-standard-8", { gpu: {} })],
      ["the same in words", on("a2-highgpu-1g", { gpu: { type: "nvidia-tesla-a100", count: 1 } })],
      ["attached ones", on("n1-standard-8", { gpu: { type: "nvidia-tesla-t4", count: 2 } })],
      ["an unknown family", on("q9-highgpu-8g", { gpu: { type: "nvidia-x100", count: 8 } })],
    ],
    fails: [
      [
        "others than those of the type",
        on("g2-standard-8", { gpu: { type: "nvidia-tesla-t4", count: 2 } }),
        'error nodeGroups[0].gpu.type: g2-standard-8 brings nvidia-l4, got "nvidia-tesla-t4"; leave it out',
        "error nodeGroups[0].gpu.count: g2-standard-8 brings 1, got 2; leave it out",
      ],
      [
        "a family without",
        on("n2-standard-8", { gpu: { type: "nvidia-l4", count: 1 } }),
        "error nodeGroups[0].gpu: machines of n2 have no GPUs; take g2-standard-8, or n1 for a T4",
      ],
      [
        "no word of which",
        on("n1-standard-8", { gpu: {} }),
        "error nodeGroups[0].gpu: must say type and count: n1-standard-8 brings no GPUs that are known here",
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
        "parts of what has none",
        on("g2-standard-8", { gpu: { partition: "1g.5gb" } }),
        "error nodeGroups[0].gpu.partition: nvidia-l4 can't be divided; A100, H100 and newer ones can",
      ],
      [
        "what is no part",
        on("a2-highgpu-1g", { gpu: { partition: "half" } }),
        'error nodeGroups[0].gpu.partition: must be a part of a GPU such as 1g.5gb, got "half"',
      ],
      [
        "parts at the same time",
        on("a2-highgpu-1g", { gpu: { partition: "1g.5gb", sharing: { strategy: "mps", clients: 2 } } }),
        "error nodeGroups[0].gpu.sharing.strategy: parts of a GPU are shared by time-sharing alone",
      ],
    ],
  },
  {
    rule: "gke/node-groups/gpu-system",
    passes: [["Linux", on("g2-standard-8", { gpu: {}, fastSocket: true })]],
    fails: [
      [
        "Windows",
        on("g2-standard-8", { gpu: {}, image: { family: "windows" } }),
        "error nodeGroups[0].image.family: GKE has no GPUs on Windows",
      ],
      [
        "a fast socket without GPUs and gVNIC",
        withGroups({ fastSocket: true, gvnic: false }),
        "error nodeGroups[0].gvnic: must be on for fastSocket",
        "error nodeGroups[0].fastSocket: is for machines with GPUs; leave it out",
      ],
    ],
  },
  {
    rule: "gke/node-groups/tpu-slice",
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
        "a machine without",
        on("n2-standard-4", { tpu: { topology: "2x2" } }),
        "error nodeGroups[0].tpu: machines of n2 have no TPUs; take ct5lp-hightpu-4t",
      ],
      [
        "two sides for three",
        on("ct5p-hightpu-4t", { tpu: { topology: "2x4" }, ...oneZone }),
        'error nodeGroups[0].tpu.topology: must be a topology such as 2x2x1 on ct5p-hightpu-4t, got "2x4"',
      ],
      [
        "chips that do not fit",
        on("ct5lp-hightpu-4t", { tpu: { topology: "1x2" }, ...oneZone }),
        "error nodeGroups[0].tpu.topology: 1x2 has 2 chips, which machines of 4 each do not make up",
      ],
      [
        "too few machines",
        on("ct5lp-hightpu-4t", { tpu: { topology: "4x4" }, size: 3, ...oneZone }),
        "error nodeGroups[0].size: must be 4, or a range from 0 to 4: as many machines make up 4x4, got 3",
      ],
      [
        "three zones",
        on("ct5lp-hightpu-4t", { tpu: { topology: "4x4" }, size: 4 }),
        "error nodeGroups[0].zones: must name one zone: the machines of a slice are in one, the group is in 3",
      ],
    ],
  },
  {
    rule: "gke/node-groups/needs-cos",
    passes: [
      ["Container-Optimized OS", withGroups({ imageStreaming: true, sandbox: "gvisor" })],
      ["Ubuntu", withGroups({ image: { family: "ubuntu" }, imageStreaming: false })],
    ],
    fails: [
      [
        "Ubuntu with all of it",
        withGroups({
          image: { family: "ubuntu" },
          imageStreaming: true,
          sandbox: "gvisor",
          fastSocket: true,
          secondaryDisks: [{ image }],
        }),
        'error nodeGroups[0].sandbox: needs the image "cos", the group has "ubuntu"',
        'error nodeGroups[0].imageStreaming: needs the image "cos", the group has "ubuntu"',
        'error nodeGroups[0].secondaryDisks: needs the image "cos", the group has "ubuntu"',
        'error nodeGroups[0].fastSocket: needs the image "cos", the group has "ubuntu"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/windows-lacks",
    passes: [["Windows", withGroups({ image: { family: "windows", windowsVersion: "2019" }, gvnic: false })]],
    fails: [
      [
        "a version without it",
        withGroups({ image: { windowsVersion: "2022" } }),
        'error nodeGroups[0].image.windowsVersion: belongs to family "windows"; leave it out',
      ],
      [
        "what is of Linux",
        on("c4a-standard-4", {
          image: { family: "windows" },
          linux: {},
          kubelet: {},
          gvnic: true,
          confidential: "sev",
          additionalNetworks: [{ network: "a", subnetwork: "b" }],
        }),
        "error nodeGroups[0].machineTypes[0]: GKE has no Windows nodes of type c4a-standard-4",
        "error nodeGroups[0].confidential: is not there on Windows; leave it out",
        "error nodeGroups[0].linux: is not there on Windows; leave it out",
        "error nodeGroups[0].kubelet: is not there on Windows; leave it out",
        "error nodeGroups[0].additionalNetworks: is not there on Windows; leave it out",
        "error nodeGroups[0].gvnic: is not there on Windows; leave it out",
      ],
    ],
  },
  {
    rule: "gke/node-groups/sandbox-machines",
    passes: [["a machine", on("e2-standard-2", { sandbox: "gvisor" })]],
    fails: [
      [
        "a small one",
        on("e2-medium", { sandbox: "gvisor" }),
        "error nodeGroups[0].machineTypes[0]: e2-medium is too small for gVisor; take e2-standard-2 or larger",
      ],
    ],
  },
  {
    rule: "gke/node-groups/sandbox-has-neighbours",
    passes: [["both", withGroups({ sandbox: "gvisor" }, { name: "plain" })]],
    fails: [
      [
        "one",
        withGroups({ sandbox: "gvisor" }),
        "error nodeGroups: a cluster needs a group without sandbox beside those with gVisor: what GKE itself runs is not sandboxed",
      ],
    ],
  },
  {
    rule: "gke/node-groups/secondary-disks",
    passes: [
      ["a cache", withGroups({ imageStreaming: true, secondaryDisks: [{ image, use: "container-images" }] })],
    ],
    fails: [
      [
        "no streaming, and no image",
        withGroups({ secondaryDisks: [{ image: "cache" }] }),
        "error nodeGroups[0].secondaryDisks: needs imageStreaming, which is off",
        'error nodeGroups[0].secondaryDisks[0].image: must be the full name of an image such as projects/shop/global/images/cache, got "cache"',
      ],
      [
        "128",
        withGroups({ imageStreaming: true, secondaryDisks: Array.from({ length: 128 }, () => ({ image })) }),
        "error nodeGroups[0].secondaryDisks: must be at most 127 disks, got 128",
      ],
    ],
  },
  {
    rule: "gke/node-groups/registry-authorities",
    passes: [
      [
        "a registry",
        withGroups({
          registryAuthorities: [
            { hosts: ["registry.example.com:5000"], secretVersion: "projects/shop/secrets/ca/versions/1" },
          ],
        }),
      ],
    ],
    fails: [
      [
        "none",
        withGroups({ registryAuthorities: [{ hosts: [], secretVersion: "ca" }] }),
        "error nodeGroups[0].registryAuthorities[0].hosts: must name at least one registry",
        'error nodeGroups[0].registryAuthorities[0].secretVersion: must be the full name of a secret\'s version such as projects/shop/secrets/ca/versions/1, got "ca"',
      ],
      [
        "an address",
        cluster({
          nodeGroups: [
            group({
              registryAuthorities: [
                { hosts: ["https://r.example.com"], secretVersion: "projects/1/secrets/ca/versions/latest" },
              ],
            }),
          ],
        }),
        'error nodeGroups[0].registryAuthorities[0].hosts[0]: must be the name of a registry such as registry.example.com, got "https://r.example.com"',
      ],
    ],
  },
];
