import { apiAccessOf } from "../../../modules/aks/access/settings";
import type { AksAccessSpec } from "../../../modules/aks/spec";
import { admin } from "../rule-support";

describe("the API server", () => {
  const ranges = ["203.0.113.0/24"];

  test.each<[Partial<AksAccessSpec>, object]>([
    [{}, { isPrivate: true, inNetwork: true, dnsZone: "new" }],
    [{ publicFrom: [] }, { isPrivate: true, inNetwork: true, dnsZone: "new" }],
    [{ private: false }, { isPrivate: true, inNetwork: false, dnsZone: "new" }],
    [{ privateDnsZone: "system" }, { isPrivate: true, inNetwork: true, dnsZone: "system" }],
    [{ publicFrom: ranges }, { isPrivate: false, inNetwork: true, dnsZone: undefined }],
    [
      { private: false, publicFrom: ranges },
      { isPrivate: false, inNetwork: false, dnsZone: undefined },
    ],
  ])("of %j is %j", (access, expected) => {
    expect(apiAccessOf({ admins: [admin], ...access })).toEqual(expected);
  });
});
