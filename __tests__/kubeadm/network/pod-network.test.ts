import { connections, connectionsOf } from "../../../modules/kubeadm/network/connections";
import { podNetworkOf } from "../../../modules/kubeadm/network/pod-network";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { cluster, onAzure, onGoogle, podNetwork, podNetworkWithRelay, variable } from "../rule-support";

const having = (manifests: string | undefined): Partial<KubeadmClusterProps> => ({
  kubeadm: { software: { manifests } },
});

const hubble = [
  "control_plane_hubble",
  "control_plane_hubble_from_nodes",
  "nodes_hubble_from_control_plane",
] as const;

test.each([
  ["Hubble Relay in the manifests", having(podNetworkWithRelay), true],
  ["manifests without it", having(podNetwork), false],
  ["no manifests", having(undefined), false],
  ["a folder that does not exist", having("missing"), false],
  ["a reference", having(variable), false],
  ["another network", { ...having(podNetworkWithRelay), network: { cni: "calico" } } as const, false],
])("%s: connections of the relay", (_, patch, isExpected) => {
  const ids = connectionsOf(podNetworkOf(cluster(patch))).map(([id]) => id);
  expect(hubble.filter((id) => ids.includes(id))).toEqual(isExpected ? hubble : []);
  for (const id of hubble) expect(connections[id].ports).toEqual([4244, 4244]);
});

test.each([
  ["aws", cluster, "aws_vpc_security_group_ingress_rule"],
  ["azure", onAzure, "azurerm_network_security_rule"],
  ["google", onGoogle, "google_compute_firewall"],
] as const)("the rules on %s follow the manifests", (_, create, type) => {
  const rules = (manifests: string) =>
    Object.keys(synthesizeKubeadm(create(having(manifests))).terraform.resource![type] as object);
  const before = rules(podNetwork);
  const added = rules(podNetworkWithRelay).filter((id) => !before.includes(id));
  expect(added.map((id) => hubble.find((name) => id.endsWith(name)))).toEqual(
    expect.arrayContaining([...hubble]),
  );
  expect(added).toHaveLength(hubble.length);
});
