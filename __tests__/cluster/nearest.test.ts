import { nearest } from "../../modules/cluster/nearest";

const fields = ["name", "machineTypes", "size", "capacity", "zones", "spread", "labels", "taints", "maxPods"];

test.each([
  ["machineType", "machineTypes"],
  ["machine-types", "machineTypes"],
  ["machine_types", "machineTypes"],
  ["MACHINETYPES", "machineTypes"],
  ["sise", "size"],
  ["szie", "size"],
  ["capcity", "capacity"],
  ["label", "labels"],
  ["maxpod", "maxPods"],
])("%s is probably %s", (name, intended) => {
  expect(nearest(name, fields)).toBe(intended);
});

test.each(["", "x", "replicas", "instanceTypes", "volume"])("%j has no near candidate", (name) => {
  expect(nearest(name, fields)).toBeUndefined();
});

test("the nearest candidate is found, or the first of several at the same distance", () => {
  expect(nearest("zonea", ["zones", "zone"])).toBe("zones");
  expect(nearest("zones", ["zone", "zones"])).toBe("zones");
});

test("is undefined without candidates", () => {
  expect(nearest("name", [])).toBeUndefined();
});
