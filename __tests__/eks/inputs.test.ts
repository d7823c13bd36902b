import { eksInputs } from "../../modules/eks/inputs";
import { acceleratorOf, instanceTypes, typePatterns } from "../../modules/aws/machine-types";
import type { EksClusterSpec } from "../../modules/eks/spec";
import { clusterProblems } from "../../modules/eks/rules";
import { inputsOf, messagesOf } from "../cluster/inputs/declared";
import { cluster, group } from "./rule-support";

const declared = (patch: Partial<EksClusterSpec> = {}) =>
  inputsOf(eksInputs, clusterProblems, { platform: "eks", ...cluster(), ...patch } as EksClusterSpec);

test("a cluster has sizes, versions, machine types and principals as inputs", () => {
  const { inputs, fixed } = declared();
  expect(Object.keys(inputs)).toEqual([
    "kubernetes_version",
    "node_group_sizes",
    "node_group_machine_types",
    "admins",
    "viewers",
  ]);
  expect(inputs.node_group_sizes).toMatchObject({
    type: "object({workers = optional(object({min = optional(number, 3), max = optional(number, 10)}), {})})",
    default: { workers: { min: 3, max: 10 } },
    fields: {
      "nodeGroups.workers.size.min": ["workers", "min"],
      "nodeGroups.workers.size.max": ["workers", "max"],
    },
  });
  expect(inputs.kubernetes_version.choices).toEqual(["1.35", "1.36"]);
  expect(fixed).toEqual([
    "Zones: eu-central-1a, eu-central-1b, eu-central-1c",
    "Public access to the API server: none",
  ]);
});

test("a version that a pinned release does not fit is not offered", () => {
  const nodeGroups = [group({ image: { release: "1.35.8-20260930" } })];
  expect(declared({ nodeGroups }).inputs.kubernetes_version).toBeUndefined();
  expect(declared({ nodeGroups }).fixed).toContain(
    "Kubernetes version: no later one passes the checks of this configuration",
  );
});

test("sizes have the limits of the rules", () => {
  const limits = (patch: Parameters<typeof group>[0]) =>
    messagesOf(declared({ nodeGroups: [group(patch)] }).inputs.node_group_sizes);
  expect(limits({ spread: "per-zone" })).toEqual([
    expect.stringMatching(/^The max of workers must be a whole number from 3 to \d+\.$/),
    "The min of workers must be a whole number from 1 to its max.",
  ]);
  expect(limits({ size: 3, upgrade: { maxUnavailable: 2 } })).toEqual([
    expect.stringMatching(/^The size of workers must be a whole number from 2 to \d+\.$/),
  ]);
});

test("machine types are an input where nothing else depends on them", () => {
  const typesOf = (...patches: Parameters<typeof group>[0][]) => {
    const nodeGroups = patches.map((patch, i) => group({ name: `g${i}`, ...patch }));
    const { inputs, fixed } = declared({ nodeGroups });
    return {
      types: inputs.node_group_machine_types,
      fixed: fixed.filter((one) => one.startsWith("Machine")),
    };
  };
  const { types, fixed } = typesOf(
    { machineTypes: ["m7i.large", "m7a.large"] },
    { kind: "self-managed", machineTypes: ["m7g.large", "m8g.large"] },
    { machineTypes: ["g6.xlarge"], localStorage: "raid0" },
    { machineTypes: ["p5.48xlarge"], efa: true, zones: ["eu-central-1a"] },
  );
  expect(types.default).toEqual({ g0: ["m7i.large", "m7a.large"], g1: ["m7g.large", "m8g.large"] });
  expect(types.fields).toEqual({
    "nodeGroups.g0.machineTypes": ["g0"],
    "nodeGroups.g1.machineTypes.0": ["g1", 0],
    "nodeGroups.g1.machineTypes.1": ["g1", 1],
  });
  expect(messagesOf(types)).toEqual([
    "Node group g0 must have 1 to 20 different machine types.",
    "Each machine type of g0 must be an EC2 instance type for x86_64 without accelerators, for which the image is built.",
    "Node group g1 must have 2 different machine types.",
    "Each machine type of g1 must be an EC2 instance type for arm64 without accelerators, for which the image is built.",
  ]);
  expect(fixed).toEqual([
    "Machine types of node group g2 (g6.xlarge): the nodes use local disks",
    "Machine types of node group g3 (p5.48xlarge): the network interfaces are those of the type",
  ]);
});

