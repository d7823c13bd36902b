import { describeProvider, foundVersion } from "../support/cloud-providers";
import { EditedCluster } from "../support/cloud-edits";
import { Matrix } from "../support/matrix";
import { editedGke, GKE_EDITS } from "./edits";
import { beginGoogle, type GoogleDeployment } from "./google-cloud";

const STACK = "production-gke";
const VERSION = foundVersion("google") ?? "";

// One deploy. Each edit is applied, and then reverted.
describeProvider("google")(`edits of a running GKE cluster with google ${VERSION}`, () => {
  const matrix = new Matrix("google", VERSION);
  let deployment: GoogleDeployment;
  let cluster: EditedCluster;
  let failed = 0;

  beforeAll(async () => {
    deployment = await beginGoogle(STACK);
    cluster = await EditedCluster.in(deployment.workspace, editedGke, "production");
    // The first creation of the cluster fails, and the next apply repeats it.
    deployment.server.fail(({ method, path }) =>
      method === "POST" && path.endsWith("/clusters") && failed++ === 0
        ? {
            status: 400,
            body: { error: { code: 400, message: "out of capacity", status: "FAILED_PRECONDITION" } },
          }
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

  test.each(GKE_EDITS)("$kind: $title", (edit) => cluster.expectEffect(edit));

  test("has an empty plan after the edits, and is destroyed", async () => {
    await cluster.expectEmptyPlan();
    matrix.record(STACK, "edits", String(cluster.applied));
    await deployment.workspace.tearDown();
    expect(deployment.inventory()).toEqual([]);
  });
});
