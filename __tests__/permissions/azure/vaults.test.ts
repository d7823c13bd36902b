import type { Phase } from "../../../modules/permissions";
import { azureRoles } from "../../../modules/permissions/azure/roles";
import { shippedClusters } from "../../support/shipped";
import { deniedBy } from "./calls";

const subscription = "00000000-1111-2222-3333-444444444444";
const group = (name: string) => `/subscriptions/${subscription}/resourceGroups/${name}`;

/** A stack whose file names the subscription. */
function configurationOf(stack: string) {
  const { terraform } = shippedClusters().find(({ name }) => name === stack)!.stack;
  const { resource } = terraform as unknown as { resource: Readonly<Record<string, object>> };
  return { resource, provider: { azurerm: [{ subscription_id: subscription }] } };
}

const rolesOf = (stack: string, phase: Phase, parts: object = {}) =>
  azureRoles(stack, { ...configurationOf(stack), ...parts }, phase);

test("a private vault of secrets is searched in the subscription, by an apply only", () => {
  const actions = (name: string, phase: Phase) =>
    rolesOf(name, phase).roles.find(({ Name }) => Name.endsWith("-subscription"))!.Actions;
  const search = ["Microsoft.KeyVault/vaults/read", "Microsoft.Resources/subscriptions/resources/read"];
  expect(actions("aks-private-vault", "apply")).toEqual(expect.arrayContaining(search));
  for (const found of [actions("aks-private-vault", "plan"), actions("production-aks", "apply")])
    expect(found.filter((action) => search.includes(action))).toEqual([]);
});

describe("the key of disks", () => {
  const call = "GET https://vault-keys.vault.azure.net/keys/disks/";
  const key = `${group("shared")}/providers/Microsoft.KeyVault/vaults/vault-keys/keys/disks`;
  const decideFor = (phase: Phase, called: string) => deniedBy(rolesOf("aks-private-vault", phase), [called]);

  test("is read by the apply only, and no other key is", () => {
    expect(decideFor("apply", call)).toEqual([]);
    expect(decideFor("apply", call.replace("disks", "secrets"))).toHaveLength(1);
    expect(decideFor("apply", call.replace("vault-keys", "other"))).toHaveLength(1);
    expect([decideFor("plan", call), decideFor("destroy", call)]).toEqual([[call], [call]]);
  });

  test("is the scope of its data action", () => {
    const { roles, assignments } = rolesOf("aks-private-vault", "apply");
    const [{ Name }] = roles.filter(({ DataActions }) => DataActions.length > 0);
    expect(assignments.filter(({ role }) => role === Name).map(({ scope }) => scope)).toEqual([key]);
  });

  test.each([
    ["${var.key}", "var_key"],
    ["https://other.vault.azure.net/keys/disks", "https_other_vault_azure_net_keys_disks"],
  ])("with the URL %p, which no role of the stack has, has a placeholder as scope", (url, name) => {
    const { resource } = configurationOf("aks-private-vault");
    const sets = { ...resource.azurerm_disk_encryption_set, added: { key_vault_key_id: url } };
    const changed = { ...resource, azurerm_disk_encryption_set: sets };
    const { unknownScopes } = rolesOf("aks-private-vault", "apply", { resource: changed });
    expect(unknownScopes).toContain(group(`RESOURCE_GROUP_OF_${name}`));
  });
});
