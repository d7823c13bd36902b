import { tablesOf } from "../../cli/compare";
import { compareCluster } from "../../modules/compare";
import { sideOf } from "../compare/side";
import { readDeployedCluster, workersByZone } from "./aws/deployed-cluster";
import { request } from "./aws/query";
import { ask } from "./aws/raw";
import { describeE2e } from "./setup/describe";
import { Deployment } from "./support/deployment";
import { type ClusterDocument, editedDocument, EDITS } from "./support/edits";
import { Matrix } from "./support/matrix";
import { actions } from "./support/plan";
import { IS_OLDER_PROVIDER, PROVIDER } from "./support/provider";
import { type Workspace } from "./support/workspace";

const log = (text: string) => process.stderr.write(`${text}\n`);

// One deploy, then a plan for every edit of the deployed file.
describeE2e("edits of a running cluster", () => {
  const stack = "production-main";
  let deployment: Deployment;
  let workspace: Workspace;
  let planned = 0;
  const matrix = new Matrix(PROVIDER.name, PROVIDER.version);

  beforeAll(async () => {
    deployment = await Deployment.begin({ stack, region: "eu-central-1" });
    ({ workspace } = deployment);
    await use(() => {});
    await workspace.init();
    await workspace.apply();
  });

  afterAll(async () => {
    if (planned === EDITS.length) matrix.record(stack, "edits", `${planned} planned`);
    matrix.write();
    await deployment?.end();
  });

  /** Uses the shipped file with two zones, so that one can be added, with a second group that can be removed, and an edit. */
  async function use(change: (cluster: ClusterDocument) => void): Promise<void> {
    await deployment.use(editedDocument(change), "production");
  }

  test.each(EDITS)("$title", async ({ change, plan, only, refused }) => {
    await use(change);
    // Nothing changed since the deploy, so no refresh is needed.
    if (refused) {
      expect(await workspace.planError({ refresh: false })).toMatch(refused);
    } else {
      const found = actions((await workspace.plan({ refresh: false })).json);
      if (only) expect(new Set(Object.values(found))).toEqual(new Set([only]));
      else expect(found).toEqual(plan);
    }
    planned++;
  });

  test("an access policy with a new scope is updated without interruption, and an added zone gets workers", async () => {
    await use((cluster) => {
      cluster.set("access.viewers.0.namespaces", ["shop", "web"]);
      cluster.set("network.zones", 3);
      cluster.set("nodeGroups.1.replacement", "blue-green");
    });
    await workspace.apply();
    const { accessEntries, workers } = await readDeployedCluster(deployment.aws, stack);
    const developer = accessEntries.find(({ principalArn }) => principalArn?.endsWith("role/Developer"));
    expect(developer?.policies).toEqual(["AmazonEKSViewPolicy"]);
    expect(Object.keys(workersByZone(workers)).sort()).toEqual([
      "eu-central-1a",
      "eu-central-1b",
      "eu-central-1c",
    ]);
  });

  // Before version 6, a resource has no region: the provider would search for it in the other region.
  (IS_OLDER_PROVIDER ? test.skip : test)("another region is refused, as compare predicts", async () => {
    const change = (cluster: ClusterDocument) => cluster.set("region", "eu-west-1");
    await use(change);
    const error = await workspace.planError({ refresh: false });
    const [before, after] = [() => undefined, change].map((one) => sideOf(editedDocument(one)));
    const { refusals } = compareCluster(before, after, tablesOf("eks"));
    // Terraform reports only some errors of a plan that fails early.
    const plain = error.replace(/[\s│╷╵]+/g, " ");
    const refused = [...plain.matchAll(/Resource (\S+) has lifecycle\.prevent_destroy/g)].map(
      ([, one]) => one,
    );
    expect(refused).toContain("aws_eks_cluster.control_plane");
    expect(refusals.map(({ address }) => address)).toEqual(expect.arrayContaining(refused));
  });

  test("the removal of an initial zone is refused", async () => {
    await use((cluster) => cluster.set("network.zones", ["eu-central-1b", "eu-central-1c"]));
    expect(await workspace.planError({ refresh: false })).toMatch(
      /EKS keeps the control plane in its initial zones/,
    );
  });

  // `prevent_destroy` is removed together with the resource.
  test("a removed file system of a protected cluster is kept", async () => {
    await use((cluster) => {
      cluster.set("network.zones", 3);
      cluster.set("nodeGroups.1.replacement", "blue-green");
      cluster.remove("storage.file");
    });
    await workspace.apply();
    expect(await workspace.deployedResources()).not.toContain("aws_efs_file_system.storage_file_system");
    const kept = await ask<{ FileSystems: { FileSystemId: string; Name: string }[] }>(
      deployment.aws.endpoint,
      { service: "elasticfilesystem", path: "/2015-02-01/file-systems" },
    );
    expect(kept.FileSystems.map(({ Name }) => Name)).toEqual([stack]);
    await request(deployment.aws.endpoint, {
      service: "elasticfilesystem",
      method: "DELETE",
      path: `/2015-02-01/file-systems/${kept.FileSystems[0].FileSystemId}`,
    });
  });

  const renamed = (formerName?: string) => (cluster: ClusterDocument) => {
    cluster.set("network.zones", 3);
    cluster.remove("storage.file");
    cluster.set("nodeGroups.1.name", "jobs");
    if (formerName !== undefined) cluster.set("nodeGroups.1.formerName", formerName);
    // For the destroy.
    cluster.set("protection", false);
  };

  // The old nodes are drained when the new ones are ready.
  test("a renamed group is created before the former one is destroyed", async () => {
    await use(renamed("batch"));
    await workspace.apply();
    await use(renamed());
    expect((await workspace.plan()).empty).toBe(true);
  });

  test("is destroyed", async () => {
    await workspace.tearDown({ refresh: false });
    expect(await workspace.deployedResources()).toEqual([]);
    log(`${stack}: ${EDITS.length} edits planned`);
  });
});
