import { fullName } from "../../../modules/eks/identity/service-accounts";
import { programs, serviceAccountsWithTokens } from "../../../modules/eks/programs";
import type { ClusterWithWorkloads } from "../../../modules/eks/workloads/programs";
import { releasesOf } from "../../../modules/eks/workloads/values";
import { type ProgramName, versionsFor } from "../../../modules/workloads/chart";
import { autoscalerImages, charts, programNames } from "../../../modules/workloads/charts";
import { accountOf, type Values } from "../../../modules/workloads/release";
import { chartFile, type KubernetesObject, missingHelm, render, unknownKeys } from "../../workloads/helm";
import { full, karpenter, literalOutputs, onFargate, oneNode } from "./clusters";

/**
 * Real Helm renders each chart of the catalogue with the values of clusters. Without Helm and charts the tests are skipped, and a line
 * states how many.
 */
const clusters: Readonly<Record<string, ClusterWithWorkloads>> = { full, karpenter, onFargate, oneNode };

const cases = Object.entries(clusters).flatMap(([name, cluster]) =>
  releasesOf(cluster, literalOutputs).flatMap(({ program, values }) =>
    versionsFor(charts[program], cluster.kubernetesVersion).map((version) => ({
      name,
      cluster,
      program,
      values,
      version,
    })),
  ),
);
const versions = programNames.flatMap((program) =>
  charts[program].versions.map(({ version }) => ({ program, version })),
);
const available = ({ program, version }: { program: ProgramName; version: string }): boolean =>
  missingHelm === undefined && chartFile(program, version) !== undefined;

const skipped = [...cases, ...versions].filter((one) => !available(one)).length;
if (skipped > 0)
  console.warn(`${missingHelm ?? "charts missing in HELM_CHARTS"}: ${skipped} tests of charts are skipped`);

const hasCharts = versions.some(available);
const withCharts = hasCharts ? describe : describe.skip;

/** What is tested. Without any chart all are listed, and skipped. */
const tested = {
  cases: hasCharts ? cases.filter(available) : cases,
  versions: hasCharts ? versions.filter(available) : versions,
};

