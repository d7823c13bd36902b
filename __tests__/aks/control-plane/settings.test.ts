import { azureOwnsVersion } from "../../../modules/aks/control-plane/settings";

test.each([
  [undefined, false],
  ["none", false],
  ["patch", false],
  ["stable", true],
  ["rapid", true],
] as const)("with the channel %s, Azure owns the version: %s", (channel, owns) => {
  expect(azureOwnsVersion({ upgrades: { channel } })).toBe(owns);
});
