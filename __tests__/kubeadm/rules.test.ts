import { readdirSync } from "node:fs";
import { join } from "node:path";
import { formatPath, isError } from "../../modules/cluster/problem";
import { clusterProblems, kubeadmRules } from "../../modules/kubeadm/rules";
import type { KubeadmClusterProps } from "../../modules/kubeadm/spec";
import { zoneNames } from "../../modules/kubeadm/zones";
import { shown, testRules } from "../cluster/rule-cases";
import {
  azureGroup,
  onAzure,
  cluster,
  googleGroup,
  group,
  type KubeadmRuleCases,
  onGoogle,
  today,
  variable,
  withGroups,
} from "./rule-support";

/** The cases of all rules: each file in a folder `rules` exports its own. */
const tables = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /[\\/]rules[\\/][\w-]+\.ts$/.test(file))
  .sort()
  .flatMap((file) => jest.requireActual<{ cases: KubeadmRuleCases[] }>(join(__dirname, file)).cases);

const problemsOf = (props: KubeadmClusterProps): string[] => clusterProblems(props, { today }).map(shown);

testRules(kubeadmRules, tables, (props) => ({ today, zones: zoneNames(props) }));

describe("clusterProblems", () => {
  test("reports nothing for a plain cluster", () => {
    expect(problemsOf(cluster())).toEqual([]);
  });

  test("reports a missing node group as a warning if code can add one later", () => {
    const { severity } = clusterProblems(cluster({ nodeGroups: [] }), {
      today,
      nodeGroupsMayFollow: true,
    })[0];
    expect(severity).toBe("warning");
  });

  test("reports nothing for a cluster on Azure", () => {
    expect(problemsOf(onAzure())).toEqual([]);
    const nodeGroups = [azureGroup({ spread: "one-group" })];
    expect(problemsOf(onAzure({ network: { zones: ["3", "1", "2"], nat: "single" }, nodeGroups }))).toEqual(
      [],
    );
  });

  test("reports nothing for a cluster on Google Cloud", () => {
    expect(problemsOf(onGoogle())).toEqual([]);
    expect(
      problemsOf(onGoogle({ autoscaling: "none", nodeGroups: [googleGroup({ spread: "one-group" })] })),
    ).toEqual([]);
  });

  test("reports all problems at once", () => {
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
          access: { admins: [variable], privateFrom: ["10.8.0.0/16"] },
          controlPlane: {
            machineType: "m7i.large",
            disk: { sizeGiB: variable },
            image: { id: variable },
            etcd: { iops: variable, throughputMiBps: variable },
          },
          tags: { owner: variable },
          nodeGroups: [
            group({
              labels: { team: variable },
              taints: [{ key: "soft", value: variable, effect: "PreferNoSchedule" }],
              disk: { sizeGiB: variable },
              image: { id: variable },
              tags: { owner: variable },
            }),
          ],
        }),
      ),
    ).toEqual([]);
  });

  test("reports each reference in a literal field, without an exception", () => {
    const fields = [
      "name",
      "region",
      "cloud",
      "kubernetesVersion",
      "network",
      "controlPlane",
      "nodeGroups",
      "autoscaling",
      "storage",
      "loadBalancing",
      "kubeadm",
      "tags",
    ] as const satisfies readonly (keyof KubeadmClusterProps)[];
    for (const field of fields) {
      expect(() => clusterProblems(cluster({ [field]: variable }), { today })).not.toThrow();
    }
    for (const field of ["name", "region", "kubernetesVersion", "nodeGroups", "controlPlane"] as const) {
      const problems = clusterProblems(cluster({ [field]: variable }), { today }).filter(isError);
      expect(problems.map(({ path }) => path)).toEqual([[field]]);
    }
    for (const field of ["name", "size", "zones", "spread", "machineTypes", "capacity", "maxPods"] as const) {
      const problems = clusterProblems(withGroups({ [field]: variable }), { today }).filter(isError);
      expect(problems.map(({ path }) => path)).toEqual([["nodeGroups", 0, field]]);
    }
  });
});
