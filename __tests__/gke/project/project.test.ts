import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import type { AnyGkeClusterProps } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";
import type { Arguments } from "../../support/synthesized";

const apis = (props: Partial<AnyGkeClusterProps> = {}) =>
  Object.values(synthesizeGke(props).resources(ProjectService)).map(({ service }) =>
    (service as string).replace(".googleapis.com", ""),
  );

describe("APIs of the project", () => {
  test("are enabled before other resources are created, and remain enabled", () => {
    const stack = synthesizeGke();
    for (const service of Object.values(stack.resources(ProjectService))) {
      expect(service.disable_on_destroy).toBe(false);
    }
    for (const [api, later] of [
      ["compute", "google_compute_network.network_vpc"],
      ["cloudkms", "google_kms_key_ring.control_plane_key_ring"],
      ["iam", "google_service_account.node_groups_service_account"],
      ["container", "google_container_cluster.control_plane"],
      ["container", "google_kms_crypto_key_iam_member.control_plane_secrets_key_grant"],
    ]) {
      expect(stack.graph.isOrdered(`google_project_service.project_${api}`, later)).toBe(true);
    }
  });

  test("are those that the cluster needs", () => {
    expect(apis({ encryption: { secrets: "platform-key" } })).toEqual([
      "artifactregistry",
      "binaryauthorization",
      "cloudresourcemanager",
      "compute",
      "container",
      "containersecurity",
      "dns",
      "iam",
      "iamcredentials",
      "logging",
      "monitoring",
      "serviceusage",
    ]);
  });

  test.each<[string, Partial<AnyGkeClusterProps>]>([
    ["cloudkms", {}],
    ["file", { storage: { file: true } }],
    ["parallelstore", { storage: { parallelstore: true } }],
    ["lustre", { storage: { lustre: true } }],
    ["gkebackup", { storage: { backup: true } }],
    ["secretmanager", { gke: { secretManager: true } }],
    ["gkehub", { gke: { fleetProject: "fleet-project" } }],
    ["anthosconfigmanagement", { gitops: "config-sync", gke: { fleetProject: "fleet-project" } }],
    ["anthospolicycontroller", { gke: { fleetProject: "fleet-project", policyController: true } }],
    ["mesh", { gke: { fleetProject: "fleet-project", serviceMesh: true } }],
    ["pubsub", { observability: { notifications: true } }],
    ["bigquery", { observability: { usageMetering: {} } }],
    ["privateca", { gke: { meshCertificates: true } }],
  ])("include %s if a feature needs it", (api, props) => {
    expect(apis(props)).toContain(api);
    expect(apis({ encryption: { secrets: "platform-key" } })).not.toContain(api);
  });

  test("omit those of disabled features", () => {
    const less = apis({
      gke: { binaryAuthorization: false, securityPosture: "disabled" },
      network: { dns: { by: "kube-dns" } },
    });
    expect(less).not.toContain("binaryauthorization");
    expect(less).not.toContain("containersecurity");
    expect(less).not.toContain("dns");
  });

  test("can be managed elsewhere; then a data source reads the project", () => {
    const stack = synthesizeGke({ gke: { projectServices: false } });
    expect(stack.resources(ProjectService)).toEqual({});
    expect(stack.resource(ContainerCluster).workload_identity_config.workload_pool).toBe(
      "${data.google_project.project_project.project_id}.svc.id.goog",
    );
    expect(stack.graph.unresolved).toEqual([]);
  });
});

describe("an explicit project", () => {
  const stack = synthesizeGke({ gke: { project: "shop-production" }, storage: { file: true, backup: true } });

  test("contains all resources of the cluster", () => {
    const outside = Object.entries(stack.terraform.resource as Record<string, Record<string, Arguments>>)
      // Keys are in the project of their key ring.
      .filter(([type]) => !/^google_kms_crypto_key/.test(type))
      .flatMap(([type, elements]) =>
        Object.entries(elements).map(([name, { project }]) => [`${type}.${name}`, project]),
      )
      .filter(([, project]) => project !== "shop-production");
    expect(outside).toEqual([]);
    expect(stack.resource(KmsCryptoKey)).not.toHaveProperty("project");
  });

  test("is used in all references to the project", () => {
    expect(stack.resource(ContainerCluster).workload_identity_config.workload_pool).toBe(
      "shop-production.svc.id.goog",
    );
    expect(stack.dataSources({ tfResourceType: "google_project" }).project_project.project_id).toBe(
      "shop-production",
    );
    expect(stack.terraform.output.project_id.value).toBe("shop-production");
  });
});

describe("the default project of the provider", () => {
  const stack = synthesizeGke();

  test("is not set explicitly, and is read from a resource in it", () => {
    expect(stack.resource(ContainerCluster)).not.toHaveProperty("project");
    expect(stack.terraform.provider.google).toEqual([{ region: "europe-west3" }]);
    expect(stack.resource(ProjectIamMember, "node_groups_service_account_node").project).toBe(
      "${google_project_service.project_container.project}",
    );
  });
});
