import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { storageManifests } from "../../modules/aws/storage-manifests";
import { objectsOf } from "../../modules/eks/workloads/objects";
import { releasesOf } from "../../modules/eks/workloads/values";
import type { ProgramName } from "../../modules/workloads/chart";
import { charts, programNames } from "../../modules/workloads/charts";
import { objectsChart } from "../../modules/workloads/objects-chart";
import { accountOf, chartVersionOf, type Release } from "../../modules/workloads/release";
import { requiredProviders } from "../e2e/support/cloud-providers";
import { releasesOf as kubeadmReleases } from "../../modules/kubeadm/workloads/values";
import type { WithWorkloads } from "../../modules/workloads/programs";
import { full, karpenter, literalOutputs } from "../eks/workloads/clusters";
import * as kubeadm from "../kubeadm/workloads/clusters";
import { chartFile, type KubernetesObject, missingHelm, runHelm, withValues } from "../workloads/helm";
import { ApiServer } from "./api-server";

/**
 * Real Helm installs the catalogue into a real API server: `HELM`, `HELM_CHARTS` (see `__tests__/workloads/helm.ts`). No pod runs.
 */
const isRequired = requiredProviders().includes("helm");
const withHelm = missingHelm === undefined || isRequired ? describe : describe.skip;
if (missingHelm !== undefined) console.log(`skipped: ${missingHelm}`);

/** What each controller does in the cluster, as arguments of `kubectl auth can-i`. */
const needs: Readonly<Record<ProgramName, readonly string[]>> = {
  "cluster-autoscaler": [
    "list nodes",
    "update nodes",
    "create pods --subresource=eviction",
    "list pods",
    "get leases/cluster-autoscaler -n kube-system",
  ],
  karpenter: [
    "create nodeclaims.karpenter.sh",
    "list ec2nodeclasses.karpenter.k8s.aws",
    "patch nodes",
    "create pods --subresource=eviction",
    "get leases -n kube-system",
  ],
  "aws-load-balancer-controller": [
    "list services",
    "patch services --subresource=status",
    "list ingresses.networking.k8s.io",
    "create targetgroupbindings.elbv2.k8s.aws",
    "list endpointslices.discovery.k8s.io",
  ],
  "aws-node-termination-handler": [
    "patch nodes",
    "list pods",
    "create pods --subresource=eviction",
    "get daemonsets.apps",
  ],
  "external-dns": ["list services", "watch ingresses.networking.k8s.io", "list nodes"],
  "metrics-server": ["get nodes --subresource=metrics", "list pods", "list nodes"],
  "snapshot-controller": [
    "create volumesnapshotcontents.snapshot.storage.k8s.io",
    "update volumesnapshots.snapshot.storage.k8s.io --subresource=status",
    "update persistentvolumeclaims",
    "get leases.coordination.k8s.io -n kube-system",
  ],
  "cert-manager": [
    "update certificates.cert-manager.io --subresource=status",
    "create certificaterequests.cert-manager.io",
    "create secrets",
    "create leases.coordination.k8s.io -n kube-system",
  ],
  "external-secrets": [
    "list externalsecrets.external-secrets.io",
    "create secrets",
    "create serviceaccounts --subresource=token",
  ],
};

/** Programs that write Secrets in all namespaces: this is their purpose. */
const writesSecrets: readonly ProgramName[] = ["cert-manager", "external-secrets"];

