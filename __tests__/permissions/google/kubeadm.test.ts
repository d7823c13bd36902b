import { type Phase, phases } from "../../../modules/permissions";
import { googleRoles } from "../../../modules/permissions/google/roles";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { googleGroup, onGoogle } from "../../kubeadm/rule-support";

const project = "projects/shop";
const configurationOf = (patch: Parameters<typeof onGoogle>[0] = {}) => ({
  ...(synthesizeKubeadm(onGoogle({ name: "shop", ...patch })).terraform as object),
  provider: { google: [{ project: "shop" }] },
});
const rolesOf = (phase: Phase, patch?: Parameters<typeof onGoogle>[0]) =>
  googleRoles("dev-shop", configurationOf(patch), phase);

/** The permissions on the project without and with a condition. */
const permissionsOf = (phase: Phase, patch?: Parameters<typeof onGoogle>[0]) => {
  const { roles, bindings } = rolesOf(phase, patch);
  const own = bindings.filter(({ resource }) => resource === project);
  const of = (all: typeof own) =>
    all.flatMap(({ role }) => roles.get(role.split("/").at(-1)!)!.includedPermissions);
  const isLimited = ({ condition }: (typeof own)[number]) => condition?.includes("resource.name") ?? false;
  return { all: of(own.filter((one) => !isLimited(one))), limited: own.filter(isLimited), of };
};

test.each(phases)("the roles for %s have no unknown types, also for a group over several zones", (phase) => {
  expect(rolesOf(phase).unknownTypes).toEqual([]);
  const nodeGroups = [googleGroup({ size: 3, spread: "one-group" })];
  const { unknownTypes, roles, bindings } = rolesOf(phase, { nodeGroups, protection: false });
  expect(unknownTypes).toEqual([]);
  const ids = bindings.map(({ role }) => role.split("/").at(-1)!);
  expect(new Set(ids)).toEqual(new Set(roles.keys()));
});

test("a plan reads only, and of the store only the objects that the stack names", () => {
  const { all, limited, of } = permissionsOf("plan");
  expect(all.filter((one) => !/\.(get|list|getIamPolicy)$/.test(one))).toEqual([]);
  expect(all.filter((one) => one.startsWith("storage.objects."))).toEqual([]);
  expect(new Set(of(limited))).toEqual(new Set(["storage.objects.get"]));
  expect(limited.map(({ condition }) => condition).sort()).toEqual(
    [
      "assets/manifests/cilium.yaml",
      "assets/manifests/cloud-controller-manager.json",
      "assets/manifests/index",
      "control-plane/administrators.json",
      "node/ca.crt",
    ].map(
      (name) =>
        "resource.type == 'storage.googleapis.com/Object' && resource.name.startsWith('projects/_/buckets/shop-europe-west1-') && " +
        `resource.name.endsWith('/objects/${name}')`,
    ),
  );
});

test("an apply creates machines, internal addresses and roles, and deletes objects only without protection", () => {
  const { all } = permissionsOf("apply");
  expect(all).toEqual(
    expect.arrayContaining([
      "compute.addresses.createInternal",
      "compute.disks.create",
      "compute.instanceGroupManagers.create",
      "compute.regionBackendServices.create",
      "iam.roles.create",
      "storage.buckets.create",
    ]),
  );
  expect(all).not.toContain("storage.objects.delete");
  expect(permissionsOf("destroy", { protection: false }).all).toEqual(
    expect.arrayContaining(["storage.buckets.delete", "storage.objects.delete", "storage.objects.list"]),
  );
});
