import { describeProvider, foundVersion } from "../support/cloud-providers";
import { EditedClusters } from "../support/cloud-edits";
import { Matrix } from "../support/matrix";
import { beginAzure, forFoundAzurerm } from "./azure-cloud";
import { AKS_EDITS, editedAks } from "./edits";

const STACK = "production-aks";
const VERSION = foundVersion("azurerm") ?? "";

const edited: typeof editedAks = (change) => {
  const document = editedAks(change);
  forFoundAzurerm(document);
  return document;
};

// Each edit is applied to a running cluster, and then reverted.
describeProvider("azurerm")(`edits of a running AKS cluster with azurerm ${VERSION}`, () => {
  const matrix = new Matrix("azurerm", VERSION);
  const clusters = new EditedClusters(() => beginAzure(STACK), edited, "production", {
    isCreation: ({ method, path }) => method === "PUT" && /\/managedClusters\/[^/]+$/i.test(path),
    answer: { status: 409, body: { error: { code: "SkuNotAvailable", message: "out of capacity" } } },
  });

  afterAll(() => clusters.end());

  test.concurrent("a failed first creation is repeated by the next apply", () =>
    clusters.use(async () => {}),
  );

  test.concurrent.each(AKS_EDITS)("$kind: $title", (edit) =>
    clusters.use((cluster) => cluster.expectEffect(edit)),
  );

  test("a patch of the control plane that Azure installs changes no resource, only the output with the version", () =>
    clusters.use(async (cluster, { store }) => {
      const found = store.entries().filter(([key]) => /\/managedclusters\/[^/]+$/.test(key));
      expect(found).toHaveLength(1);
      const properties = found[0][1].properties as { currentKubernetesVersion: string };
      properties.currentKubernetesVersion = properties.currentKubernetesVersion.replace(/\d+$/, "99");
      await cluster.expectNewOutputs(["kubernetes_version"]);
    }));

  test("has an empty plan after the edits", async () => {
    matrix.record(STACK, "edits", String(await clusters.expectEmptyPlans()));
    // The provider waits for minutes in a destroy. A run that is interrupted keeps what it verified.
    matrix.write();
  });

  test("is destroyed completely", () => clusters.expectDestroyed());
});
