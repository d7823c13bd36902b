import { problemsOf, useEmptyDirectory } from "./directory";

useEmptyDirectory();

/** The problems of a file with clusters of one platform; `fields` are those in which they differ. */
function problems(common: object, ...fields: object[]): string[] {
  const clusters = fields.map((own, i) => ({ name: "ab"[i], ...common, ...own }));
  return problemsOf(JSON.stringify({ clusters }, null, 1), { today: new Date("2026-11-23") })
    .map((problem) => problem.replace(/^[\d:]+ /, ""))
    .filter((problem) => / (grants|assigns) .* too[:,]|must |unknown |needs /.test(problem));
}

const aks = {
  platform: "aks",
  region: "westeurope",
  kubernetesVersion: "1.35",
  network: { zones: 3 },
  access: { publicFrom: ["203.0.113.0/24"], admins: [] },
  nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4ds_v5"], size: 3 }],
};
const gke = {
  ...aks,
  platform: "gke",
  region: "europe-west3",
  nodeGroups: [{ name: "workers", machineTypes: ["n2-standard-4"], size: 3 }],
};

const group = "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/shared/providers";
const registry = `${group}/Microsoft.ContainerRegistry/registries/images`;
const identity = (id: string, patch: object = {}) => ({
  id: `${group}/Microsoft.ManagedIdentity/userAssignedIdentities/${id}`,
  principalId: `11111111-2222-3333-4444-${id.padStart(12, "0")}`,
  ...patch,
});
const kubelet = (id: string, patch: object = {}) =>
  identity(id, { clientId: "21111111-2222-3333-4444-555555555555", ...patch });
const withIdentities = (identities: object, registries: string[] = [registry]) => ({
  aks: { identities: { controlPlane: identity("1", { rolesAssigned: true }), ...identities }, registries },
});

describe("two clusters on AKS", () => {
  test("with one identity of kubelets and one registry are refused: Azure has one assignment", () => {
    const [first, second] = [registry, registry.replace("shared", "Shared")];
    expect(
      problems(
        aks,
        withIdentities({ kubelet: kubelet("2") }, [first]),
        withIdentities({ kubelet: kubelet("2") }, [second]),
      ),
    ).toEqual([
      `clusters[1].aks.identities.kubelet: the cluster dev-a assigns AcrPull on ${second} to this identity too, and Azure refuses a ` +
        "second assignment; set rolesAssigned to true in one of them, or use an identity for each cluster",
    ]);
  });

  test("with one identity of control planes and one of kubelets are refused", () => {
    const both = withIdentities({
      controlPlane: identity("1"),
      kubelet: kubelet("2", { rolesAssigned: true }),
    });
    expect(problems(aks, both, both)).toEqual([
      expect.stringMatching(
        /^clusters\[1\]\.aks\.identities\.controlPlane: the cluster dev-a assigns Managed Identity Operator on /,
      ),
    ]);
  });

  test.each([
    [
      "the roles assigned elsewhere",
      [{ kubelet: kubelet("2") }, { kubelet: kubelet("2", { rolesAssigned: true }) }],
    ],
    ["different identities", [{ kubelet: kubelet("2") }, { kubelet: kubelet("3") }]],
  ])("with %s are accepted", (_, [a, b]) => {
    expect(problems(aks, withIdentities(a), withIdentities(b))).toEqual([]);
  });
});

const serviceAccountEmail = "orders@shop.iam.gserviceaccount.com";
const grants = [{ role: "roles/storage.objectViewer", bucket: "shop-images" }];
const orders = { namespace: "shop", serviceAccount: "orders", grants };
const impersonating = { ...orders, via: "service-account", serviceAccountEmail };
const one =
  "it is one permission, and the deletion of one cluster removes it from both; grant it in one of them, or outside of both";

