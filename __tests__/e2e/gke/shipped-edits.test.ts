import { describeShippedEdits } from "../support/shipped-edit-tests";
import { beginGoogle } from "./google-cloud";

describeShippedEdits({
  provider: "google",
  begin: (stack) => beginGoogle(stack),
  // The first one has its own edits. The emulator has no API of fleets, which the second one needs.
  without: ["production-gke", "gitops-sync"],
});
