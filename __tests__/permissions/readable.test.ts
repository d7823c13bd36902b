import { permissionsFor, phases } from "../../modules/permissions";
import { readable } from "../../modules/permissions/readable";
import { shippedClusters } from "../support/shipped";

const configuration = {
  resource: {
    azurerm_role_definition: {
      driver: { name: "dev-main-driver" },
      other: { name: "driver of ${azurerm_role_definition.driver.id}" },
      cycle: { name: "${azurerm_role_definition.cycle.name}" },
    },
    google_project_iam_custom_role: { one: { role_id: "dev_main_one" } },
  },
};

test.each([
  [
    "the role ${azurerm_role_definition.driver.role_definition_resource_id} is",
    "the role dev-main-driver is",
  ],
  ["${azurerm_role_definition.other.id}", "driver of dev-main-driver"],
  ["${azurerm_role_definition.cycle.id}", "azurerm_role_definition.cycle"],
  ["${google_project_iam_custom_role.one.name}", "dev_main_one"],
  ["${data.azurerm_subnet.hub.id}", "data.azurerm_subnet.hub"],
  ["${azurerm_subnet.hub[0].id}", "azurerm_subnet.hub"],
  ["${var.role}", "variable role"],
  ["${local.x}", "local.x"],
  ["Grafana Admin", "Grafana Admin"],
])("%s is %s in a message", (text, expected) => {
  expect(readable(text, configuration)).toBe(expected);
});

test("no warning about a shipped cluster has a reference", () => {
  const warnings = shippedClusters().flatMap(({ name, cluster, stack }) =>
    phases.flatMap((phase) => {
      const { platform, region } = cluster;
      const source = {
        name,
        platform,
        region: String(region),
        configuration: JSON.parse(stack.json) as object,
      };
      return permissionsFor(source, phase).warnings;
    }),
  );
  expect(warnings.length).toBeGreaterThan(2);
  expect(warnings.filter((text) => text.includes("${"))).toEqual([]);
  expect(warnings).toContain(
    'the id of the role "Block volumes of kubeadm-azure-main (kubeadm-azure-main)" is unknown, so the condition does not allow to assign it; add the id',
  );
});