describe("two clusters on GKE", () => {
  test("that grant a role to one service account are reported", () => {
    expect(
      problems(
        gke,
        { workloadIdentities: [impersonating] },
        { workloadIdentities: [{ ...impersonating, namespace: "other" }] },
      ),
    ).toEqual([
      "clusters[1].workloadIdentities[0].grants[0]: warning: the cluster dev-a grants roles/storage.objectViewer on this resource to " +
        `${serviceAccountEmail} too: ${one}`,
    ]);
  });

  test("of one project whose pods use one service account are reported", () => {
    const both = {
      gke: { project: "shop-production" },
      workloadIdentities: [{ ...impersonating, grants: undefined }],
    };
    expect(problems(gke, both, both)).toEqual([
      "clusters[1].workloadIdentities[0].serviceAccountEmail: warning: the cluster dev-a grants the use of this service account to the pods of " +
        `shop/orders too: ${one}`,
    ]);
  });

  test("of one project with one host project are reported once, unless one of them does not grant roles in it", () => {
    const existing = (patch: object = {}) => ({
      gke: { project: "shop-production" },
      loadBalancing: { firewall: false },
      network: {
        existing: {
          network: "projects/shop-network/global/networks/shared",
          subnetwork: "projects/shop-network/regions/europe-west3/subnetworks/shop",
          podRange: "pods",
          serviceRange: "services",
          hostProject: "shop-network",
          ...patch,
        },
      },
    });
    expect(problems(gke, existing(), existing())).toEqual([
      "clusters[1].network.existing.hostProject: warning: the cluster dev-a grants roles in this host project to the service agents of the " +
        "cluster's project too: it is one permission, and the deletion of one cluster removes it from both; set hostGrants to false in one " +
        "of them, or grant the roles outside of both",
    ]);
    expect(problems(gke, existing(), existing({ hostGrants: false }))).toEqual([]);
  });

  test("of one project with one key of disks are reported", () => {
    const disksKeyId = "projects/shop-keys/locations/europe-west3/keyRings/shop/cryptoKeys/disks";
    const both = { gke: { project: "shop-production" }, encryption: { disks: "customer-key", disksKeyId } };
    expect(problems(gke, both, both)).toEqual([
      "clusters[1].encryption.disksKeyId: warning: the cluster dev-a grants the use of this key to a service agent of the project too: it is " +
        "one permission, and the deletion of one cluster removes it from both; apply the other cluster after the deletion",
    ]);
    expect(problems(gke, both, { ...both, gke: { project: "shop-other" } })).toEqual([]);
  });

  test("of one project that grant a role to pods of one service account are reported", () => {
    const both = { gke: { project: "shop-production" }, workloadIdentities: [orders] };
    expect(problems(gke, both, both)).toEqual([
      "clusters[1].workloadIdentities[0].grants[0]: warning: the cluster dev-a grants roles/storage.objectViewer on this resource to " +
        `the pods of shop/orders too: ${one}`,
    ]);
  });

  test("of one project with one DNS zone, or one bucket for one namespace, are reported", () => {
    const both = {
      dns: { zones: ["shop"] },
      storage: { object: { buckets: ["shop-images"], namespaces: ["shop"] } },
    };
    expect(problems(gke, both, both)).toEqual([
      "clusters[1].dns.zones: warning: the cluster dev-a grants the list of all zones of the project to the pods of external-dns/external-dns too: " +
        "it is one permission, and the deletion of one cluster removes it from both; apply the other cluster after the deletion",
      `clusters[1].dns.zones[0]: warning: the cluster dev-a grants the records of this zone to the pods of external-dns/external-dns too: ${one}`,
      `clusters[1].storage.object.buckets[0]: warning: the cluster dev-a grants this bucket to the pods of shop too: ${one}`,
    ]);
  });

  test.each([
    ["projects", { gke: { project: "shop-a" } }, { gke: { project: "shop-b" } }],
    ["grants", {}, { workloadIdentities: [{ ...orders, grants: [{ ...grants[0], bucket: "other" }] }] }],
  ])("with different %s are accepted", (_, a, b) => {
    expect(
      problems(gke, { workloadIdentities: [orders], ...a }, { workloadIdentities: [orders], ...b }),
    ).toEqual([]);
  });
});

describe("a feature of a fleet", () => {
  const features = (...clusters: object[]): string[] =>
    problemsOf(
      JSON.stringify({ clusters: clusters.map((own, i) => ({ name: "ab"[i], ...gke, ...own })) }, null, 1),
      { today: new Date("2026-11-23") },
    ).filter((problem) => /feature .* of the fleet/.test(problem));
  const inFleet = (fleetProject: string, patch: object = {}) => ({
    gitops: "config-sync",
    gke: { fleetProject, ...patch },
  });

  test("one cluster creates the feature", () => {
    expect(features(inFleet("shop-fleet"), inFleet("shop-fleet"))).toEqual([
      expect.stringMatching(
        /clusters\[1\].gitops: the cluster \S*a creates the feature Config Sync of the fleet of shop-fleet too.*fleetFeature: existing/,
      ),
    ]);
    expect(features(inFleet("shop-fleet"), inFleet("shop-fleet", { fleetFeature: "existing" }))).toEqual([]);
    expect(features(inFleet("shop-fleet"), inFleet("other-fleet"))).toEqual([]);
    const mesh = { gke: { fleetProject: "shop-fleet", serviceMesh: true } };
    expect(features(inFleet("shop-fleet"), mesh)).toEqual([]);
    expect(features(mesh, mesh)).toEqual([
      expect.stringMatching(/clusters\[1\].gke.serviceMesh: .*the feature Cloud Service Mesh/),
    ]);
  });
});
