import { programs } from "../../../modules/aks/workloads/programs";
import { objectsOf, releasesOf } from "../../../modules/aks/workloads/values";
import type { ClusterWithWorkloads } from "../../../modules/aks/spec";
import { fields } from "../../../modules/aks/fields.generated";
import { charts, programNames } from "../../../modules/workloads/charts";
import { wrongValues } from "../../../modules/workloads/check-values";
import { accountOf, type Values } from "../../../modules/workloads/release";
import { dnsZone, group, privateZone } from "../rule-support";
import { full, literalOutputs, oneNode } from "./clusters";

const releases = (cluster: ClusterWithWorkloads) =>
  new Map(releasesOf(cluster, literalOutputs).map(({ program, values }) => [program, values]));
const valuesOf = (cluster: ClusterWithWorkloads, program: "external-dns" | "cert-manager"): Values =>
  releases(cluster).get(program)!;

test("a program is installed, or refused with the reason", () => {
  const refused = programNames.filter((name) => "refused" in fields[`workloads.programs.${name}`]);
  expect([...Object.keys(programs), ...refused].sort()).toEqual([...programNames].sort());
  expect([...releases(full).keys()].sort()).toEqual(Object.keys(programs).sort());
});

test.each([...releases(full), ...releases(oneNode)])("the chart of %s has all values", (program, values) => {
  expect(wrongValues(charts[program], values)).toEqual([]);
});

describe("identities", () => {
  test.each([...releases(full)])(
    "the pods of %s get tokens of the identity of their account",
    (program, values) => {
      const { namespace, serviceAccount } = accountOf(program);
      expect(values).toMatchObject({
        podLabels: { "azure.workload.identity/use": "true" },
        serviceAccount: {
          annotations: {
            "azure.workload.identity/client-id": literalOutputs.clientIdOf(`${namespace}/${serviceAccount}`),
          },
        },
      });
    },
  );

  test("a program without one has no annotation", () => {
    expect(JSON.stringify(valuesOf(oneNode, "cert-manager"))).not.toContain("azure.workload.identity");
  });
});

describe("ExternalDNS", () => {
  const configuration = (values: Values): unknown =>
    JSON.parse(
      (values as { secretConfiguration: { data: Values } }).secretConfiguration.data["azure.json"] as string,
    );

  test("changes the zones of the file, in their resource group", () => {
    const values = valuesOf(full, "external-dns");
    expect(values).toMatchObject({
      provider: { name: "azure" },
      policy: "sync",
      txtOwnerId: "production-shop",
      extraArgs: { "zone-id-filter": ["/example.com"] },
      secretConfiguration: { enabled: true, mountPath: "/etc/kubernetes" },
    });
    expect(configuration(values)).toEqual({
      subscriptionId: "00000000-0000-0000-0000-000000000000",
      resourceGroup: "shop",
      useWorkloadIdentityExtension: true,
      cloud: "AzurePublicCloud",
    });
  });

  test("has another provider for private zones", () => {
    const cluster = { ...full, dns: { zones: [privateZone("example.internal")] } };
    expect(valuesOf(cluster, "external-dns")).toMatchObject({ provider: { name: "azure-private-dns" } });
  });

  test("calls the cloud of the provider", () => {
    const [{ values }] = releasesOf(full, literalOutputs, "usgovernment");
    expect(configuration(values)).toMatchObject({ cloud: "AzureUSGovernmentCloud" });
  });

  test("takes the parts of a reference when Terraform knows it", () => {
    const cluster = { ...full, dns: { zones: ["${var.zone}"] } };
    expect(valuesOf(cluster, "external-dns")).toMatchObject({
      extraArgs: { "zone-id-filter": ['/${element(split("/", "${var.zone}"), 8)}'] },
    });
  });

  test("is not installed by default next to the application routing add-on", () => {
    expect(releases({ ...full, loadBalancing: { controller: true } }).has("external-dns")).toBe(false);
    expect(releases({ ...full, dns: { zones: [dnsZone] }, workloads: {} }).has("external-dns")).toBe(true);
  });
});

test("a second copy runs if two nodes accept it", () => {
  expect(valuesOf(full, "cert-manager")).toMatchObject({ replicaCount: 2 });
  expect(valuesOf(oneNode, "cert-manager")).toMatchObject({ replicaCount: 1 });
  const windows = {
    ...full,
    nodeGroups: [group({ size: 1 }), group({ image: { family: "windows-2022" }, size: 3 })],
  };
  expect(valuesOf(windows, "cert-manager")).toMatchObject({ replicaCount: 1 });
});

test("storage classes and volumes are installed if the other stack has some", () => {
  const names = (patch: Partial<ClusterWithWorkloads>) =>
    objectsOf({ ...full, ...patch }, literalOutputs).map(({ name }) => name);
  expect(names({})).toEqual([]);
  expect(names({ storage: { block: true } })).toEqual([]);
  expect(names({ storage: { block: { defaultClass: true } } })).toEqual(["storage"]);
  expect(names({ storage: { file: true } })).toEqual(["storage"]);
  expect(names({ encryption: { disks: "customer-key" } })).toEqual(["storage"]);
});