withCharts("real Helm", () => {
  test.each(tested.versions)("the chart of $program $version has every key", (one) => {
    const { name, keys } = charts[one.program];
    expect(unknownKeys(name, chartFile(one.program, one.version)!, Object.keys(keys))).toEqual([]);
  });

  describe.each(tested.cases)("$program $version in the cluster $name", (one) => {
    const { cluster, program, values, version } = one;
    const objects = once(() =>
      render(program, chartFile(program, version)!, values, cluster.kubernetesVersion),
    );
    const pods = () => objects().filter(({ spec }) => spec?.template?.spec?.containers !== undefined);
    const controller = () => {
      const { serviceAccount } = accountOf(program);
      return pods().filter(
        ({ kind, spec }) => kind === "Deployment" && spec.template.spec.serviceAccountName === serviceAccount,
      );
    };

    test("its controller is a Deployment with the account that gets the role", () => {
      expect(controller()).toHaveLength(1);
      const account = objects().find(
        ({ kind, metadata }) =>
          kind === "ServiceAccount" && metadata.name === accountOf(program).serviceAccount,
      );
      const hasToken = serviceAccountsWithTokens(cluster).has(fullName(accountOf(program)));
      expect(account?.metadata.namespace).toBe(charts[program].namespace);
      expect(account?.metadata.annotations?.["eks.amazonaws.com/role-arn"]).toBe(
        hasToken ? literalOutputs.roleArnOf(fullName(accountOf(program))) : undefined,
      );
    });

    test("its pods have the labels by which Fargate profiles select them", () => {
      const known = programs.find(({ installedBy }) => installedBy === program)?.controllerLabels ?? {
        "app.kubernetes.io/name": program,
        "app.kubernetes.io/instance": program,
      };
      expect(controller()[0].spec.template.metadata.labels).toMatchObject(known);
    });

    test("all pods run on Linux nodes for add-ons, and nothing else limits their nodes", () => {
      expect(pods().length).toBeGreaterThan(0);
      for (const { kind, metadata, spec } of pods()) {
        const pod = spec.template.spec;
        expect([kind, metadata.name, pod.tolerations]).toEqual([
          kind,
          metadata.name,
          expect.arrayContaining([
            expect.objectContaining({ key: "CriticalAddonsOnly", operator: "Exists" }),
          ]),
        ]);
        expect([metadata.name, pod.nodeSelector]).toEqual([
          metadata.name,
          { "kubernetes.io/os": "linux", ...((values.nodeSelector as object | undefined) ?? {}) },
        ]);
        expect(hardConstraints(pod)).toEqual(program === "karpenter" ? ["kubernetes.io/hostname"] : []);
      }
    });

    test("a copy runs on each node of the first two", () => {
      const expected = cluster === oneNode ? 1 : (replicasOf(values) ?? 1);
      expect(controller()[0].spec.replicas).toBe(expected);
    });

    test("its webhooks listen on ports that nodes open", () => {
      const open = programs.find(({ installedBy }) => installedBy === program)?.webhookPorts ?? [10250];
      for (const port of webhookPorts(objects())) expect(open).toContain(port);
    });

    test("its images have a registry and a version", () => {
      for (const { spec } of pods()) {
        for (const { image } of spec.template.spec.containers) {
          expect(image).toMatch(
            /^[a-z0-9.-]+\.[a-z]+\/[a-z0-9./-]+:v?\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/,
          );
        }
      }
      if (program === "cluster-autoscaler") {
        expect(controller()[0].spec.template.spec.containers[0].image).toMatch(
          new RegExp(`:${autoscalerImages[cluster.kubernetesVersion]}$`),
        );
      }
    });

    test("each text of the values is in an object", () => {
      const all = JSON.stringify(objects());
      for (const text of textsOf(values)) expect(all).toContain(JSON.stringify(text).slice(1, -1));
    });
  });
});

function once<T>(create: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: create() }).of;
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** The number of copies that values ask for. */
const replicasOf = ({ replicas, replicaCount }: Values): unknown => replicas ?? replicaCount;

/** Topologies in which pods of one Deployment must be apart. */
function hardConstraints(pod: KubernetesObject): string[] {
  const spread: KubernetesObject[] = pod.topologySpreadConstraints ?? [];
  const apart: KubernetesObject[] =
    pod.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return [...spread.filter(({ whenUnsatisfiable }) => whenUnsatisfiable !== "ScheduleAnyway"), ...apart].map(
    ({ topologyKey }) => topologyKey,
  );
}

/** Ports of pods on which the API server calls webhooks and aggregated APIs. */
function webhookPorts(objects: KubernetesObject[]): number[] {
  const called: KubernetesObject[] = objects.flatMap(({ kind, webhooks, spec }) => {
    if (kind === "ValidatingWebhookConfiguration" || kind === "MutatingWebhookConfiguration")
      return webhooks.map((webhook: KubernetesObject) => webhook.clientConfig.service);
    return kind === "APIService" ? [spec.service] : [];
  });
  return called.map(({ name, port = 443 }) => {
    const { spec } = objects.find(({ kind, metadata }) => kind === "Service" && metadata.name === name)!;
    const { targetPort } = spec.ports.find((one: KubernetesObject) => one.port === port);
    if (typeof targetPort === "number") return targetPort;
    const selected = objects.find(({ kind, spec: { template } = {} as KubernetesObject }) =>
      Object.entries(spec.selector).every(
        ([label, value]) => kind === "Deployment" && template.metadata.labels[label] === value,
      ),
    )!;
    const ports: KubernetesObject[] = selected.spec.template.spec.containers.flatMap(
      (container: KubernetesObject) => container.ports ?? [],
    );
    return ports.find((one) => one.name === targetPort).containerPort;
  });
}
