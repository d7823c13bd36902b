import { type EksRuleCases, variable, withExisting, withGroups, withNetwork } from "../../rule-support";

const machines = { vcpus: { min: 2 }, memoryGiB: { min: 4 } };

export const cases: readonly EksRuleCases[] = [
  {
    rule: "cluster/fields/literal",
    passes: [
      ["literals", withNetwork({ cidr: "10.0.0.0/16", endpoints: ["ec2"] })],
      ["ids that only Terraform knows", withExisting({ vpcId: variable, controlPlaneSubnetIds: [variable] })],
    ],
    fails: [
      [
        "a range from a variable",
        withNetwork({ cidr: variable }),
        'error network.cidr: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
      [
        "the zone of a subnet from a variable",
        withExisting({ nodeSubnets: [{ id: "subnet-00000000000000001", zone: variable }] }),
        'error network.existing.nodeSubnets[0].zone: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
      [
        "a machine type from a variable",
        withGroups({ machineTypes: [variable] }),
        'error nodeGroups[0].machineTypes[0]: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
      [
        "a switch that decides between two values",
        withGroups({ kind: "self-managed", machines: { ...machines, burstable: variable } }),
        'error nodeGroups[0].machines.burstable: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
    ],
  },
];
