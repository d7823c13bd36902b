import type { AksNetworkSpec } from "../../modules/aks/spec";
import { zoneNames } from "../../modules/aks/zones";
import { variable } from "./rule-support";

test.each<[AksNetworkSpec, readonly string[] | undefined]>([
  [{}, ["1", "2", "3"]],
  [{ zones: 2 }, ["1", "2"]],
  [{ zones: ["3", "1"] }, ["1", "3"]],
  [{ zones: 4 }, undefined],
  [{ zones: 0 }, undefined],
  [{ zones: 1.5 }, undefined],
  [{ zones: variable }, undefined],
  [{ zones: ["1", variable] }, undefined],
])("the zones of %j are %j", (network, zones) => {
  expect(zoneNames({ network })).toEqual(zones);
});
