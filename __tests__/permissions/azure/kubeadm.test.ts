import { permissionsFor, type Phase, phases } from "../../../modules/permissions";
import { azureRoles } from "../../../modules/permissions/azure/roles";
import { azureGroup, onAzure } from "../../kubeadm/rule-support";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { checkedBy, isAllowed } from "./calls";

const subscription = "00000000-1111-2222-3333-444444444444";
const group = `/subscriptions/${subscription}/resourceGroups/shop`;
const configurationOf = (patch: Parameters<typeof onAzure>[0] = {}) => ({
  ...(synthesizeKubeadm(onAzure({ name: "shop", ...patch })).terraform as object),
  provider: { azurerm: [{ subscription_id: subscription }] },
});
const rolesOf = (phase: Phase, patch?: Parameters<typeof onAzure>[0]) =>
  azureRoles("dev-shop", configurationOf(patch), phase);

test.each(phases)("the roles for %s have no unknown types and no unknown scopes", (phase) => {
  for (const patch of [
    {},
    {
      network: { nat: "single" as const },
      nodeGroups: [azureGroup({ spread: "one-group" })],
      protection: false,
    },
  ]) {
    const { unknownTypes, unknownScopes } = rolesOf(phase, patch);
    expect(unknownTypes).toEqual([]);
    expect(unknownScopes).toEqual([]);
  }
});

const compute = `${group}/providers/Microsoft.Compute`;
const network = `${group}/providers/Microsoft.Network`;

test.each([
  ["plan", `GET ${compute}/virtualMachines/shop-control-plane-0`, "allowed"],
  ["plan", `PUT ${compute}/virtualMachines/shop-control-plane-0`, "denied"],
  ["apply", `PUT ${compute}/virtualMachines/shop-control-plane-0`, "allowed"],
  ["apply", `PUT ${compute}/virtualMachines/shop-control-plane-0/runCommands/ready`, "allowed"],
  ["apply", `PUT ${compute}/virtualMachineScaleSets/shop-workers-1`, "allowed"],
  ["apply", `DELETE ${compute}/disks/shop-control-plane-0_OsDisk`, "allowed"],
  ["apply", `POST ${network}/applicationSecurityGroups/shop-nodes/joinIpConfiguration`, "allowed"],
  ["apply", `POST ${network}/applicationSecurityGroups/shop-nodes/joinNetworkSecurityRule`, "allowed"],
  ["apply", `POST ${network}/networkInterfaces/shop-control-plane-0/join`, "allowed"],
  ["apply", `POST ${network}/loadBalancers/shop-api/backendAddressPools/control-plane/join`, "allowed"],
  ["apply", `PUT ${group}/providers/Microsoft.Authorization/roleDefinitions/1`, "allowed"],
  ["apply", `PUT ${group}/providers/Microsoft.Storage/storageAccounts/store/blobServices/default`, "allowed"],
  [
    "apply",
    `PUT /subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/1`,
    "denied",
  ],
  ["apply", `PUT ${compute.replace("/shop/", "/other/")}/virtualMachines/a`, "denied"],
  ["destroy", `DELETE ${compute}/virtualMachineScaleSets/shop-workers-1`, "allowed"],
  ["destroy", `PATCH ${compute}/virtualMachineScaleSets/shop-workers-1`, "allowed"],
  ["destroy", `GET ${compute}/virtualMachineScaleSets/shop-workers-1/rollingUpgrades/latest`, "allowed"],
  ["destroy", `PUT ${compute}/disks/shop-control-plane-0-etcd`, "denied"],
] as const)("%s: %s is %s", (phase, call, expected) => {
  expect(isAllowed(rolesOf(phase), checkedBy(call)!) ? "allowed" : "denied").toBe(expected);
});

test("the id of a custom image is read where it is", () => {
  const images = `/subscriptions/${subscription}/resourceGroups/images/providers/Microsoft.Compute`;
  const id = `${images}/galleries/main/images/kubernetes/versions/1.35.4`;
  const controlPlane = { machineType: "Standard_D2s_v5", image: { id } };
  expect(isAllowed(rolesOf("apply", { controlPlane }), checkedBy(`GET ${id}`)!)).toBe(true);
  expect(isAllowed(rolesOf("apply"), checkedBy(`GET ${id}`)!)).toBe(false);
});

test("the roles that the cluster defines have no id yet, which is a warning", () => {
  const source = {
    name: "dev-shop",
    platform: "kubeadm",
    region: "westeurope",
    configuration: configurationOf(),
  };
  const { data, warnings, files } = permissionsFor(source, "apply");
  expect(Object.keys(data)).toEqual(["roles", "assignments"]);
  expect([...files.keys()]).toContain("dev-shop-apply-assignments");
  expect(warnings).toHaveLength(3);
  for (const warning of warnings) {
    expect(warning).toMatch(
      /^the id of the role ".+" is unknown, so the condition does not allow to assign it; add the id$/,
    );
  }
});
