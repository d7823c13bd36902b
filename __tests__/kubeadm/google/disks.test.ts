import { ComputeDisk } from "@cdktf/provider-google/lib/compute-disk";
import { ComputeInstanceTemplate } from "@cdktf/provider-google/lib/compute-instance-template";
import { machineFamilies } from "../../../modules/google/machine-types";
import { etcdDiskType, systemDiskType, volumeTypeOf } from "../../../modules/kubeadm/google/disks";
import { storageManifests } from "../../../modules/kubeadm/google/storage-manifests";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { googleGroup, onGoogle } from "../rule-support";

describe.each(Object.entries(machineFamilies))("%s", (family, { bootDisks }) => {
  test("attaches its system disk, its etcd disk and its volumes", () => {
    const machineType = `${family}-standard-4`;
    for (const type of [
      systemDiskType(machineType),
      etcdDiskType(machineType),
      volumeTypeOf([machineType]),
    ]) {
      expect(bootDisks).toContain(type);
    }
  });
});

test.each([
  [[], "pd-balanced"],
  [["n2-standard-4", "e2-standard-4"], "pd-balanced"],
  [["c3-standard-4", "n4-standard-4"], "hyperdisk-balanced"],
  [["n99-standard-4", "n4-standard-4"], "hyperdisk-balanced"],
  [["a3-ultragpu-8g", "c3-standard-4"], "hyperdisk-balanced"],
])("volumes of %j are %s", (machineTypes, type) => {
  expect(volumeTypeOf(machineTypes)).toBe(type);
  expect(storageManifests({ isDefault: true }, machineTypes, false)).toMatchObject({
    items: [{ metadata: { name: type }, parameters: { type } }],
  });
});

test("machines of a family with Hyperdisk only have no Persistent Disk", () => {
  const stack = synthesizeKubeadm(
    onGoogle({
      controlPlane: { machineType: "c4-standard-2" },
      nodeGroups: [googleGroup({ machineTypes: ["n4-standard-4"] })],
    }),
  );
  const types = [
    ...Object.values(stack.resources(ComputeDisk)).map(({ type }) => type),
    ...Object.values(stack.resources(ComputeInstanceTemplate)).map(({ disk }) => disk[0].disk_type),
  ];
  expect(types).toHaveLength(3 + 4);
  expect(new Set(types)).toEqual(new Set(["hyperdisk-balanced"]));
  expect(stack.json).not.toContain('"pd-');
});
