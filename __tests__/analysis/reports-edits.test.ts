import { readFileSync } from "node:fs";
import { clusters, edit, type Managed, withGroup } from "./reports";

/** Public reports about edits of running clusters: each file alone is right, and the change destroyed something. */

describe("edits of running clusters", () => {
  test("5.7 (encryption of GKE): a customer key reaches a running cluster", () => {
    const { resources } = edit("gke", { encryption: { secrets: "platform-key" } }, {});
    const because = expect.arrayContaining(["database_encryption.state"]) as string[];
    const address = "google_container_cluster.control_plane";
    expect(resources).toContainEqual(expect.objectContaining({ address, action: "update", because }));
  });

  test("7.1 (another name of a group): formerName keeps the node pools", () => {
    const renamed = withGroup("eks", { name: "apps", formerName: "workers" });
    const { resources } = edit("eks", {}, renamed);
    const pools = resources.filter(({ address }) => address.startsWith("aws_eks_node_group."));
    expect(pools.filter(({ action }) => action === "delete")).toEqual([]);
  });

  test("7.2 (order of zones): another order changes nothing", () => {
    const zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"];
    const { change } = edit(
      "eks",
      withGroup("eks", { zones }),
      withGroup("eks", { zones: [...zones].reverse() }),
    );
    expect(change).toBe("unchanged");
  });

  test("7.3 (other zones): protection refuses to delete the subnets of a zone", () => {
    const before = { network: { zones: ["eu-central-1a", "eu-central-1b"] } };
    const { refusals } = edit("eks", before, { network: { zones: ["eu-central-1a", "eu-central-1c"] } });
    expect(refusals).not.toEqual([]);
  });

  test("7.4 (a dedicated system group of AKS): compare reports that pods have no nodes, unless another group exists", () => {
    const system = { name: "system", machineTypes: ["Standard_D4ds_v5"], size: 3, mode: "system" };
    const taints = [{ key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" }];
    const { nodeGroups } = clusters.aks as unknown as { nodeGroups: object[] };
    const more = { name: "more", machineTypes: ["Standard_D4ds_v5"], size: 3, mode: "user" };
    const stopped = (groups: object[]) =>
      edit("aks", { nodeGroups: groups }, { nodeGroups: [...groups, { ...system, taints }] }).destructive;
    expect(stopped(nodeGroups)).toEqual([
      {
        kind: "workloads-stopped",
        text: expect.stringMatching(/pods leave the first node pool .* first add a user group/) as string,
      },
    ]);
    expect(stopped([...nodeGroups, more])).toEqual([]);
  });

  test("7.5 (addresses of nodes of GKE): protection refuses what replaces the cluster", () => {
    const { refusals } = edit("gke", {}, { network: { cidr: "10.80.0.0/16" } });
    expect(refusals).not.toEqual([]);
  });

  test.each<[string, Managed, object, string]>([
    ["EFS", "eks", { file: true }, "aws_efs_file_system.storage_file_system"],
    ["Azure Files", "aks", { file: true }, "azurerm_storage_share.storage_file"],
    ["Filestore", "gke", { file: true }, "google_filestore_instance.storage_file_system"],
  ])(
    "7.6 (data): %s of a protected cluster is kept when its field is removed",
    (_, platform, storage, file) => {
      const { destructive, resources } = edit(platform, { storage } as never, {});
      expect(destructive).toEqual([]);
      expect(resources).toContainEqual(expect.objectContaining({ address: file, action: "forget" }));
    },
  );

  test.each<[string, Managed, object]>([
    ["5.6 (labels)", "gke", { tags: { team: "a" } }],
    ["5.8 (Ray)", "gke", { gke: { ray: true } }],
    ["5.8 (image streaming)", "gke", withGroup("gke", { imageStreaming: true })],
  ])("%s: a removed field changes the plan", (_, platform, fields) => {
    const { change, resources } = edit(platform, fields as never, {});
    expect([change, resources.length > 0]).toEqual(["changed", true]);
  });
});

test("each row of the public reports has a test of its number", () => {
  const rows = { 1: 9, 2: 4, 3: 1, 4: 6, 5: 8, 6: 4, 7: 6, 8: 5 };
  const files = [
    "analysis/reports.test.ts",
    "analysis/reports-edits.test.ts",
    "stacks/replacement.test.ts",
    "e2e/faults/failed-creations.test.ts",
    "e2e/support/edit-tests.ts",
  ];
  const titles = files.flatMap((file) => {
    const text = readFileSync(`__tests__/${file}`, "utf8");
    return [...text.matchAll(/["`]([1-8]\.\d[^"`]*)/g)].map(([, title]) => title);
  });
  const missing = Object.entries(rows).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i) => `${kind}.${i + 1}`).filter(
      (row) => !titles.some((title) => title.match(/\d\.\d+/g)!.includes(row)),
    ),
  );
  expect(missing).toEqual([]);
});
