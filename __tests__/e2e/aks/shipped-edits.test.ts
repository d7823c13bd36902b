import { describeShippedEdits } from "../support/shipped-edit-tests";
import { beginAzure, forFoundAzurerm } from "./azure-cloud";

describeShippedEdits({
  provider: "azurerm",
  begin: (stack) => beginAzure(stack),
  prepared: forFoundAzurerm,
  // It has its own edits.
  without: ["production-aks"],
});
