import { resourceProviderOf } from "../../modules/azure/resource-providers";
import type { AksClusterProps } from "../../modules/aks/spec";
import { azurermProvider } from "../../modules/azure/provider";
import { minimal, synthesizeAks } from "../support/aks";
import type { Arguments } from "../support/synthesized";
import {
  allClusters,
  elementsOf,
  isIn,
  lackingIn,
  sampleOfClusters,
  types,
  writtenFor,
} from "./provider-arguments";

const versions = [azurermProvider.minimum, "4.57.0", "4.81.0", "5.0.0", "5.13.0"];
const clusters = sampleOfClusters();

describe.each(versions)("a configuration for azurerm %s", (version) => {
  const written = writtenFor(version, clusters);

  test("has no argument that this version lacks", () => {
    expect(written.flatMap((stack) => lackingIn(version, stack))).toEqual([]);
  });

  test.each(
    types.flatMap(([type, rows]) => Object.entries(rows).map(([name, row]) => [type, name, row] as const)),
  )("%s has %s if this version has it", (type, name, row) => {
    const resources = written.flatMap((stack) => Object.values(elementsOf(type, stack)));
    expect(resources.length).toBeGreaterThan(0);
    expect(resources.some((resource) => name in resource)).toBe(isIn(row, version));
  });

  test("is for the versions of one major", () => {
    const [{ terraform }] = written;
    const major = Number(version[0]);
    expect(terraform.terraform.required_providers.azurerm.version).toBe(`>= ${version}, < ${major + 1}.0.0`);
  });
});

test("a group that is added later is written for the same version", () => {
  const { terraform } = synthesizeAks({ aks: { providerMinimum: "5.0.0" } }, (cluster) =>
    cluster.addWorkloadIdentity({ namespace: "shop", serviceAccount: "api", grants: [] }),
  );
  const [credential] = Object.values<object>(terraform.resource.azurerm_federated_identity_credential);
  expect(credential).toMatchObject({ user_assigned_identity_id: expect.stringMatching(/^\$\{/) });
  expect(credential).not.toHaveProperty("parent_id");
});

describe("registration of resource providers", () => {
  const providerOf = (providerMinimum: string, props: Partial<AksClusterProps> = {}) =>
    (synthesizeAks({ ...props, aks: { providerMinimum } }).terraform.provider.azurerm as object[])[0];

  test("adds to the default set of 4.x, and names a set for 5.x, which registers nothing by default", () => {
    expect(providerOf("4.55.0")).not.toHaveProperty("resource_provider_registrations");
    for (const version of ["4.55.0", "5.0.0"]) {
      const namespaces = (providerOf(version) as Arguments).resource_providers_to_register as string[];
      expect(namespaces).toContain("Microsoft.ContainerService");
      expect(namespaces).not.toContain("Microsoft.NetApp");
    }
    expect(providerOf("5.0.0")).toMatchObject({ resource_provider_registrations: "core" });
  });

  test("knows the service of each type of resource in the examples", () => {
    const created = allClusters().flatMap(([, { terraform }]) => Object.keys(terraform.resource as object));
    // Terraform's own type is of no service.
    const ofAzure = created.filter((type) => type !== "terraform_data");
    expect(ofAzure.filter((type) => resourceProviderOf(type) === undefined)).toEqual([]);
  });

  test("covers each service of a cluster", () => {
    const everything = providerOf("5.0.0", {
      storage: { netApp: { sizeTiB: 1 }, backup: true },
      observability: { managedPrometheus: true, containerInsights: true },
      nodeGroups: minimal.nodeGroups,
    });
    expect(everything).toMatchObject({
      resource_providers_to_register: expect.arrayContaining([
        "Microsoft.DataProtection",
        "Microsoft.Insights",
        "Microsoft.KubernetesConfiguration",
        "Microsoft.Monitor",
        "Microsoft.NetApp",
        "Microsoft.OperationalInsights",
      ]),
    });
  });
});
