import { argumentVersions } from "../../modules/aks/provider-arguments";
import type { AksClusterProps } from "../../modules/aks/spec";
import { resourceProviderOf } from "../../modules/aks/resource-providers";
import { azurermProvider } from "../../modules/aks/versions";
import type { ArgumentVersions } from "../../modules/cluster/provider-arguments";
import { isAtLeast } from "../../modules/cluster/releases";
import { loadEnvironments } from "../../modules/environment";
import { minimal, synthesizeAks } from "../support/aks";
import type { Arguments } from "../support/synthesized";

/** The AKS clusters of all examples, and one with everything whose arguments differ. */
const clusters: [string, Partial<AksClusterProps>][] = [
  ["minimal", {}],
  ...loadEnvironments("examples", { today: new Date("2026-11-23") })
    .environments.flatMap(({ clusters }) => clusters)
    .filter(({ platform }) => platform === "aks")
    .map((cluster): [string, AksClusterProps] => [cluster.name, cluster as unknown as AksClusterProps]),
];

const versions = [azurermProvider.minimum, "4.57.0", "4.81.0", "5.0.0", "5.13.0"];
const types = Object.entries<Readonly<Record<string, ArgumentVersions>>>(argumentVersions);
const isIn = ({ since, until }: ArgumentVersions, version: string): boolean =>
  (!since || isAtLeast(version, since)) && (!until || !isAtLeast(version, until));

describe.each(versions)("a configuration for azurerm %s", (version) => {
  const written = clusters
    .filter(([, { aks }]) => isAtLeast(version, aks?.providerMinimum ?? azurermProvider.minimum))
    .map(([, props]) => synthesizeAks({ ...props, aks: { ...props.aks, providerMinimum: version } }));

  test("has no argument that this version lacks", () => {
    const lacking = written.flatMap(({ terraform }) =>
      types.flatMap(([type, rows]) =>
        Object.entries<object>(terraform.resource[type] ?? {}).flatMap(([id, resource]) =>
          Object.keys(resource)
            .filter((argument) => rows[argument] && !isIn(rows[argument], version))
            .map((argument) => `${type}.${id}.${argument}`),
        ),
      ),
    );
    expect(lacking).toEqual([]);
  });

  test.each(
    types.flatMap(([type, rows]) => Object.entries(rows).map(([name, row]) => [type, name, row] as const)),
  )("%s has %s if this version has it", (type, name, row) => {
    const resources = written.flatMap(({ terraform }) =>
      Object.values<object>(terraform.resource[type] ?? {}),
    );
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
    const created = clusters.flatMap(([, props]) => Object.keys(synthesizeAks(props).terraform.resource));
    expect(created.filter((type) => resourceProviderOf(type) === undefined)).toEqual([]);
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
