import { type Json } from "../rest/json";
import { type Call } from "../rest/server";
import { googleApi } from ".";
import { settle } from "./machine-kinds";
import { Store } from "./store";

const GLOBAL = "/compute/compute/v1/projects/shop/global";
const ZONE = "/compute/compute/v1/projects/shop/zones/europe-west3-a";
const REGION = "/compute/compute/v1/projects/shop/regions/europe-west3";

/** A client of an empty store. */
function client() {
  const store = new Store();
  const api = googleApi(store);
  const call = (method: string, url: string, body: Json = {}, text?: string) => {
    const { pathname, searchParams: query } = new URL(url, "https://localhost");
    const path = decodeURIComponent(pathname);
    return api({ method, path, query, body, text, endpoint: "https://localhost" } satisfies Call);
  };
  const read = (url: string) => call("GET", url).body as Json;
  return { store, call, read };
}

function withGroup() {
  const made = client();
  const template = { name: "nodes-1", properties: { disks: [{}], networkInterfaces: [{}] } };
  made.call("POST", `${GLOBAL}/instanceTemplates`, template);
  made.call("POST", `${ZONE}/instanceGroupManagers`, {
    name: "nodes",
    baseInstanceName: "nodes",
    targetSize: 2,
    versions: [{ instanceTemplate: "projects/shop/global/instanceTemplates/nodes-1" }],
    resourcePolicies: { workloadPolicy: null },
  });
  const manager = () => made.read(`${ZONE}/instanceGroupManagers/nodes`);
  return { ...made, manager };
}

describe("groups of machines", () => {
  test("are stable when their machines are, also after a resize and with another template", () => {
    const { store, call, manager } = withGroup();
    expect(manager()).toMatchObject({ status: { isStable: false }, targetSize: 2 });
    expect(manager()).not.toHaveProperty("resourcePolicies");
    const settled = () =>
      settle(store.get("compute/projects/shop/zones/europe-west3-a/instanceGroupManagers/nodes")!);
    settled();
    expect(manager()).toMatchObject({ status: { isStable: true, versionTarget: { isReached: true } } });
    call("POST", `${ZONE}/instanceGroupManagers/nodes/resize?size=3`);
    expect(manager()).toMatchObject({ status: { isStable: false }, targetSize: 3 });
    settled();
    call("PATCH", `${ZONE}/instanceGroupManagers/nodes`, { versions: [{ instanceTemplate: "nodes-2" }] });
    expect(manager()).toMatchObject({ status: { isStable: false }, instanceTemplate: "nodes-2" });
    settled();
    call("PATCH", `${ZONE}/instanceGroupManagers/nodes`, { description: "workers" });
    expect(manager()).toMatchObject({ status: { isStable: true } });
  });

  test("list their machines", () => {
    const { call } = withGroup();
    const { body } = call("POST", `${ZONE}/instanceGroupManagers/nodes/listManagedInstances`);
    expect((body as Json).managedInstances).toHaveLength(2);
  });

  test("and their templates are not deleted while another resource uses them", () => {
    const { call } = withGroup();
    call("POST", `${REGION}/backendServices`, {
      name: "api",
      backends: [{ group: "projects/shop/zones/europe-west3-a/instanceGroups/nodes" }],
    });
    expect(call("DELETE", `${GLOBAL}/instanceTemplates/nodes-1`).status).toBe(400);
    expect(call("DELETE", `${ZONE}/instanceGroupManagers/nodes`).status).toBe(400);
    call("DELETE", `${REGION}/backendServices/api`);
    expect(call("DELETE", `${ZONE}/instanceGroupManagers/nodes`).status).toBe(200);
    expect(call("DELETE", `${GLOBAL}/instanceTemplates/nodes-1`).status).toBe(200);
  });
});

