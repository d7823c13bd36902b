import { forFoundAzurerm, withAzure } from "../aks/azure-cloud";
import { withGoogle } from "../gke/google-cloud";
import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectDataKept, stackWithData } from "./kept-data";

const title = "data of removed fields leaves the state, and stays in the cloud";

describeProvider("google")(`a protected cluster of GKE with google ${foundVersion("google") ?? ""}`, () => {
  test(title, () =>
    withGoogle(stackWithData("gke"), ({ workspace, inventory }) =>
      expectDataKept("gke", workspace, inventory),
    ),
  );
});

describeProvider("azurerm")(
  `a protected cluster of AKS with azurerm ${foundVersion("azurerm") ?? ""}`,
  () => {
    test(title, () =>
      withAzure(stackWithData("aks"), ({ workspace, inventory }) =>
        expectDataKept("aks", workspace, inventory, forFoundAzurerm),
      ),
    );
  },
);