test("machine types are fixed where the limit of pods is computed from them", () => {
  const network = { podAddresses: "prefixes" } as const;
  expect(declared({ network }).inputs.node_group_machine_types).toBeUndefined();
  const nodeGroups = [group({ maxPods: 50 })];
  expect(declared({ network, nodeGroups }).inputs.node_group_machine_types).toBeDefined();
});

test("all types of the table follow the patterns", () => {
  const types = instanceTypes();
  expect(types.length).toBeGreaterThan(1000);
  const is = (pattern: keyof typeof typePatterns, name: string) =>
    new RegExp(typePatterns[pattern]).test(name);
  const wrong = types.filter(
    ({ name, architecture }) =>
      !is("any", name) ||
      is("arm64", name) !== (architecture === "arm64") ||
      is("nvidia", name) !== (acceleratorOf(name) === "nvidia") ||
      is("neuron", name) !== (acceleratorOf(name) === "neuron"),
  );
  expect(wrong).toEqual([]);
});

describe("access", () => {
  const accessOf = (access: Partial<EksClusterSpec["access"]>, more: Partial<EksClusterSpec> = {}) =>
    declared({ access: { admins: ["arn:aws:iam::111122223333:role/A"], ...access }, ...more });
  const editor = "arn:aws:iam::111122223333:role/E";
  const viewer = "arn:aws:iam::111122223333:role/V";

  test("keeps editors, rights in namespaces and variables of the environment as they are", () => {
    const { inputs, fixed } = accessOf({
      admins: ["arn:aws:iam::111122223333:role/A", "${var.b}"],
      editors: [{ principal: editor }],
      viewers: [
        { principal: viewer },
        { principal: "arn:aws:iam::111122223333:role/W", namespaces: ["shop"] },
      ],
    });
    expect(inputs.admins.default).toEqual(["arn:aws:iam::111122223333:role/A"]);
    expect(inputs.viewers.default).toEqual([viewer]);
    expect(messagesOf(inputs.viewers)[1]).toBe(
      "A principal has one kind of right, and the module gives one to " +
        `${editor}, arn:aws:iam::111122223333:role/W.`,
    );
    expect(fixed).toContain(
      `Editors, viewers of single namespaces: \${var.b}, ${editor}, arn:aws:iam::111122223333:role/W`,
    );
  });

  test("does not take the role of nodes", () => {
    const { inputs } = accessOf({}, { eks: { nodeRoleArn: "arn:aws:iam::111122223333:role/Nodes" } });
    expect(messagesOf(inputs.admins)[1]).toContain("arn:aws:iam::111122223333:role/Nodes");
  });

  test("is open to ranges of the caller where the API server has a public address in addition to the private one", () => {
    const { inputs } = accessOf({ publicFrom: ["203.0.113.0/24"] });
    expect(inputs.public_from).toMatchObject({
      default: ["203.0.113.0/24"],
      fields: { "access.publicFrom": [] },
    });
    expect(messagesOf(inputs.public_from)[0]).toBe("There must be 1 to 40 ranges.");
    expect(accessOf({ private: false, publicFrom: ["0.0.0.0/0"] }).fixed).toContain(
      "Public access to the API server (0.0.0.0/0): nodes use it too",
    );
    expect(accessOf({ publicFrom: ["${var.office}"] }).inputs.public_from).toBeUndefined();
  });
});

test("an existing network is one input", () => {
  const subnet = (n: number, zone: string) => ({ id: `subnet-0000000000000000${n}`, zone });
  const network = {
    existing: {
      vpcId: "vpc-0a1b2c3d4e5f67890",
      nodeSubnets: [subnet(1, "eu-central-1a"), subnet(2, "eu-central-1b"), subnet(3, "eu-central-1a")],
      controlPlaneSubnetIds: ["subnet-00000000000000004", "${var.subnet}"],
    },
  };
  const { existing_network: input } = declared({ network }).inputs;
  expect(input.type).toBe(
    "object({vpc_id = string, node_subnet_ids = object({eu-central-1a = string, eu-central-1b = string, eu-central-1a-2 = string})})",
  );
  expect(input.fields).toEqual({
    "network.existing.vpcId": ["vpc_id"],
    "network.existing.nodeSubnets.0.id": ["node_subnet_ids", "eu-central-1a"],
    "network.existing.nodeSubnets.1.id": ["node_subnet_ids", "eu-central-1b"],
    "network.existing.nodeSubnets.2.id": ["node_subnet_ids", "eu-central-1a-2"],
  });
});
