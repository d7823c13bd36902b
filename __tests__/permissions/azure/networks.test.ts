import { azureRoles } from "../../../modules/permissions/azure/roles";
import { shippedClusters } from "../../support/shipped";
import { deniedBy } from "./calls";

const subscription = "00000000-1111-2222-3333-444444444444";
const network = `/subscriptions/${subscription}/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/spoke`;
const subnet = `${network}/subnets/shop-nodes`;

test("a node pool in an existing network needs to read its subnet and the network", () => {
  const { name, stack } = shippedClusters().find((one) => one.name === "aks-existing-network-shop")!;
  const provider = { azurerm: [{ subscription_id: subscription }] };
  const pool = {
    name: "extra",
    kubernetes_cluster_id: "${azurerm_kubernetes_cluster.control_plane.id}",
    vnet_subnet_id: subnet,
  };
  const rolesWith = (more: object) => {
    const resource = { ...stack.terraform.resource, ...more };
    return azureRoles(name, { ...stack.terraform, provider, resource }, "apply");
  };
  const roles = rolesWith({ azurerm_kubernetes_cluster_node_pool: { extra: pool } });
  expect(deniedBy(roles, [`GET ${network}`, `GET ${subnet}`])).toEqual([]);
  // The first pool is part of the cluster, after whose creation the provider reads neither.
  expect(deniedBy(rolesWith({}), [`GET ${network}`])).not.toEqual([]);
});
