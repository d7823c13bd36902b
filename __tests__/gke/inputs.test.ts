import { gkeInputs } from "../../modules/gke/inputs";
import type { AnyGkeClusterProps, GkeClusterSpec, GkeNodeGroupSpec } from "../../modules/gke/spec";
import { clusterProblems } from "../../modules/gke/rules";
import { inputsOf, messagesOf } from "../cluster/inputs/declared";
import { autopilot, minimal } from "../support/gke";

const declared = (patch: Partial<AnyGkeClusterProps> = {}) =>
  inputsOf(gkeInputs, clusterProblems, { platform: "gke", ...minimal, ...patch } as GkeClusterSpec);

const withGroup = (patch: Partial<GkeNodeGroupSpec>) =>
  declared({ nodeGroups: [{ ...minimal.nodeGroups[0], ...patch }] });

test("a cluster has sizes, versions, machine types, principals and private ranges as inputs", () => {
  const { inputs, fixed } = declared();
  expect(Object.keys(inputs)).toEqual([
    "kubernetes_version",
    "node_group_sizes",
    "node_group_machine_types",
    "admins",
    "viewers",
    "private_from",
  ]);
  expect(fixed).toEqual([
    "Zones: europe-west3-a, europe-west3-b, europe-west3-c",
    "Public access to the addresses of the API server: none",
  ]);
});

test("a complete version without a channel is fixed, because the nodes have it", () => {
  const versionOf = (kubernetesVersion: string) => {
    const { inputs, fixed } = declared({ kubernetesVersion, upgrades: { channel: "none" } });
    return [inputs.kubernetes_version?.description, fixed.find((one) => one.startsWith("Kubernetes"))];
  };
  expect(versionOf("1.35.2-gke.1001000")).toEqual([
    undefined,
    "Kubernetes version of the control plane and the nodes: 1.35.2-gke.1001000",
  ]);
  expect(versionOf("1.35")).toEqual([
    expect.stringMatching(/^Oldest Kubernetes version of the control plane; GKE upgrades the nodes/),
    undefined,
  ]);
});

test("an Autopilot cluster has no node groups", () => {
  expect(Object.keys(declared(autopilot).inputs)).toEqual([
    "kubernetes_version",
    "admins",
    "viewers",
    "private_from",
  ]);
});

test("a fixed size over zones keeps its remainder, which decides the pools", () => {
  const size = (of: number) => {
    const { inputs, fixed } = withGroup({ size: of });
    return inputs.node_group_sizes?.validation[0] ?? fixed.find((one) => one.startsWith("Size"));
  };
  expect(size(10)).toEqual({
    condition: expect.stringContaining("(var.node_group_sizes.workers - 1) % 3 == 0"),
    errorMessage: expect.stringMatching(
      /^The size of workers must be a whole number from 4 to \d+, and differ from 10 by a multiple of 3\.$/,
    ),
  });
  expect(size(6)).toMatchObject({ errorMessage: expect.stringContaining("from 3 to") });
  expect(size(2)).toBe("Size of node group workers: 2");
  expect(
    withGroup({ size: 10, spread: "per-zone" }).inputs.node_group_sizes.validation[0].condition,
  ).not.toContain("%");
});

test("a group that waits for capacity stays empty at first", () => {
  const { inputs } = declared({
    nodeGroups: [
      ...minimal.nodeGroups,
      { ...minimal.nodeGroups[0], name: "late", provisioning: "flex-start", size: { min: 0, max: 3 } },
    ],
  });
  expect(messagesOf(inputs.node_group_sizes)).toContain("The min of late must be 0.");
});

test("machine types stay in their family, and are fixed where hardware depends on them", () => {
  const types = withGroup({ machineTypes: ["n4-standard-4"] }).inputs.node_group_machine_types;
  expect(types.validation[1]).toEqual({
    condition: expect.stringContaining('can(regex("^n4(-[a-z0-9]+)+$", type))'),
    errorMessage:
      "Each machine type of workers must be a machine type of the family n4, that the disks require.",
  });
  expect(withGroup({ machineTypes: ["g2-standard-8"] }).fixed).toContain(
    "Machine types of node group workers (g2-standard-8): the GPUs are those of the type",
  );
  expect(withGroup({ machineTypes: ["c3-standard-8-lssd"] }).fixed).toContain(
    "Machine types of node group workers (c3-standard-8-lssd): the number of local SSDs is for the type",
  );
});

describe("ranges", () => {
  const access = (more: Partial<AnyGkeClusterProps["access"]>) =>
    declared({ access: { ...minimal.access, ...more } });

  test("are inputs where the API server has the address", () => {
    const { inputs } = access({ publicFrom: ["203.0.113.0/24"], privateFrom: ["10.8.0.0/16"] });
    expect(messagesOf(inputs.public_from)[0]).toBe("There must be 1 to 50 ranges.");
    expect(messagesOf(inputs.private_from)[0]).toBe("There must be 0 to 50 ranges.");
  });

  test("may be none where Google Cloud has access too", () => {
    expect(messagesOf(access({ googleCloud: true }).inputs.public_from)[0]).toBe(
      "There must be 0 to 50 ranges.",
    );
  });

  test("are none without addresses", () => {
    const { inputs, fixed } = access({ ipEndpoint: false });
    expect(inputs.private_from).toBeUndefined();
    expect(fixed).toContain("Addresses of the API server: none");
  });
});

test("an existing network is one input, with ranges only where firewall rules have them", () => {
  const existing = {
    network: "projects/host/global/networks/n",
    subnetwork: "projects/host/regions/europe-west3/subnetworks/s",
    podRange: "pods",
    serviceRange: "services",
    hostProject: "host-project",
    nodeCidr: "10.0.0.0/20",
  };
  const fields = (network: object) =>
    Object.keys(declared({ network } as Partial<AnyGkeClusterProps>).inputs.existing_network.fields);
  const names = ["network", "subnetwork", "podRange", "serviceRange", "hostProject"];
  expect(fields({ existing })).toEqual(names.map((name) => `network.existing.${name}`));
  expect(fields({ existing, egressRules: true })).toContain("network.existing.nodeCidr");
});
