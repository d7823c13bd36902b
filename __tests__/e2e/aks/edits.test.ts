import { describeEdits } from "../support/edit-tests";
import { AZURE_OUT_OF_CAPACITY, beginAzure, withFoundAzurerm } from "./azure-cloud";
import { AKS_EDITS, editedAks } from "./edits";

const stack = "production-aks";

describeEdits(
  {
    what: "a running AKS cluster",
    provider: "azurerm",
    stack,
    file: "production",
    begin: () => beginAzure(stack),
    edited: withFoundAzurerm(editedAks),
    edits: AKS_EDITS,
    isCreation: ({ method, path }) => method === "PUT" && /\/managedClusters\/[^/]+$/i.test(path),
    failure: AZURE_OUT_OF_CAPACITY,
  },
  (clusters) => {
    test("a patch of the control plane that Azure installs changes no resource, only the output with the version", () =>
      clusters.use(async (cluster, { store }) => {
        const found = store.entries().filter(([key]) => /\/managedclusters\/[^/]+$/.test(key));
        expect(found).toHaveLength(1);
        const properties = found[0][1].properties as { currentKubernetesVersion: string };
        properties.currentKubernetesVersion = properties.currentKubernetesVersion.replace(/\d+$/, "99");
        await cluster.expectNewOutputs(["kubernetes_version"]);
      }));
  },
);
