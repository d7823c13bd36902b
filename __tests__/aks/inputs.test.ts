import { aksInputs } from "../../modules/aks/inputs";
import { architectureOf, sizePatterns, vmSizeNames } from "../../modules/azure/machine-types";
import type { AksClusterSpec } from "../../modules/aks/spec";
import { clusterProblems } from "../../modules/aks/rules";
import { inputsOf, messagesOf } from "../cluster/inputs/declared";
import { minimal } from "../support/aks";

const declared = (patch: Partial<AksClusterSpec> = {}) =>
  inputsOf(aksInputs, clusterProblems, { platform: "aks", ...minimal, ...patch } as AksClusterSpec);

test("a private cluster has sizes, versions, VM sizes and principals as inputs", () => {
  const { inputs, fixed } = declared();
  expect(Object.keys(inputs)).toEqual([
    "kubernetes_version",
    "node_group_sizes",
    "node_group_machine_types",
    "admins",
    "viewers",
  ]);
  expect(fixed).toEqual(["Zones: 1, 2, 3", "Public access to the API server: none"]);
  expect(inputs.kubernetes_version.choices![0]).toBe("1.35");
});

test("the first node pool never gets empty", () => {
  const nodeGroups = [{ ...minimal.nodeGroups[0], size: { min: 2, max: 5 } }];
  expect(messagesOf(declared({ nodeGroups }).inputs.node_group_sizes)[1]).toBe(
    "The min of workers must be a whole number from 1 to its max.",
  );
});

test("a public cluster has ranges as an input, and stays public", () => {
  const { inputs } = declared({ access: { ...minimal.access, publicFrom: ["203.0.113.0/24"] } });
  expect(messagesOf(inputs.public_from)[0]).toBe("There must be 1 to 200 ranges.");
});

test("VM sizes are an input where nothing else depends on them", () => {
  const more = (name: string, patch: object) => ({ ...minimal.nodeGroups[0], name, ...patch });
  const { inputs, fixed } = declared({
    nodeGroups: [
      ...minimal.nodeGroups,
      more("arm", { machineTypes: ["Standard_D4pds_v5"] }),
      more("gpu", { machineTypes: ["Standard_NC24ads_A100_v4"], gpu: {} }),
      more("fast", { disk: { type: "ephemeral", sizeGiB: 100 } }),
    ],
  });
  expect(inputs.node_group_machine_types.fields).toEqual({
    "nodeGroups.workers.machineTypes.0": ["workers", 0],
    "nodeGroups.arm.machineTypes.0": ["arm", 0],
  });
  expect(messagesOf(inputs.node_group_machine_types)).toEqual([
    "Node group workers must have exactly one machine type.",
    "Each machine type of workers must be a VM size without GPUs for x86_64, such as Standard_D4ds_v5.",
    "Node group arm must have exactly one machine type.",
    "Each machine type of arm must be a VM size without GPUs for arm64, such as Standard_D4pds_v5.",
  ]);
  expect(fixed.filter((one) => one.startsWith("Machine"))).toEqual([
    "Machine types of node group gpu (Standard_NC24ads_A100_v4): the settings of GPUs are for the size",
    "Machine types of node group fast (Standard_D4ds_v5): the ephemeral disk must fit the size",
  ]);
});

test("all sizes of the table follow the patterns", () => {
  const names = vmSizeNames();
  expect(names.length).toBeGreaterThan(1000);
  const wrong = names.filter(
    (name) =>
      !new RegExp(sizePatterns.any).test(name) ||
      new RegExp(sizePatterns.arm64).test(name) !== (architectureOf(name) === "arm64"),
  );
  expect(wrong).toEqual([]);
});

test("an existing network is one input, with the route table of its subnet", () => {
  const group = "/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network";
  const vnetId = `${group}/virtualNetworks/spoke`;
  const { existing_network: input } = declared({
    network: {
      existing: {
        vnetId,
        nodeSubnetId: `${vnetId}/subnets/nodes`,
        apiServerSubnetId: `${vnetId}/subnets/api`,
      },
      egress: { type: "route-table", routeTableId: `${group}/routeTables/firewall` },
    },
  }).inputs;
  expect(input.fields).toEqual({
    "network.existing.vnetId": ["vnet_id"],
    "network.existing.nodeSubnetId": ["node_subnet_id"],
    "network.existing.apiServerSubnetId": ["api_server_subnet_id"],
    "network.egress.routeTableId": ["route_table_id"],
  });
  expect(messagesOf(input)).toContain(
    "In existing_network, node_subnet_id must be the id of a subnet of the virtual network.",
  );
});
