import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatPath, isError } from "../../modules/cluster/problem";
import type { AksClusterProps } from "../../modules/aks/spec";
import { aksRules, clusterProblems } from "../../modules/aks/rules";
import { zoneNames } from "../../modules/aks/zones";
import { shown, testRules } from "../cluster/rule-cases";
import {
  addOnsOnly,
  type AksRuleCases,
  cluster,
  group,
  today,
  variable,
  withExisting,
  withGroups,
  withLoadBalancing,
} from "./rule-support";

/** The cases of every file `<feature>/rules/*.ts`. */
const tables = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /^[a-z-]+\/rules\/[a-z-]+\.ts$/.test(file))
  .sort()
  .flatMap(
    (file) => jest.requireActual<{ readonly cases: readonly AksRuleCases[] }>(join(__dirname, file)).cases,
  );

const problemsOf = (props: AksClusterProps): string[] => clusterProblems(props, { today }).map(shown);

testRules(aksRules, tables, (props) => ({ today, zones: zoneNames(props) }));

test.each([
  ["2026-11-30", "ends"],
  ["2026-12-01", "ended"],
])("on %s support of NGINX %s", (day, verb) => {
  const messages = clusterProblems(withLoadBalancing({ controller: true }), { today: new Date(day) }).map(
    shown,
  );
  expect(messages).toContainEqual(
    expect.stringContaining(`application routing add-on ${verb} on 2026-11-30`),
  );
});

describe("clusterProblems", () => {
  test("allows code to add workers later to a cluster with only the system group", () => {
    const alone = withGroups({ taints: [addOnsOnly] });
    expect(clusterProblems(alone, { today, nodeGroupsMayFollow: true })).toEqual([]);
    expect(clusterProblems(alone, { today })).not.toEqual([]);
  });

  test("accepts a simple cluster, in a new or an existing network", () => {
    expect(problemsOf(cluster())).toEqual([]);
    expect(problemsOf(withExisting())).toEqual([]);
  });

  test("accepts a cluster with only common fields", () => {
    const neutral = cluster({
      kubernetesVersion: "1.35",
      network: { zones: 3 },
      access: { publicFrom: ["203.0.113.0/24"], admins: [] },
      nodeGroups: [
        group({ name: "system", size: 3, taints: [addOnsOnly] }),
        group({ name: "workers", size: { min: 10, max: 20 }, spread: "per-zone", disk: { sizeGiB: 100 } }),
        group({ name: "batch", capacity: "spot", size: { min: 0, max: 10 }, labels: { pool: "batch" } }),
      ],
      storage: { file: true },
      workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }],
      tags: { environment: "production" },
    });
    expect(clusterProblems(neutral, { today }).filter(isError)).toEqual([]);
  });

  test("reports all problems together, of the common rules and of the rules of AKS", () => {
    const props = cluster({
      name: "-",
      kubernetesVersion: "1",
      network: { cidr: "10.0.0.0/24" },
      nodeGroups: [group({ name: "A", size: { min: 3, max: 2 } })],
    });
    const paths = clusterProblems(props, { today }).map(({ path }) => formatPath(path));
    expect(paths).toEqual(
      expect.arrayContaining([
        "nodeGroups[0].name",
        "nodeGroups[0].size.max",
        "name",
        "kubernetesVersion",
        "network.cidr",
      ]),
    );
  });

  test("reports each reference where none is allowed", () => {
    const fields = [
      "name",
      "region",
      "kubernetesVersion",
      "network",
      "nodeGroups",
      "autoscaling",
      "storage",
      "encryption",
      "observability",
      "upgrades",
      "aks",
      "tags",
      "loadBalancing",
      "dns",
      "workloadIdentities",
    ] as const;
    for (const field of fields) {
      expect(() => clusterProblems(cluster({ [field]: variable }), { today })).not.toThrow();
    }
    for (const field of ["name", "region", "kubernetesVersion", "nodeGroups"] as const) {
      const problems = clusterProblems(cluster({ [field]: variable }), { today }).filter(isError);
      expect(problems.map(({ path }) => path)).toEqual([[field]]);
    }
    for (const field of ["name", "size", "zones", "spread", "machineTypes", "capacity", "taints"] as const) {
      const problems = clusterProblems(withGroups({ [field]: variable }), { today }).filter(isError);
      expect([field, problems.map(({ path }) => path)]).toEqual([field, [["nodeGroups", 0, field]]]);
    }
  });
});
