import { type Call } from "../rest/server";
import { type Json } from "../rest/json";
import { azureApi, startAzure } from ".";
import { run } from "../../support/run";
import { SUBSCRIPTION } from "./identity";
import { Store } from "./store";

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/shop`;
const NETWORK = `${GROUP}/providers/Microsoft.Network/virtualNetworks/shop`;
const CLUSTER = `${GROUP}/providers/Microsoft.ContainerService/managedClusters/shop`;

/** A client of a subscription with one resource group. */
function client() {
  const store = new Store();
  const api = azureApi(store);
  const call = (method: string, url: string, body: Json = {}) => {
    const { pathname, searchParams: query } = new URL(url, "https://localhost");
    const path = decodeURIComponent(pathname);
    const answer = api({ method, path, query, body, endpoint: "https://localhost" } satisfies Call);
    return {
      status: answer.status,
      body: answer.body as Json,
      properties: (answer.body as Json | undefined)?.properties as Json,
    };
  };
  call("PUT", GROUP, { location: "westeurope" });
  return { store, call };
}

describe("the emulator of Azure Resource Manager", () => {
  test("reports its endpoints, and issues tokens with claims", () => {
    const { call } = client();
    expect(call("GET", "/metadata/endpoints?api-version=2022-09-01").body).toMatchObject({
      resourceManager: "https://localhost",
      authentication: { loginEndpoint: "https://localhost" },
    });
    const { access_token: token } = call("POST", "/tenant/oauth2/v2.0/token").body;
    const claims = JSON.parse(Buffer.from((token as string).split(".")[1], "base64url").toString()) as Json;
    expect(claims).toMatchObject({ oid: expect.any(String), tid: expect.any(String) });
  });

  test("keeps resources in any spelling of their path", () => {
    const { call } = client();
    expect(call("PUT", NETWORK, { location: "westeurope" }).status).toBe(201);
    expect(call("GET", NETWORK.toLowerCase()).properties).toMatchObject({ provisioningState: "Succeeded" });
    expect(call("GET", `${NETWORK}s`).status).toBe(404);
    expect(call("PUT", `${NETWORK}other/subnets/nodes`).status).toBe(404);
  });

  test("answers subnets inside their network, and keeps them when the network changes", () => {
    const { call } = client();
    call("PUT", NETWORK, { location: "westeurope" });
    call("PUT", `${NETWORK}/subnets/nodes`, { properties: { addressPrefix: "10.0.0.0/24" } });
    call("PUT", NETWORK, { location: "westeurope", tags: { a: "1" } });
    expect(call("GET", NETWORK).properties.subnets).toMatchObject([{ name: "nodes" }]);
  });

  test("answers networks and subnets in resource groups that no call created", () => {
    const { call } = client();
    const outside = NETWORK.replace("/shop/", "/hub/");
    expect(call("GET", `${outside}/subnets/nodes`).properties).toMatchObject({
      provisioningState: "Succeeded",
    });
    expect(call("GET", `${NETWORK}/subnets/nodes`).status).toBe(404);
    expect(call("GET", outside).properties).toMatchObject({ provisioningState: "Succeeded" });
    expect(call("GET", `${GROUP}2/providers/Microsoft.Network/publicIPAddresses/a`).status).toBe(404);
  });

  test("merges a change into a resource, and replaces its tags", () => {
    const { call } = client();
    call("PUT", NETWORK, { location: "westeurope", tags: { a: "1", b: "2" }, properties: { flow: 4 } });
    call("PATCH", NETWORK, { tags: { b: "3" }, properties: { other: 5 } });
    expect(call("GET", NETWORK).body).toMatchObject({ properties: { flow: 4, other: 5 } });
    expect(call("GET", NETWORK).body.tags).toEqual({ b: "3" });
    call("PATCH", NETWORK, { properties: { other: 6 } });
    expect(call("GET", NETWORK).body.tags).toEqual({ b: "3" });
  });

  test("refuses to delete what another resource uses, and deletes a group with its contents", () => {
    const { call, store } = client();
    const address = `${GROUP}/providers/Microsoft.Network/publicIPAddresses/nat`;
    call("PUT", address, { location: "westeurope" });
    call("PUT", `${GROUP}/providers/Microsoft.Network/natGateways/nat`, {
      location: "westeurope",
      properties: { publicIpAddresses: [{ id: address }] },
    });
    expect(call("DELETE", address).status).toBe(400);
    expect(call("GET", `${GROUP}/resources`).body.value).toHaveLength(2);
    call("DELETE", GROUP);
    expect(store.inventory()).toEqual([]);
  });

  test("answers clusters with a patch version, an issuer and node pools", () => {
    const { call } = client();
    const agentPoolProfiles = [{ name: "system", vmSize: "Standard_D2ds_v5" }];
    call("PUT", CLUSTER, {
      location: "westeurope",
      properties: { kubernetesVersion: "1.36", oidcIssuerProfile: { enabled: true }, agentPoolProfiles },
    });
    call("PUT", `${CLUSTER}/agentPools/gpu`, { properties: { vmSize: "Standard_NC24ads_A100_v4" } });
    const { properties } = call("GET", CLUSTER);
    expect(properties).toMatchObject({ kubernetesVersion: "1.36", currentKubernetesVersion: "1.36.4" });
    expect(properties.oidcIssuerProfile).toHaveProperty("issuerURL");
    expect(properties.agentPoolProfiles).toMatchObject([
      { name: "system", osSKU: "Ubuntu" },
      { name: "gpu", gpuProfile: { driver: "Install" } },
    ]);
    expect(call("GET", `${CLUSTER}/agentPools/system`).status).toBe(200);
    expect(call("GET", `${CLUSTER}/availableAgentPoolVersions`).properties.agentPoolVersions).toEqual(
      ["1.36.4", "1.35.4", "1.34.4"].map((kubernetesVersion) => ({ kubernetesVersion })),
    );
    expect(call("POST", `${CLUSTER}/listClusterUserCredential`).body).toHaveProperty("kubeconfigs");
  });

  test("has the newest version of each key of a vault", () => {
    const api = azureApi(new Store());
    const read = (url: string) => {
      const { pathname: path, searchParams: query, origin: endpoint } = new URL(url);
      return api({ method: "GET", path, query, body: {}, endpoint });
    };
    const url = "https://shop.vault.azure.net/keys/disks/";
    const { kid } = (read(url).body as Json).key as { kid: string };
    expect(kid).toMatch(/^https:\/\/shop\.vault\.azure\.net\/keys\/disks\/[0-9a-f]{32}$/);
    expect(read(kid)).toEqual(read(url));
    expect(read("https://shop.vault.azure.net/secrets/token").status).toBe(501);
    expect(read("https://localhost/keys/disks").body).toEqual({ value: [] });
  });

  test("answers for vaults through a proxy, which refuses other hosts", async () => {
    const { server, proxy } = await startAzure();
    try {
      const get = (url: string) =>
        run("curl", ["-sS", "--max-time", "20", "--cacert", server.certificate, "--proxy", proxy, url], {
          accept: [0, 56],
        });
      const { stdout } = await get("https://shop.vault.azure.net/keys/disks");
      expect(JSON.parse(stdout)).toHaveProperty("key.kid");
      expect((await get("https://management.azure.com/")).output).toContain("403");
      expect(server.calls).toEqual(["GET https://shop.vault.azure.net/keys/disks"]);
    } finally {
      await server.stop();
    }
  });

  test("knows roles by their name", () => {
    const { call } = client();
    const roles = `${GROUP}/providers/Microsoft.Authorization/roleDefinitions`;
    const [role] = call("GET", `${roles}?$filter=roleName eq 'Network Contributor'`).body.value as Json[];
    expect(role).toMatchObject({ properties: { roleName: "Network Contributor" } });
  });
});
