import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatPath, isError } from "../../modules/cluster/problem";
import type { EksClusterProps } from "../../modules/eks/spec";
import { clusterProblems, eksRules } from "../../modules/eks/rules";
import { zoneNames } from "../../modules/eks/zones";
import { shown, testRules } from "../cluster/rule-cases";
import { cluster, type EksRuleCases, group, today, variable, withExisting, withGroups } from "./rule-support";

/** The cases of each file `<folder>/rules/*.ts`. */
const tables = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /\/rules\/[^/]+\.ts$/.test(file))
  .sort()
  .flatMap(
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found, not listed
    (file) => (require(join(__dirname, file)) as { cases: readonly EksRuleCases[] }).cases,
  );

const problemsOf = (props: EksClusterProps): string[] => clusterProblems(props, { today }).map(shown);

testRules(eksRules, tables, (props) => ({ today, zones: zoneNames(props) }));

describe("clusterProblems", () => {
  test("reports a missing node group as a warning if code can add one later", () => {
    const { severity } = clusterProblems(cluster({ nodeGroups: [] }), {
      today,
      nodeGroupsMayFollow: true,
    })[0];
    expect(severity).toBe("warning");
  });

  test("reports nothing for a plain cluster, in a new or an existing network", () => {
    expect(problemsOf(cluster())).toEqual([]);
    expect(problemsOf(withExisting())).toEqual([]);
  });

  test("reports all problems at once, of the rules of all platforms and of EKS", () => {
    const props = cluster({
      name: "-",
      kubernetesVersion: "1.20",
      network: { zones: 1 },
      nodeGroups: [group({ name: "A", size: { min: 3, max: 2 } })],
    });
    expect(clusterProblems(props, { today }).map(({ path }) => formatPath(path))).toEqual([
      "nodeGroups[0].name",
      "nodeGroups[0].size.max",
      "name",
      "kubernetesVersion",
      "network.zones",
    ]);
  });

  test("reports nothing for references that do not decide which resources exist", () => {
    expect(
      problemsOf(
        cluster({
          access: {
            admins: [variable],
            publicFrom: [variable],
            editors: [{ principal: variable, namespaces: [variable] }],
          },
          network: { serviceCidr: variable },
          encryption: { keyId: variable, deletionWindowDays: variable },
          observability: { retentionDays: variable },
          eks: {
            clusterRoleArn: variable,
            nodeRoleArn: variable,
            zonalShift: variable,
            addOns: { coredns: { version: variable, configuration: { replicas: variable } } },
          },
          tags: { owner: variable },
          nodeGroups: [
            group({
              maxPods: variable,
              labels: { team: variable },
              taints: [{ key: "soft", value: variable, effect: "PreferNoSchedule" }],
              disk: { sizeGiB: variable, iops: variable, throughputMiBps: variable, kmsKeyArn: variable },
              image: { release: variable },
              upgrade: { maxUnavailable: variable },
              tags: { owner: variable },
              userData: variable,
            }),
          ],
        }),
      ),
    ).toEqual([]);
  });

  test("reports each reference in a literal field, without an exception", () => {
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
      eks: variable,
      tags: variable,
      loadBalancing: variable,
      dns: variable,
      workloadIdentities: variable,
    } satisfies Partial<EksClusterProps>;
    for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
      expect(() => clusterProblems(cluster({ [field]: fields[field] }), { today })).not.toThrow();
    }
    for (const field of ["name", "region", "kubernetesVersion", "nodeGroups"] as const) {
      const problems = clusterProblems(cluster({ [field]: variable }), { today }).filter(isError);
      expect(problems.map(({ path }) => path)).toEqual([[field]]);
    }
    for (const field of ["name", "size", "zones", "spread", "machineTypes", "capacity", "taints"] as const) {
      const problems = clusterProblems(withGroups({ [field]: variable }), { today }).filter(isError);
      expect(problems.map(({ path }) => path)).toEqual([["nodeGroups", 0, field]]);
    }
  });
});