withHelm("the catalogue in a real API server", () => {
  const server = new ApiServer("1.35.4");
  const scratch = mkdtempSync(join(tmpdir(), "programs-"));
  const releases = new Map<ProgramName, { release: Release; cluster: WithWorkloads }>();
  for (const cluster of [full, karpenter])
    for (const release of releasesOf(cluster, literalOutputs))
      releases.set(release.program, { release, cluster });
  // EKS has an add-on with the snapshot controller.
  for (const release of kubeadmReleases(kubeadm.full, kubeadm.literalOutputs))
    if (!releases.has(release.program)) releases.set(release.program, { release, cluster: kubeadm.full });

  beforeAll(async () => {
    await server.start();
    for (const [name, text] of Object.entries(objectsChart.files)) {
      mkdirSync(dirname(join(scratch, name)), { recursive: true });
      writeFileSync(join(scratch, name), text);
    }
  });
  afterAll(() => {
    server.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  const helm = (...args: string[]) => runHelm(...args, "--kubeconfig", server.kubeconfig);
  // Hooks wait for Jobs, which do not run here.
  const options = ["--create-namespace", "--no-hooks"];
  const upgrade = (name: string, chart: string, namespace: string, values: object) =>
    withValues(values, (file) =>
      helm("upgrade", "--install", name, chart, "--namespace", namespace, ...options, "--values", file),
    );
  const install = (program: ProgramName) => {
    const { release, cluster } = releases.get(program)!;
    const file = chartFile(program, chartVersionOf(cluster, program)!);
    if (file === undefined) throw new Error(`HELM_CHARTS has no chart of ${program}`);
    return upgrade(program, file, charts[program].namespace, release.values);
  };
  /** The objects of a release as the server has them. */
  const stored = (name: string, namespace: string): Record<string, string> => {
    writeFileSync(join(scratch, "manifest.yaml"), helm("get", "manifest", name, "--namespace", namespace));
    // A release has objects of several namespaces; those without one are in that of the release.
    server.kubectl("config", "set-context", "--current", "--namespace", namespace);
    const text = server.kubectl("get", "-f", join(scratch, "manifest.yaml"), "-o", "json");
    const read = JSON.parse(text) as KubernetesObject;
    const items: KubernetesObject[] = read.kind === "List" ? read.items : [read];
    return Object.fromEntries(
      items.map(({ kind, metadata }) => [
        `${kind} ${metadata.namespace ?? ""}/${metadata.name}`,
        metadata.resourceVersion,
      ]),
    );
  };

  // No pod answers the webhook of the load balancer controller here, so it is last, where production has it first.
  const order = [...programNames].sort(
    (a, b) => Number(a === "aws-load-balancer-controller") - Number(b === "aws-load-balancer-controller"),
  );

  test.each(order)("%s is installed", (program) => {
    install(program);
    expect(Object.keys(stored(program, charts[program].namespace)).length).toBeGreaterThan(3);
  });

  const objects = () => {
    const outputs = {
      ...literalOutputs,
      karpenterInstanceProfileName: "production-shop-karpenter-nodes",
      karpenterDisksKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      storageObjects: storageManifests({
        block: { isDefault: true },
        file: { id: "fs-0a1b2c3d4e5f67890", needsIdentity: true },
        snapshots: true,
      }).items,
    };
    const eks = { autoProvisioning: { plannedNodes: 20, largestMachineType: "m7i.2xlarge" } };
    return objectsOf({ ...karpenter, eks }, outputs);
  };

  test("storage classes and the pool of Karpenter are accepted", () => {
    const all = objects();
    expect(all.map(({ name }) => name)).toEqual(["storage", "karpenter-pool"]);
    for (const one of all) upgrade(`cluster-${one.name}`, scratch, "kube-system", { objects: one.objects });
    const names = server
      .kubectl("get", "storageclasses,volumesnapshotclasses,nodepools,ec2nodeclasses", "-o", "name")
      .split("\n")
      .filter(Boolean);
    expect(names.sort()).toEqual([
      "ec2nodeclass.karpenter.k8s.aws/default",
      "nodepool.karpenter.sh/default",
      "storageclass.storage.k8s.io/efs",
      "storageclass.storage.k8s.io/gp3",
      "volumesnapshotclass.snapshot.storage.k8s.io/ebs",
    ]);
  });

  test("the API server keeps every field of the pool", () => {
    const [, pool] = objects();
    for (const object of pool.objects as KubernetesObject[]) {
      const text = server.kubectl("get", object.kind, object.metadata.name, "-o", "json");
      expect(JSON.parse(text)).toMatchObject(object);
    }
  });

  test("a pool with a wrong field is refused", () => {
    const [, pool] = objects();
    const wrong = structuredClone(pool.objects) as KubernetesObject[];
    wrong[1].metadata.name = "wrong";
    wrong[1].spec.disruption.consolidationPolicy = "Sometimes";
    expect(() => upgrade("wrong", scratch, "kube-system", { objects: [wrong[1]] })).toThrow(
      "Unsupported value",
    );
  });

  test("a second upgrade changes no object", () => {
    for (const program of order) {
      const before = stored(program, charts[program].namespace);
      install(program);
      expect(stored(program, charts[program].namespace)).toEqual(before);
    }
    for (const { name, objects: list } of objects()) {
      const before = stored(`cluster-${name}`, "kube-system");
      upgrade(`cluster-${name}`, scratch, "kube-system", { objects: list });
      expect(stored(`cluster-${name}`, "kube-system")).toEqual(before);
    }
  });

  test("all custom resource definitions are established", () => {
    const { items } = JSON.parse(server.kubectl("get", "crds", "-o", "json")) as KubernetesObject;
    const established = (crd: KubernetesObject): boolean =>
      crd.status.conditions.some(
        ({ type, status }: KubernetesObject) => type === "Established" && status === "True",
      );
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter((crd: KubernetesObject) => !established(crd))).toEqual([]);
  });

  describe.each(programNames)("the account of %s", (program) => {
    const { namespace, serviceAccount } = accountOf(program);
    const user = `system:serviceaccount:${namespace}:${serviceAccount}`;

    test.each(needs[program])("may %s", (request) => {
      expect(server.can(user, ...request.split(" "))).toBe(true);
    });

    test("reads Secrets of other namespaces only if that is its purpose", () => {
      expect(server.can(user, "get", "secrets", "-n", "shop")).toBe(writesSecrets.includes(program));
      expect(server.can(user, "list", "secrets", "-n", "shop")).toBe(writesSecrets.includes(program));
      expect(server.can(user, "create", "clusterrolebindings")).toBe(false);
      expect(server.can(user, "*", "*")).toBe(false);
    });
  });
});
