import { type GkeRuleCases, on, variable, withGroups, withOptions } from "../../rule-support";

const oneZone = { zones: ["europe-west3-a"] };

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/node-service-account",
    passes: [
      [
        "a separate service account",
        withOptions({ nodeServiceAccountEmail: "nodes@shop.iam.gserviceaccount.com" }),
      ],
    ],
    fails: [
      [
        "the address of a user",
        withOptions({ nodeServiceAccountEmail: "ann@example.com" }),
        'error gke.nodeServiceAccountEmail: must be the e-mail of a service account such as nodes@shop.iam.gserviceaccount.com, got "ann@example.com"',
      ],
      [
        "the default account",
        withOptions({ nodeServiceAccountEmail: "123456789-compute@developer.gserviceaccount.com" }),
        "error gke.nodeServiceAccountEmail: 123456789-compute@developer.gserviceaccount.com is the default account of Compute Engine, which may edit the whole project; use a separate account",
      ],
    ],
  },
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
        "a misspelled class",
        on("e2-standart-4"),
        'warning nodeGroups[0].machineTypes[0]: "e2-standart-4" is not a known machine type (as of 2026-11-24); did you mean "e2-standard-4"?',
      ],
      [
        "an unknown one",
        on("q9-standard-4"),
        'warning nodeGroups[0].machineTypes[0]: "q9" is an unknown machine family (as of 2026-11-24); check the spelling, unless it is newer',
      ],
      [
        "a type that GKE does not support",
        on("f1-micro"),
        "error nodeGroups[0].machineTypes[0]: GKE does not support f1-micro; use e2-medium",
      ],
    ],
  },
  {
    rule: "gke/node-groups/confidential-machine-types",
    passes: [
      ["a family with support", on("n2d-standard-4", { confidential: "sev-snp" })],
      ["an unknown family", on("q9-standard-4", { confidential: "tdx" })],
      ["none", on("n2-standard-4", { confidential: "none" })],
    ],
    fails: [
      [
        "a family without support",
        on("n2-standard-4", { confidential: "tdx" }),
        "error nodeGroups[0].confidential: n2-standard-4 does not support tdx; families that do: a3, c3",
      ],
    ],
  },
  {
    rule: "gke/node-groups/local-disks",
    passes: [
      ["some", on("n2-standard-8", { localSsd: { count: 2, dataCacheCount: 1 } })],
      ["those of the type", on("c3-standard-8-lssd", { localSsd: { count: 2, use: "block" } })],
    ],
    fails: [
      [
        "a family without local SSDs",
        on("e2-standard-4", { localSsd: { count: 1 } }),
        "error nodeGroups[0].localSsd: machines of type e2-standard-4 have no local SSDs; use a family that has them, such as n2",
      ],
      [
        "a type without local SSDs",
        on("c3-standard-8", { localSsd: { count: 1 } }),
        "error nodeGroups[0].localSsd: machines of type c3-standard-8 have no local SSDs; use c3-standard-8-lssd",
      ],
      [
        "fewer than the type has",
        on("c3-standard-8-lssd", { localSsd: { count: 1 } }),
        "error nodeGroups[0].localSsd.count: must be 2, the number of disks of c3-standard-8-lssd, got 1",
      ],
      [
        "too many disks, and a larger cache",
        on("n2-standard-8", { localSsd: { count: 33, dataCacheCount: 34 } }),
        "error nodeGroups[0].localSsd.count: must be a whole number from 1 to 32, got 33",
        "error nodeGroups[0].localSsd.dataCacheCount: must be a whole number from 0 to 33, got 34",
      ],
      [
        "a cache of raw disks",
        on("n2-standard-8", { localSsd: { count: 2, use: "block", dataCacheCount: 1 } }),
        'error nodeGroups[0].localSsd.dataCacheCount: needs use "ephemeral"; omit it',
      ],
      [
        "Windows",
        on("n2-standard-8", { localSsd: { count: 1 }, image: { family: "windows" } }),
        "error nodeGroups[0].localSsd: is not supported on Windows",
      ],
    ],
  },
  {
    rule: "gke/node-groups/reservation-target",
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
        'error nodeGroups[0].reservation.name: has no effect with use "any"; set use to "specific", or omit it',
      ],
      [
        "an invalid name",
        withGroups({ reservation: { use: "specific", name: "GPU 2026" } }),
        'error nodeGroups[0].reservation.name: must be the name of a reservation such as gpu-2026 or projects/shop/reservations/gpu-2026, got "GPU 2026"',
      ],
      [
        "spot",
        withGroups({ capacity: "spot", reservation: { use: "any" } }),
        "error nodeGroups[0].reservation: needs on-demand machines; spot machines cannot be reserved",
      ],
      [
        "queued machines",
        withGroups({ provisioning: "queued", reservation: { use: "any" } }),
        'error nodeGroups[0].reservation: is not supported with provisioning "queued"; omit it',
      ],
    ],
  },
  {
    rule: "gke/node-groups/placement-group",
    passes: [
      ["one zone", withGroups({ placement: "compact", ...oneZone })],
      ["each zone for itself", withGroups({ placement: "compact", spread: "per-zone" })],
    ],
    fails: [
      [
        "three zones",
        withGroups({ placement: "compact" }),
        "error nodeGroups[0].zones: must name one zone: compact placement is in one zone, the group is in 3",
      ],
      [
        "a family without support for placement",
        on("e2-standard-4", { placement: "compact", ...oneZone }),
        "error nodeGroups[0].placement: machines of type e2-standard-4 do not support compact placement; families that do: a2, a3, a4, a4x, c2, c2d, c3, c3d, c4, c4a, c4d, g2, g4, h3, h4d, n2, n2d, z3",
      ],
      [
        "a policy without placement",
        withGroups({ placementPolicy: "close" }),
        'error nodeGroups[0].placementPolicy: needs placement "compact"; set that, or omit it',
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
        "error nodeGroups[0].soleTenant: is not supported with capacity spot",
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
        "an unknown generation",
        on("n2-standard-4", { machine: { minCpuPlatform: "icelake" } }),
        'error nodeGroups[0].machine.minCpuPlatform: must be a processor generation such as "Intel Ice Lake", got "icelake"',
      ],
      [
        "a family of one",
        on("c3-standard-4", { machine: { minCpuPlatform: "Intel Ice Lake" } }),
        "error nodeGroups[0].machine.minCpuPlatform: machines of c3 do not support a minimum CPU platform; families that do: n1, n2, n2d",
      ],
      [
        "AMD's virtualization",
        on("n2d-standard-4", { machine: { nestedVirtualization: true } }),
        "error nodeGroups[0].machine.nestedVirtualization: needs Intel processors that are not shared-core, such as those of n2, got n2d-standard-4",
      ],
      [
        "threads of a machine without SMT",
        on("t2d-standard-4", { machine: { threadsPerCore: 1 } }),
        "error nodeGroups[0].machine.threadsPerCore: processors of t2d have one thread per core; omit it",
      ],
    ],
  },
  {
    rule: "gke/node-groups/tier-1-bandwidth",
    passes: [["a large machine", on("n2-standard-32", { bandwidth: "tier-1" })]],
    fails: [
      [
        "a small one",
        on("n2-standard-16", { bandwidth: "tier-1" }),
        'error nodeGroups[0].bandwidth: "tier-1" needs at least 30 vCPUs, and is not supported on e2; n2-standard-16 has 16',
      ],
      [
        "e2",
        on("e2-standard-32", { bandwidth: "tier-1" }),
        'error nodeGroups[0].bandwidth: "tier-1" needs at least 30 vCPUs, and is not supported on e2; e2-standard-32 has 32',
      ],
      [
        "no gVNIC",
        on("n2-standard-32", { bandwidth: "tier-1", gvnic: false }),
        'error nodeGroups[0].gvnic: must be on for bandwidth "tier-1"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/machines-with-limited-run",
    passes: [
      [
        "a range from 0",
        withGroups({ provisioning: "queued", size: { min: 0, max: 8 }, maxRunSeconds: 3600 }),
      ],
      [
        "no repair, and any zone",
        withGroups({ provisioning: "queued", size: { min: 0, max: 8 }, repair: false, balance: "any" }),
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
        "repair, upgrades and balanced zones",
        withGroups({
          provisioning: "flex-start",
          size: { min: 0, max: 8 },
          repair: true,
          upgrade: { maxSurge: 2 },
          balance: "balanced",
        }),
        ...["repair", "upgrade", "balance"].map(
          (field) =>
            `error nodeGroups[0].${field}: is not supported with provisioning "flex-start": GKE takes machines from any zone, and ` +
            "replaces them at the end of their run; omit it",
        ),
      ],
      [
        "too short",
        withGroups({ maxRunSeconds: 60 }),
        "error nodeGroups[0].maxRunSeconds: must be a whole number from 600 to 604800, got 60",
      ],
    ],
  },
  {
    rule: "gke/node-groups/node-group-service-accounts",
    passes: [["an account", withGroups({ serviceAccountEmail: "gpu@shop.iam.gserviceaccount.com" })]],
    fails: [
      [
        "an id",
        withGroups({ serviceAccountEmail: "gpu" }),
        'error nodeGroups[0].serviceAccountEmail: must be the e-mail of a service account such as nodes@shop.iam.gserviceaccount.com, got "gpu"',
      ],
    ],
  },
];
