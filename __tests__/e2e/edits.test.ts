import { readDeployedCluster, workersByZone } from "./aws/deployed-cluster";
import { describeE2e } from "./setup/describe";
import { Deployment } from "./support/deployment";
import { type ClusterDocument, editedDocument, EDITS } from "./support/edits";
import { actions } from "./support/plan";
import { type Workspace } from "./support/workspace";

const log = (text: string) => process.stderr.write(`${text}\n`);

// One deploy, then a plan for every edit of the deployed file.
describeE2e("edits of a running cluster", () => {
  const stack = "production-main";
  let deployment: Deployment;
  let workspace: Workspace;

  beforeAll(async () => {
    deployment = await Deployment.begin({ stack, region: "eu-central-1" });
    ({ workspace } = deployment);
    await use(() => {});
    await workspace.init();
    await workspace.apply();
  });

  afterAll(() => deployment?.end());

  /** Uses the shipped file with two zones, so that one can be added, with a second group that can be removed, and an edit. */
  async function use(change: (cluster: ClusterDocument) => void): Promise<void> {
    await deployment.use(editedDocument(change), "production");
  }

  test.each(EDITS)("$title", async ({ change, plan, only, refused }) => {
    await use(change);
    if (refused) {
      expect(await workspace.planError()).toMatch(refused);
      return;
    }
    // Nothing changed since the deploy, so no refresh is needed.
    const found = actions((await workspace.plan({ refresh: false })).json);
    if (only) {
      expect(new Set(Object.values(found))).toEqual(new Set([only]));
      return;
    }
    expect(found).toEqual(plan);
  });

  test("an access policy with a new scope is updated without interruption", async () => {
    await use((cluster) => cluster.set("access.viewers.0.namespaces", ["shop", "web"]));
    await workspace.apply();
    const { accessEntries } = await readDeployedCluster(deployment.aws, stack);
    const developer = accessEntries.find(({ principalArn }) => principalArn?.endsWith("role/Developer"));
    expect(developer?.policies).toEqual(["AmazonEKSViewPolicy"]);
  });

  test("an added zone gets workers, and cannot be removed", async () => {
    await use((cluster) => {
      cluster.set("network.zones", 3);
      cluster.set("nodeGroups.1.replacement", "blue-green");
    });
    await workspace.apply();
    const { workers } = await readDeployedCluster(deployment.aws, stack);
    expect(Object.keys(workersByZone(workers)).sort()).toEqual([
      "eu-central-1a",
      "eu-central-1b",
      "eu-central-1c",
    ]);

    await use((cluster) => cluster.set("network.zones", ["eu-central-1b", "eu-central-1c"]));
    expect(await workspace.planError()).toMatch(/EKS keeps the control plane in its initial zones/);
  });

  // The old nodes are drained when the new ones are ready.
  test("a renamed group is created before the former one is destroyed", async () => {
    await use((cluster) => {
      cluster.set("network.zones", 3);
      cluster.set("nodeGroups.1.name", "jobs");
      cluster.set("nodeGroups.1.formerName", "batch");
    });
    await workspace.apply();
    await use((cluster) => {
      cluster.set("network.zones", 3);
      cluster.set("nodeGroups.1.name", "jobs");
    });
    expect((await workspace.plan()).empty).toBe(true);
  });

  test("is destroyed", async () => {
    await use((cluster) => {
      cluster.set("network.zones", 3);
      cluster.set("nodeGroups.1.name", "jobs");
      cluster.set("protection", false);
    });
    await workspace.apply();
    await workspace.tearDown();
    expect(await workspace.deployedResources()).toEqual([]);
    log(`${stack}: ${EDITS.length} edits planned`);
  });
});
