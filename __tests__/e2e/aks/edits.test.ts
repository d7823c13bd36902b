import { describeProvider, foundVersion } from "../support/cloud-providers";
import { EditedCluster } from "../support/cloud-edits";
import { Matrix } from "../support/matrix";
import { type AzureDeployment, beginAzure, forFoundAzurerm } from "./azure-cloud";
import { AKS_EDITS, editedAks } from "./edits";

const STACK = "production-aks";
const VERSION = foundVersion("azurerm") ?? "";

// One deploy. Each edit is applied, and then reverted.
describeProvider("azurerm")(`edits of a running AKS cluster with azurerm ${VERSION}`, () => {
  const matrix = new Matrix("azurerm", VERSION);
  let deployment: AzureDeployment;
  let cluster: EditedCluster;
  let failed = 0;

  beforeAll(async () => {
    deployment = await beginAzure(STACK);
    const edited: typeof editedAks = (change) => {
      const document = editedAks(change);
      forFoundAzurerm(document);
      return document;
    };
    cluster = await EditedCluster.in(deployment.workspace, edited, "production");
    // The first creation of the cluster fails, and the next apply repeats it.
    deployment.server.fail(({ method, path }) =>
      method === "PUT" && /\/managedClusters\/[^/]+$/i.test(path) && failed++ === 0
        ? { status: 409, body: { error: { code: "SkuNotAvailable", message: "out of capacity" } } }
        : undefined,
    );
  });

  afterAll(async () => {
    matrix.write();
    await deployment?.end();
  });

  test("a failed first creation is repeated by the next apply", async () => {
    await cluster.expectFailedCreation(/out of capacity/);
    expect(failed).toBeGreaterThan(1);
  });

  test.each(AKS_EDITS)("$kind: $title", (edit) => cluster.expectEffect(edit));

  test("a patch of the control plane that Azure installs changes no resource, only the output with the version", async () => {
    const found = deployment.store.entries().filter(([key]) => /\/managedclusters\/[^/]+$/.test(key));
    expect(found).toHaveLength(1);
    const properties = found[0][1].properties as { currentKubernetesVersion: string };
    properties.currentKubernetesVersion = properties.currentKubernetesVersion.replace(/\d+$/, "99");
    await cluster.expectNewOutputs(["kubernetes_version"]);
  });

  test("has an empty plan after the edits, and is destroyed", async () => {
    await cluster.expectEmptyPlan();
    matrix.record(STACK, "edits", String(cluster.applied));
    await deployment.workspace.tearDown();
    expect(deployment.inventory()).toEqual([]);
  });
});