test("templates are found by their number, and get names of disks and networks", () => {
  const { call, read } = withGroup();
  const { targetId } = call("POST", `${GLOBAL}/instanceTemplates`, {
    name: "other",
    properties: { disks: [{}, {}] },
  }).body as Json;
  expect(read(`${GLOBAL}/instanceTemplates/${String(targetId)}`)).toMatchObject({
    name: "other",
    properties: { disks: [{ deviceName: "persistent-disk-0" }, { deviceName: "persistent-disk-1" }] },
  });
});

test("buckets keep objects, have rights of the project, and are deleted only without objects", () => {
  const { call, read } = client();
  call("POST", "/storage/storage/v1/b?project=shop", { name: "store" });
  const [boundary, metadata] = ["--x", JSON.stringify({ contentType: "text/plain" })];
  const parts = [
    `${boundary}\r\nContent-Type: application/json\r\n\r\n${metadata}`,
    `${boundary}\r\nContent-Type: text/plain\r\n\r\na\r\nb`,
    `${boundary}--\r\n`,
  ];
  const upload = "/upload/storage/v1/b/store/o?uploadType=multipart&name=node/ca.crt";
  expect(call("POST", upload, {}, parts.join("\r\n")).status).toBe(200);
  const object = "/storage/storage/v1/b/store/o/node%2Fca.crt";
  expect(read(object)).toMatchObject({ name: "node/ca.crt", size: "4", contentType: "text/plain" });
  expect(call("GET", `${object}?alt=media`)).toMatchObject({ status: 200, content: "a\r\nb" });
  const { bindings } = read("/storage/storage/v1/b/store/iam");
  expect((bindings as Json[]).map(({ role }) => role)).toContain("roles/storage.legacyBucketOwner");
  expect(call("DELETE", "/storage/storage/v1/b/store").status).toBe(409);
  // Version 6 of the provider deletes objects only after this answer.
  expect(call("GET", "/storage/storage/v1/b/store/anywhereCaches/").status).toBe(200);
  call("DELETE", object);
  expect(call("DELETE", "/storage/storage/v1/b/store").status).toBe(204);
});

test("a deleted role stays, and its id is not free", () => {
  const { call, read } = client();
  const roles = "/iam/v1/projects/shop/roles";
  const role = { roleId: "reader", role: { title: "Reader", includedPermissions: ["compute.zones.get"] } };
  call("POST", roles, role);
  call("PATCH", `${roles}/reader`, { title: "Reads" });
  expect(read(`${roles}/reader`)).toMatchObject({
    title: "Reads",
    includedPermissions: ["compute.zones.get"],
  });
  call("DELETE", `${roles}/reader`);
  expect(read(`${roles}/reader`)).toMatchObject({ deleted: true });
  expect(call("POST", roles, role).status).toBe(409);
  call("POST", `${roles}/reader:undelete`);
  expect(read(`${roles}/reader`).deleted).toBeUndefined();
});

test("groups of a region have machines in its zones, and are spread evenly", () => {
  const { call, read } = client();
  call("POST", `${REGION}/instanceGroupManagers`, {
    name: "nodes",
    baseInstanceName: "nodes",
    targetSize: 1,
    versions: [{ instanceTemplate: "projects/shop/global/instanceTemplates/nodes-1" }],
    distributionPolicy: { zones: [{ zone: "projects/shop/zones/europe-west3-a" }] },
    instanceFlexibilityPolicy: {},
  });
  const group = `${REGION}/instanceGroupManagers/nodes`;
  expect(read(group)).toMatchObject({
    status: { isStable: false },
    distributionPolicy: { targetShape: "EVEN" },
    updatePolicy: { instanceRedistributionType: "PROACTIVE", type: "OPPORTUNISTIC" },
  });
  expect(read(group)).not.toHaveProperty("instanceFlexibilityPolicy");
  const { managedInstances } = call("POST", `${group}/listManagedInstances`).body as Json;
  expect((managedInstances as Json[]).map(({ instance }) => instance)).toEqual([
    expect.stringContaining("/zones/europe-west3-b/instances/nodes-"),
  ]);
});
