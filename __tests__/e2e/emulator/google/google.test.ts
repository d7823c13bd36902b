import { get } from "node:https";
import { type Call, startServer } from "../rest/server";
import { type Json } from "../rest/json";
import { googleApi } from ".";
import { Store } from "./store";

const NETWORKS = "/compute/compute/v1/projects/shop/global/networks";
const CLUSTERS = "/container/v1/projects/shop/locations/europe-west3/clusters";

/** A client of an empty store. */
function client() {
  const store = new Store();
  const api = googleApi(store);
  const call = (method: string, url: string, body: Json = {}) => {
    const { pathname: path, searchParams: query } = new URL(url, "https://localhost");
    const answer = api({ method, path, query, body, endpoint: "https://localhost" } satisfies Call);
    return { status: answer.status, body: answer.body as Json };
  };
  return { store, call };
}

function withCluster() {
  const made = client();
  const cluster = {
    name: "main",
    initialNodeCount: 1,
    network: "projects/shop/global/networks/vpc",
    initialClusterVersion: "1.36",
  };
  expect(made.call("POST", CLUSTERS, { cluster }).body).toMatchObject({ status: "DONE" });
  return { ...made, cluster: () => made.call("GET", `${CLUSTERS}/main`).body };
}

describe("the emulator of Google Cloud", () => {
  test("keeps resources, fills in values, and refuses a second one of the same name", () => {
    const { call } = client();
    expect(call("POST", NETWORKS, { name: "vpc" }).body).toMatchObject({ status: "DONE" });
    expect(call("GET", `${NETWORKS}/vpc`).body).toMatchObject({ name: "vpc", mtu: 1460 });
    expect(call("POST", NETWORKS, { name: "vpc" }).status).toBe(409);
    expect(call("GET", `${NETWORKS}/other`).status).toBe(404);
  });

  test("refuses to delete a used network", () => {
    const { call, store } = client();
    call("POST", NETWORKS, { name: "vpc" });
    const subnetworks = "/compute/compute/v1/projects/shop/regions/europe-west3/subnetworks";
    call("POST", subnetworks, {
      name: "nodes",
      ipCidrRange: "10.0.0.0/20",
      network: "projects/shop/global/networks/vpc",
    });
    expect(call("DELETE", `${NETWORKS}/vpc`).status).toBe(400);
    call("DELETE", `${subnetworks}/nodes`);
    expect(call("DELETE", `${NETWORKS}/vpc`).status).toBe(200);
    expect(store.inventory()).toEqual([]);
  });

  test("keeps the defaults of automatically created pools that an update omits", () => {
    const { call, cluster } = withCluster();
    const change = (desiredClusterAutoscaling: Json) =>
      call("PUT", `${CLUSTERS}/main`, { update: { desiredClusterAutoscaling } });
    const autoprovisioningNodePoolDefaults = { diskType: "pd-ssd", management: { autoRepair: true } };
    change({ enableNodeAutoprovisioning: true, autoprovisioningNodePoolDefaults });
    change({ enableNodeAutoprovisioning: true, autoscalingProfile: "BALANCED" });
    expect(cluster().autoscaling).toMatchObject({
      autoscalingProfile: "BALANCED",
      autoprovisioningNodePoolDefaults,
    });
    change({
      enableNodeAutoprovisioning: true,
      autoprovisioningNodePoolDefaults: { diskType: "pd-balanced" },
    });
    expect(cluster().autoscaling).toMatchObject({
      autoprovisioningNodePoolDefaults: { diskType: "pd-balanced", management: { autoRepair: true } },
    });
    change({ enableNodeAutoprovisioning: false });
    expect(cluster().autoscaling).toEqual({});
  });

  test("replaces the fields of an update mask", () => {
    const { call } = client();
    const topic = "/pubsub/v1/projects/shop/topics/events";
    call("PUT", topic, { labels: { a: "1" }, kmsKeyName: "key" });
    call("PATCH", `${topic}?updateMask=labels`, { topic: { labels: { b: "2" } } });
    expect(call("GET", topic).body).toMatchObject({ labels: { b: "2" }, kmsKeyName: "key" });
  });

  test("answers policies of resources that it does not know, and forgets members", () => {
    const { call, store } = client();
    const bucket = "/storage/storage/v1/b/models/iam";
    call("PUT", bucket, { bindings: [{ role: "roles/viewer", members: ["user:a"] }] });
    expect(store.inventory()).toEqual(["policy of storage/b/models"]);
    call("PUT", bucket, { bindings: [{ role: "roles/viewer", members: [] }] });
    expect(store.inventory()).toEqual([]);
  });

  test("answers clusters with complete versions and without false values", () => {
    const { cluster, call } = withCluster();
    expect(cluster()).toMatchObject({ currentMasterVersion: "1.36.3-gke.1234000", legacyAbac: {} });
    const update = { desiredAddonsConfig: { rayOperatorConfig: { enabled: false } } };
    call("PUT", `${CLUSTERS}/main`, { update });
    expect((cluster().addonsConfig as Json).rayOperatorConfig).toEqual({});
  });

  test("replaces authorized networks as a whole, and keeps other settings of the endpoint", () => {
    const { cluster, call } = withCluster();
    const networks = (...cidrBlocks: string[]) => ({
      desiredControlPlaneEndpointsConfig: {
        ipEndpointsConfig: { authorizedNetworksConfig: { enabled: true, cidrBlocks } },
      },
    });
    call("PUT", `${CLUSTERS}/main`, { update: networks("10.0.0.0/8", "192.0.2.0/24") });
    call("PUT", `${CLUSTERS}/main`, { update: networks("10.0.0.0/8") });
    const { ipEndpointsConfig } = cluster().controlPlaneEndpointsConfig as { ipEndpointsConfig: Json };
    expect(ipEndpointsConfig).toMatchObject({
      enabled: true,
      authorizedNetworksConfig: { cidrBlocks: ["10.0.0.0/8"] },
    });
  });

  test("keeps the parts of a boot disk that an update of a pool does not name", () => {
    const { cluster, call } = withCluster();
    const config = { machineType: "n2-standard-4", bootDisk: { sizeGb: "50", diskType: "pd-ssd" } };
    call("POST", `${CLUSTERS}/main/nodePools`, { nodePool: { name: "batch", config } });
    const disk = () =>
      (cluster().nodePools as { name: string; config: Json }[]).find(({ name }) => name === "batch")!.config;
    const update = (body: Json) =>
      call("PUT", `${CLUSTERS}/main/nodePools/batch`, { name: "batch", ...body });
    update({ machineType: "n2-standard-8", bootDisk: {} });
    expect(disk()).toMatchObject({ ...config, machineType: "n2-standard-8", diskSizeGb: 50 });
    update({ taints: {} });
    expect(disk().taints ?? []).toEqual([]);
    update({ bootDisk: { sizeGb: "200" } });
    expect(disk()).toMatchObject({
      ...{ bootDisk: { sizeGb: "200", diskType: "pd-ssd" } },
      ...{ diskType: "pd-ssd", diskSizeGb: 200 },
    });
  });

  test("has the sizes of groups of machines by zone", () => {
    const { call } = withCluster();
    const locations = ["europe-west3-a"];
    call("POST", `${CLUSTERS}/main/nodePools`, {
      nodePool: { name: "workers", initialNodeCount: 4, locations },
    });
    const managers = "/compute/compute/v1/projects/shop/zones/europe-west3-a/instanceGroupManagers";
    const sizes = (call("GET", managers).body.items as Json[]).map(({ name, targetSize }) => [
      targetSize,
      call("GET", `${managers}/${String(name)}`).body.targetSize,
    ]);
    expect(sizes).toContainEqual([4, 4]);
    expect(call("GET", `${managers}/other`).status).toBe(404);
  });

  test("states which call it does not know", () => {
    const { status, body } = client().call("POST", `${CLUSTERS}/main:unknown`);
    expect([status, JSON.stringify(body)]).toEqual([404, expect.stringContaining("not found")]);
    expect(client().call("GET", "/dns/v1/projects/shop/policies").status).toBe(501);
  });
});

test("a server answers over TLS, and can fail", async () => {
  const server = await startServer(googleApi(new Store()));
  try {
    expect(server.endpoint).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    server.fail(() => ({ status: 400, body: {} }));
    const status = await new Promise<number>((resolve, reject) => {
      get(`${server.endpoint}/dns/v1/projects/shop`, { rejectUnauthorized: false }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      }).on("error", reject);
    });
    expect(status).toBe(400);
    expect(server.calls).toEqual(["GET /dns/v1/projects/shop"]);
  } finally {
    await server.stop();
  }
});
