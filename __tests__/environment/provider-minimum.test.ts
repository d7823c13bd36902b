import { writeFileSync } from "node:fs";
import { loadEnvironments } from "../../modules/environment";
import { printedProblems, useEmptyDirectory } from "./directory";

useEmptyDirectory();

const clusters = {
  aks: (options = "") => `
  - platform: aks
    name: shop
    region: westeurope
    kubernetesVersion: "1.35"
    access: { admins: [11111111-2222-3333-4444-555555555555] }
    nodeGroups: [{ name: workers, machineTypes: [Standard_D4ds_v5], size: 3 }]
${options}`,
  gke: (options = "") => `
  - platform: gke
    name: shop
    region: europe-west4
    kubernetesVersion: "1.35"
    access: { admins: ["user:sam@acme.com"], publicFrom: [203.0.113.0/24] }
    nodeGroups: [{ name: workers, machineTypes: [e2-standard-4], size: 3 }]
${options}`,
};
const today = new Date("2026-11-23");

const file = (provider: string, version: string, cluster: string): string =>
  `providers: { ${provider}: { version: "${version}" } }\nclusters:${cluster}`;

function minimumOf(platform: "aks" | "gke", provider: string, version: string, options?: string): unknown {
  writeFileSync("dev.yaml", file(provider, version, clusters[platform](options)));
  const { environments, problems } = loadEnvironments("dev.yaml", { today });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [cluster] = environments[0].clusters as unknown as Record<string, { providerMinimum?: string }>[];
  return cluster[platform]?.providerMinimum;
}

test.each([
  ["aks", "azurerm", "~> 5.2", "5.2.0"],
  ["aks", "azurerm", ">= 4.70", "4.70.0"],
  ["aks", "azurerm", "!= 4.60.0", "4.55.0"],
  ["gke", "google", "~> 7.33", "7.33.0"],
  ["gke", "google", ">= 8.0", "8.0.0"],
] as const)(
  "%s clusters are written for the oldest version of %s %s",
  (platform, provider, version, minimum) => {
    expect(minimumOf(platform, provider, version)).toBe(minimum);
  },
);

test("a cluster can state the oldest version within the range itself", () => {
  expect(minimumOf("aks", "azurerm", "~> 4.57", '    aks: { providerMinimum: "4.57.0" }')).toBe("4.57.0");
});

test("a field of a newer version is accepted if the environment requires that version", () => {
  const options = "    autoscaling: auto-provisioning";
  expect(printedProblems(file("azurerm", "~> 4.55", clusters.aks(options)), { today }).join()).toContain(
    "cluster/fields/provider-version",
  );
  expect(minimumOf("aks", "azurerm", "~> 4.60", options)).toBe("4.60.0");
});

test.each([
  ["aks", "azurerm", "~> 4.55", "4.67.0"],
  ["aks", "azurerm", "~> 5.0", "4.67.0"],
  ["aks", "azurerm", "~> 4.60.1", "5.0.0"],
  ["gke", "google", "~> 7.0", "8.0.0"],
] as const)("%s: the range of %s %s does not start at %s", (platform, provider, version, minimum) => {
  const text = file(
    provider,
    version,
    clusters[platform](`    ${platform}: { providerMinimum: "${minimum}" }`),
  );
  const found = printedProblems(text, { today }).filter((problem) => problem.includes("cluster-minimum"));
  expect(found).toEqual([
    expect.stringContaining(
      `clusters[0].${platform}.providerMinimum: ${minimum} is not the oldest version of providers.${provider}.version "${version}"; omit it, or change one of them`,
    ),
  ]);
});
