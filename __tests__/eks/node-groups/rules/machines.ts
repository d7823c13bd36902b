import { cluster, type EksRuleCases, variable, withGroups } from "../../rule-support";

const machines = { vcpus: { min: 4, max: 8 }, memoryGiB: { min: 16 } } as const;
const own = { kind: "self-managed" } as const;
const id = "cr-0123456789abcdef0";
const zones = ["eu-central-1a"];
const windows = { family: "windows" } as const;
export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/machine-types-alike",
    passes: [
      ["types of one size", withGroups({ machineTypes: ["m6i.large", "m5.large", "m6a.large", "t3.large"] })],
      [
        "sizes in a group that is not scaled",
        withGroups(
          { machineTypes: ["m6i.large", "m6i.4xlarge"], size: 3 },
          { machineTypes: ["m6i.large", "m6i.4xlarge"], size: { min: 3, max: 3 } },
        ),
      ],
      [
        "sizes without the Cluster Autoscaler",
        cluster({ ...withGroups({ machineTypes: ["m6i.large", "m6i.4xlarge"] }), autoscaling: "none" }),
      ],
      ["types that are not known", withGroups({ machineTypes: ["m6i.large", "q9.4xlarge", variable] })],
    ],
    fails: [
      [
        "vCPUs",
        withGroups({ machineTypes: ["m6i.large", "m5.large", "m6i.4xlarge"] }),
        "warning nodeGroups[0].machineTypes[2]: m6i.4xlarge has 16 vCPUs, 64 GiB and no accelerators, and m6i.large 2 vCPUs, 8 GiB and no " +
          "accelerators: the Cluster Autoscaler calculates with one of them for all nodes of the group; use a group for each",
      ],
      [
        "memory",
        withGroups({ machineTypes: ["m6i.xlarge", "r6i.xlarge"] }),
        "warning nodeGroups[0].machineTypes[1]: r6i.xlarge has 4 vCPUs, 32 GiB and no accelerators, and m6i.xlarge 4 vCPUs, 16 GiB and no " +
          "accelerators: the Cluster Autoscaler calculates with one of them for all nodes of the group; use a group for each",
      ],
      [
        "accelerators",
        withGroups({ machineTypes: ["g5.xlarge", "m6i.xlarge"], size: 2 }),
        "warning nodeGroups[0].machineTypes[1]: m6i.xlarge has no accelerators, and g5.xlarge accelerators (nvidia): all nodes of the group " +
          "have one image; use a group for each",
      ],
    ],
  },
  {
    rule: "eks/node-groups/machine-requirements-self-managed",
    passes: [["none, and a self-managed group", withGroups({}, { ...own, machines })]],
    fails: [
      [
        "a managed group",
        withGroups({ machines }),
        "error nodeGroups[0].machines: managed node groups support machine types only; list them in machineTypes, or set " +
          'kind to "self-managed"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/machine-bounds",
    passes: [["bounds, and one of them", withGroups({ machines })]],
    fails: [
      [
        "bounds that are none",
        withGroups({ machines: { vcpus: { min: 0 }, memoryGiB: { min: 8, max: 4 } } }),
        "error nodeGroups[0].machines.vcpus.min: must be a whole number of at least 1, got 0",
        "error nodeGroups[0].machines.memoryGiB.max: must be a whole number of at least min (8), got 4",
      ],
    ],
  },
  {
    rule: "eks/node-groups/machine-families",
    passes: [
      ["types, and families to choose from", withGroups({}, { machineTypes: ["m7i.*", "m99i.*"], machines })],
      [
        "bounds that are none, of which another rule speaks",
        withGroups({ machineTypes: ["m7i.*"], machines: { ...machines, vcpus: { min: 8, max: 4 } } }),
      ],
    ],
    fails: [
      [
        "a family with nothing to choose by",
        withGroups({ machineTypes: ["m7i.*"] }),
        'error nodeGroups[0].machineTypes[0]: "m7i.*" is a family: set requirements in machines, or list types of it',
      ],
      [
        "a family without such machines",
        withGroups({ machineTypes: ["t3.*"], machines: { ...machines, vcpus: { min: 16, max: 32 } } }),
        "error nodeGroups[0].machineTypes[0]: no type of t3.* has 16 to 32 vCPUs; they have 2 to 8",
      ],
      [
        "a family without machines as large",
        withGroups({ machineTypes: ["t3.*"], machines: { ...machines, vcpus: { min: 16 } } }),
        "error nodeGroups[0].machineTypes[0]: no type of t3.* has 16 or more vCPUs; they have 2 to 8",
      ],
    ],
  },
  {
    rule: "eks/node-groups/reservation-target",
    passes: [
      ["none, and one by its id", withGroups({}, { reservation: { id } }, { reservation: { id: variable } })],
      [
        "a group of reservations",
        withGroups({
          reservation: { groupArn: "arn:aws:resource-groups:eu-central-1:111122223333:group/gpus" },
        }),
      ],
    ],
    fails: [
      [
        "none, and two",
        withGroups({ reservation: {} }, { reservation: { id, groupArn: variable } }),
        "error nodeGroups[0].reservation: must have one of id and groupArn, got none",
        "error nodeGroups[1].reservation: must have one of id and groupArn, got both",
      ],
      [
        "reserved spot machines",
        withGroups({ reservation: { id }, capacity: "spot" }),
        "error nodeGroups[0].reservation: is not supported for spot machines",
      ],
      [
        "what is no id, and no such ARN",
        withGroups(
          { reservation: { id: "reserved" } },
          { reservation: { groupArn: "arn:aws:iam::111122223333:role/a" } },
        ),
        'error nodeGroups[0].reservation.id: must be the id of a reservation such as cr-0123456789abcdef0, got "reserved"',
        'error nodeGroups[1].reservation.groupArn: must be the ARN of a resource group, got "arn:aws:iam::111122223333:role/a"',
      ],
    ],
  },
  {
    rule: "eks/node-groups/capacity-block",
    passes: [
      ["one type in one zone", withGroups({ zones, reservation: { id, type: "capacity-block" } })],
      ["another kind of reservation", withGroups({ reservation: { id } })],
    ],
    fails: [
      [
        "several of everything",
        withGroups({
          machineTypes: ["p5.48xlarge", "p5e.48xlarge"],
          reservation: { groupArn: variable, type: "capacity-block" },
        }),
        "error nodeGroups[0].reservation.id: must be set for a Capacity Block, such as cr-0123456789abcdef0",
        "error nodeGroups[0].machineTypes: a Capacity Block has one machine type, got 2",
        "error nodeGroups[0].zones: must name one zone: a Capacity Block is in one zone, the group is in 3",
      ],
    ],
  },
  {
    rule: "eks/node-groups/placement-group",
    passes: [
      [
        "close together in one zone, and few enough apart",
        withGroups({ zones, placementGroup: "cluster" }, { size: 21, placementGroup: "spread" }),
      ],
      ["sets", withGroups({ size: 100, placementGroup: "partition" })],
    ],
    fails: [
      [
        "close together in three zones",
        withGroups({ placementGroup: "cluster" }),
        'error nodeGroups[0].zones: must name one zone: a placement group "cluster" is in one zone, the group is in 3',
      ],
      [
        "too many apart",
        withGroups({ size: 22, placementGroup: "spread" }),
        'error nodeGroups[0].placementGroup: a placement group "spread" holds 7 machines in a zone, 21 in 3; the group may have 22',
      ],
    ],
  },
  {
    rule: "eks/node-groups/fabric-adapters",
    passes: [
      [
        "one type that takes them, in one zone",
        withGroups({ efa: true, machineTypes: ["p5.48xlarge"], zones }),
      ],
      ["a type that is not known", withGroups({ efa: true, machineTypes: ["p9.48xlarge"], zones })],
      ["none", withGroups({ machineTypes: ["m7i.large", "m6i.large"] })],
    ],
    fails: [
      [
        "several types that take none, in three zones, on Windows",
        withGroups({ efa: true, machineTypes: ["m7i.large", "m6i.large"], image: windows }),
        "error nodeGroups[0].machineTypes: must be one type with efa: the launch template lists its network cards",
        "error nodeGroups[0].machineTypes[0]: m7i.large supports no Elastic Fabric Adapter; use a larger size, or omit " +
          "efa",
        "error nodeGroups[0].machineTypes[1]: m6i.large supports no Elastic Fabric Adapter; use a larger size, or omit " +
          "efa",
        "error nodeGroups[0].efa: no driver for Elastic Fabric Adapters exists on Windows",
        "error nodeGroups[0].zones: must name one zone: Elastic Fabric Adapters connect machines of one zone, the group " +
          "is in 3",
      ],
    ],
  },
  {
    rule: "eks/node-groups/local-disks",
    passes: [
      [
        "machines with disks",
        withGroups({ localStorage: "raid0", machineTypes: ["m7gd.large", "i7i.large", "g6.*"] }),
      ],
      ["no wish for any", withGroups({ localStorage: "none" }, {})],
    ],
    fails: [
      [
        "machines without",
        withGroups({ localStorage: "raid0", machineTypes: ["m7gd.large", "m7g.large"] }),
        "error nodeGroups[0].machineTypes[1]: m7g.large has no local disks for localStorage; use a family with local " +
          "disks, such as m7gd or i7i",
      ],
      [
        "Windows",
        withGroups({ localStorage: "raid0", machineTypes: ["m6id.large"], image: windows }),
        "error nodeGroups[0].localStorage: is supported on Linux only",
      ],
    ],
  },
  {
    rule: "eks/node-groups/windows-max-pods",
    passes: [
      [
        "a self-managed group, and Linux",
        withGroups({ ...own, image: windows, maxPods: 50 }, { maxPods: 50 }),
      ],
      ["none", withGroups({ image: windows })],
    ],
    fails: [
      [
        "a managed group",
        withGroups({ image: windows, maxPods: 50 }),
        "error nodeGroups[0].maxPods: EKS sets the number of pods of managed Windows nodes; omit it, or set kind to " +
          '"self-managed"',
      ],
    ],
  },
];
