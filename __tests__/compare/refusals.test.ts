import { compareCluster } from "../../modules/compare";
import { tablesOf } from "../../cli/compare";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { minimal as aks } from "../support/aks";
import { minimal as gke } from "../support/gke";
import { sideOfCluster } from "./side";

/** Edits that Terraform plans and the cloud refuses, and edits that stop workloads in a zone. */

function compared(platform: "aks" | "gke", before: object, after: object) {
  const base = { ...(platform === "aks" ? aks : gke), platform, name: "dev-main", network: undefined };
  const [old, fresh] = [before, after].map((patch) =>
    sideOfCluster({ ...base, ...patch } as unknown as PlatformClusterSpec),
  );
  return compareCluster(old, fresh, tablesOf(platform));
}

describe("Azure", () => {
  test("does not remove the range of a subnet with machines", () => {
    const { refusals } = compared(
      "aks",
      { network: { cidr: "10.20.0.0/16" } },
      { network: { cidr: "10.21.0.0/16" } },
    );
    expect(refusals).toContainEqual({
      address: "azurerm_subnet.network_nodes",
      reason: expect.stringContaining("does not remove the range 10.20.0.0/17") as string,
    });
  });

  test.each([
    ["single", "per-zone"],
    ["per-zone", "single"],
  ])("does not create subnets in the ranges of others: nat %s to %s", (from, to) => {
    const nodeGroups = aks.nodeGroups.map((group) => ({ ...group, spread: "per-zone" }));
    const { refusals } = compared(
      "aks",
      { network: { nat: from }, nodeGroups },
      { network: { nat: to }, nodeGroups },
    );
    expect(refusals.map(({ reason }) => reason).join()).toMatch(/still has its addresses/);
  });

  test("accepts a new subnet in a free range", () => {
    const storage = { netApp: { sizeTiB: 4 } };
    expect(compared("aks", {}, { storage }).refusals).toEqual([]);
    expect(compared("aks", { storage }, {}).refusals).toEqual([]);
  });
});

test("a removed field of many types keeps its data in a protected cluster, and deletes it otherwise", () => {
  const effect = (protection: boolean) =>
    compared("aks", { protection, storage: { backup: true } }, { protection }).fields.map(
      (one) => one.effect,
    );
  expect(effect(true)).toEqual(["keep"]);
  expect(effect(false)).toEqual(["delete"]);
});

test("workloads in a zone that a cluster of GKE leaves stop", () => {
  const zones = (count: number) => ({ network: { zones: count } });
  const kinds = (from: number, to: number) =>
    compared("gke", zones(from), zones(to)).destructive.map(({ kind, text }) => [kind, text]);
  expect(kinds(3, 2)).toContainEqual([
    "workloads-stopped",
    expect.stringMatching(/the nodes in .* are deleted with their workloads/),
  ]);
  expect(kinds(2, 3).filter(([, text]) => text.startsWith("google_container_cluster"))).toEqual([]);
});
