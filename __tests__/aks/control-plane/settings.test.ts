import { azureOwnsVersion, fileOwnsMinor } from "../../../modules/aks/control-plane/settings";

test.each([
  [undefined, true, true],
  ["none", false, false],
  ["patch", true, true],
  ["stable", true, false],
  ["rapid", true, false],
] as const)(
  "with the channel %s, Azure changes the version: %s, and only its patch: %s",
  (channel, owns, minor) => {
    expect(azureOwnsVersion({ upgrades: { channel } })).toBe(owns);
    expect(fileOwnsMinor({ upgrades: { channel } })).toBe(minor);
  },
);
