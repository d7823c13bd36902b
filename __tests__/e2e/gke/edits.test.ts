import { describeEdits } from "../support/edit-tests";
import { editedGke, GKE_EDITS } from "./edits";
import { beginGoogle, GOOGLE_OUT_OF_CAPACITY } from "./google-cloud";

const stack = "production-gke";

describeEdits({
  what: "a running GKE cluster",
  provider: "google",
  stack,
  file: "production",
  begin: () => beginGoogle(stack),
  edited: editedGke,
  edits: GKE_EDITS,
  isCreation: ({ method, path }) => method === "POST" && path.endsWith("/clusters"),
  failure: GOOGLE_OUT_OF_CAPACITY,
});
