import { describeProvider, foundVersion } from "../support/cloud-providers";
import { EditedClusters } from "../support/cloud-edits";
import { Matrix } from "../support/matrix";
import { editedGke, GKE_EDITS } from "./edits";
import { beginGoogle } from "./google-cloud";

const STACK = "production-gke";
const VERSION = foundVersion("google") ?? "";

// Each edit is applied to a running cluster, and then reverted.
describeProvider("google")(`edits of a running GKE cluster with google ${VERSION}`, () => {
  const matrix = new Matrix("google", VERSION);
  const clusters = new EditedClusters(() => beginGoogle(STACK), editedGke, "production", {
    isCreation: ({ method, path }) => method === "POST" && path.endsWith("/clusters"),
    answer: {
      status: 400,
      body: { error: { code: 400, message: "out of capacity", status: "FAILED_PRECONDITION" } },
    },
  });

  afterAll(() => clusters.end());

  test.concurrent("a failed first creation is repeated by the next apply", () =>
    clusters.use(async () => {}),
  );

  test.concurrent.each(GKE_EDITS)("$kind: $title", (edit) =>
    clusters.use((cluster) => cluster.expectEffect(edit)),
  );

  test("has an empty plan after the edits", async () => {
    matrix.record(STACK, "edits", String(await clusters.expectEmptyPlans()));
    // The provider waits for minutes in a destroy. A run that is interrupted keeps what it verified.
    matrix.write();
  });

  test("is destroyed completely", () => clusters.expectDestroyed());
});
