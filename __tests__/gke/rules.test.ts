import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatPath, isError } from "../../modules/cluster/problem";
import type { AnyGkeClusterProps } from "../../modules/gke/spec";
import { clusterProblems, gkeRules } from "../../modules/gke/rules";
import { zoneNames } from "../../modules/gke/zones";
import { shown, testRules } from "../cluster/rule-cases";
import {
  autopilot,
  cluster,
  type GkeRuleCases,
  group,
  today,
  variable,
  withExisting,
  withGroups,
} from "./rule-support";

/** The cases of all rules: each file in a folder `rules` exports its own. */
const tables = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /[\\/]rules[\\/][\w-]+\.ts$/.test(file))
  .sort()
  .flatMap((file) => jest.requireActual<{ cases: GkeRuleCases[] }>(join(__dirname, file)).cases);

const problemsOf = (props: AnyGkeClusterProps): string[] => clusterProblems(props, { today }).map(shown);

testRules(gkeRules, tables, (props) => ({ today, zones: zoneNames(props) }));

describe("clusterProblems", () => {
  test("without node groups there are only warnings if code can add some later", () => {
    const { severity } = clusterProblems(cluster({ nodeGroups: [] }), {
      today,
      nodeGroupsMayFollow: true,
    })[0];
    expect(severity).toBe("warning");
  });

  test("accepts a simple cluster in a new network, in an existing network, and in Autopilot mode", () => {
    const access = { admins: [], privateFrom: ["10.100.0.0/16"] };
    expect(problemsOf(cluster({ access }))).toEqual([]);
    expect(problemsOf({ ...withExisting({ hostFirewall: true }), access })).toEqual([]);
    expect(problemsOf({ ...autopilot(), access })).toEqual([]);
  });

  test("accepts a cluster with only common fields", () => {
    const neutral = cluster({
      network: { zones: 3 },
      access: { publicFrom: ["203.0.113.0/24"], admins: [] },
      nodeGroups: [
        group({
          name: "system",
          size: 3,
          taints: [{ key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" }],
        }),
        group({ name: "workers", size: { min: 10, max: 20 }, spread: "per-zone", disk: { sizeGiB: 100 } }),
        group({ name: "batch", capacity: "spot", size: { min: 0, max: 10 }, labels: { pool: "batch" } }),
      ],
      storage: { file: true },
      workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }],
      tags: { environment: "production" },
    });
    expect(problemsOf(neutral)).toEqual([
      "warning workloadIdentities[0]: has no grants: the pods have no roles in Google Cloud yet",
    ]);
  });

  test("reports all problems together, of the common rules and of the rules of GKE", () => {
    const props = cluster({
      name: "-",
      kubernetesVersion: "1.20",
      network: { cidr: "10.0.0.0/24" },
      access: { admins: [], privateFrom: ["10.100.0.0/16"] },
      nodeGroups: [group({ name: "A", size: { min: 3, max: 2 } })],
    });
    expect(clusterProblems(props, { today }).map(({ path }) => formatPath(path))).toEqual([
      "nodeGroups[0].name",
      "nodeGroups[0].size.max",
      "name",
      "kubernetesVersion",
      "network.cidr",
    ]);
  });

  test("reports nothing about references in fields that do not decide which resources exist", () => {
    expect(
      problemsOf(
        cluster({
          access: {
            privateFrom: ["10.100.0.0/16"],
            admins: [variable],
            editors: [{ principal: variable }],
            securityGroup: variable,
          },
          encryption: { keyId: variable },
          storage: { file: { tier: "zonal", sizeGiB: variable, keyId: variable } },
          gke: { project: variable, nodeServiceAccountEmail: variable, fleetProject: variable },
          workloadIdentities: [
            {
              namespace: "shop",
              serviceAccount: "orders",
              grants: [{ role: "roles/a.b", bucket: variable }],
            },
          ],
          tags: { owner: variable },
          nodeGroups: [
            group({
              maxPods: variable,
              labels: { team: variable },
              taints: [{ key: "soft", value: variable, effect: "PreferNoSchedule" }],
              disk: { sizeGiB: variable, kmsKeyId: variable },
              kubelet: { podPidsLimit: variable, containerLogMaxSize: variable },
              linux: { sysctls: { "net.core.somaxconn": variable } },
              serviceAccountEmail: variable,
              tags: { owner: variable },
            }),
          ],
        }),
      ),
    ).toEqual([]);
  });

  test("reports each reference in a field that must be a literal", () => {
    const fields = {
      name: variable,
      region: variable,
      kubernetesVersion: variable,
      network: variable,
      nodeGroups: variable,
      autoscaling: variable,
      storage: variable,
      encryption: variable,
      observability: variable,
      upgrades: variable,
      gke: variable,
      tags: variable,
      loadBalancing: variable,
      dns: variable,
      workloadIdentities: variable,
    } satisfies Partial<AnyGkeClusterProps>;
    for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
      expect(() => clusterProblems(cluster({ [field]: fields[field] }), { today })).not.toThrow();
    }
    for (const field of ["name", "region", "kubernetesVersion", "nodeGroups", "network", "gke"] as const) {
      const problems = clusterProblems(cluster({ [field]: variable }), { today }).filter(isError);
      expect(problems.map(({ path }) => path)).toEqual([[field]]);
    }
    for (const field of ["name", "size", "zones", "spread", "machineTypes", "capacity", "taints"] as const) {
      const problems = clusterProblems(withGroups({ [field]: variable }), { today }).filter(isError);
      expect(problems.map(({ path }) => path)).toEqual([["nodeGroups", 0, field]]);
    }
  });
});
