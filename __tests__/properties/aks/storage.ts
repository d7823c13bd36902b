import type { AksClusterSpec } from "../../../modules/aks/spec";
import type { Draw } from "../draw";
import { type Frame, resource, vault } from "./frame";

export function storageOf(draw: Draw, { network, egress }: Frame): AksClusterSpec["storage"] {
  return draw.maybe(() => {
    const block = draw.maybe(() => draw.one([true, false, { defaultClass: draw.maybe(() => draw.bool()) }]));
    return {
      block,
      file: draw.maybe(() =>
        draw.one([
          true,
          false,
          {
            sizeGiB: draw.maybe(() => draw.int(100, 102_400)),
            redundancy: draw.maybe(() => draw.one(["zones", "local"] as const)),
          },
        ]),
      ),
      object: draw.maybe(() => ({
        buckets: draw.list(
          1,
          3,
          () =>
            `${resource("Microsoft.Storage/storageAccounts", "shopdata")}/blobServices/default/containers/${draw.label(20).padEnd(3, "x")}`,
        ),
        readOnly: draw.maybe(() => draw.bool()),
      })),
      snapshots: block === false ? undefined : draw.maybe(() => draw.bool()),
      netApp: network?.existing
        ? undefined
        : draw.maybe(() => ({
            sizeTiB: draw.int(1, 2048),
            serviceLevel: draw.maybe(() => draw.one(["Standard", "Premium", "Ultra"] as const)),
          })),
      backup:
        block === false || egress === "none"
          ? undefined
          : draw.maybe(() =>
              draw.one([
                true,
                false,
                {
                  schedule: draw.maybe(() => "R/2026-01-01T02:00:00+00:00/PT4H"),
                  retentionDays: draw.maybe(() => draw.int(1, 360)),
                },
              ]),
            ),
    };
  });
}

export function encryptionOf(draw: Draw, { access }: Frame): AksClusterSpec["encryption"] {
  const isOwn = draw.bool();
  const disks = draw.maybe(() => draw.one(["customer-key", "platform-key"] as const));
  return {
    secrets: isOwn ? "customer-key" : draw.maybe(() => "platform-key" as const),
    keyId: isOwn ? `https://shop.vault.azure.net/keys/secrets/${draw.hex(32)}` : undefined,
    keyVaultId: isOwn ? vault("shop") : undefined,
    keyVaultIsPrivate: isOwn ? draw.maybe(() => access.private !== false && draw.bool()) : undefined,
    disks,
    disksKeyId: disks === "customer-key" ? "https://disks.vault.azure.net/keys/disks" : undefined,
    disksKeyVaultId: disks === "customer-key" ? vault("disks") : undefined,
  };
}
