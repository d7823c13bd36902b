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
])("%s is meant to be %s", (word, meant) => {
  expect(nearest(word, fields)).toBe(meant);
});

test.each(["", "x", "replicas", "instanceTypes", "volume"])("%j is near nothing", (word) => {
  expect(nearest(word, fields)).toBeUndefined();
});

test("the nearer one wins, and the first of equals", () => {
  expect(nearest("zonea", ["zones", "zone"])).toBe("zones");
  expect(nearest("zones", ["zone", "zones"])).toBe("zones");
});

test("nothing is near when there is nothing", () => {
  expect(nearest("name", [])).toBeUndefined();
});
