import { releasesOf as aksReleases } from "../../modules/aks/workloads/values";
import { releasesOf as gkeReleases } from "../../modules/gke/workloads/values";
import { releasesOf as kubeadmReleases } from "../../modules/kubeadm/workloads/values";
import { versionsFor } from "../../modules/workloads/chart";
import { charts } from "../../modules/workloads/charts";
import { accountOf, type Release } from "../../modules/workloads/release";
import * as aks from "../aks/workloads/clusters";
import * as gke from "../gke/workloads/clusters";
import * as kubeadm from "../kubeadm/workloads/clusters";
import { chartFile, type KubernetesObject, missingHelm, render } from "./helm";

/**
 * Real Helm renders the charts with the values of AKS, GKE and kubeadm. Those of EKS have a separate test, with more cases. Without Helm and charts the
 * tests are skipped, and a line states how many.
 */
const clusters: Readonly<Record<string, readonly Release[]>> = {
  "aks, all programs": aksReleases(aks.full, aks.literalOutputs),
  "aks, one node": aksReleases(aks.oneNode, aks.literalOutputs),
  "gke, all programs": gkeReleases(gke.full, gke.literalOutputs),
  "gke, autopilot": gkeReleases(gke.onAutopilot, gke.literalOutputs),
  "gke, one node": gkeReleases(gke.oneNode, gke.literalOutputs),
  "kubeadm, all programs": kubeadmReleases(kubeadm.full, kubeadm.literalOutputs),
  "kubeadm, one node": kubeadmReleases(kubeadm.oneNode, kubeadm.literalOutputs),
  "kubeadm on Azure": kubeadmReleases(kubeadm.azurePrograms, kubeadm.literalOutputs),
  "kubeadm on Google Cloud": kubeadmReleases(kubeadm.googlePrograms, kubeadm.literalOutputs),
};
const minor = "1.35";

const cases = Object.entries(clusters).flatMap(([name, releases]) =>
  releases.flatMap(({ program, values }) =>
    versionsFor(charts[program], minor).map((version) => ({ name, program, values, version })),
  ),
);
const available = cases.filter(
  ({ program, version }) => missingHelm === undefined && chartFile(program, version) !== undefined,
);
if (available.length < cases.length)
  console.warn(`${missingHelm ?? "charts missing"}: ${cases.length - available.length} cases are skipped`);

const withCharts = available.length > 0 ? describe : describe.skip;

withCharts.each(available.length > 0 ? available : cases)("$program $version, $name", (one) => {
  const { program, values, version } = one;
  let rendered: readonly KubernetesObject[] | undefined;
  const objects = () => (rendered ??= render(program, chartFile(program, version)!, values, minor));
  const controller = (): KubernetesObject[] =>
    objects().filter(
      ({ kind, spec }) =>
        kind === "Deployment" && spec.template.spec.serviceAccountName === accountOf(program).serviceAccount,
    );

  test("the account and the pods of the controller have the identity", () => {
    const { rbac, podLabels = {}, ...rest } = values as Record<string, KubernetesObject>;
    const { serviceAccount } = rbac ?? rest;
    const account = objects().find(
      ({ kind, metadata }) =>
        kind === "ServiceAccount" && metadata.name === accountOf(program).serviceAccount,
    );
    expect(account.metadata.annotations ?? {}).toEqual(serviceAccount?.annotations ?? {});
    expect(controller()).toHaveLength(1);
    expect(controller()[0].spec.template.metadata.labels).toMatchObject(podLabels);
  });

  test("each text of the values is in an object", () => {
    const secrets = objects()
      .filter(({ kind, data }) => kind === "Secret" && data)
      .flatMap(({ data }) => Object.values(data as Record<string, string>))
      .map((text) => Buffer.from(text, "base64").toString());
    const all = [JSON.stringify(objects()), ...secrets];
    for (const text of textsOf(values)) {
      const quoted = JSON.stringify(text).slice(1, -1);
      expect([text, all.some((part) => part.includes(quoted) || part === text)]).toEqual([text, true]);
    }
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
