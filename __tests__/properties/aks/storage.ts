import type { Draw } from "../draw";
import { anyValue, except, fields, trueIf } from "../vocabulary";
import { aks, type Frame, type Part, resource, vault } from "./frame";

export function storageOf(draw: Draw, { network, egress }: Frame): Part<"storage"> {
  const { block } = aks.map(draw, "storage", {});
  const container = () =>
    `${resource("Microsoft.Storage/storageAccounts", "shopdata")}/blobServices/default/containers/${draw.label(20).padEnd(3, "x")}`;
  return fields({
    block,
    file: fields({ sizeGiB: () => draw.int(100, 102_400) }),
    object: fields({ buckets: () => draw.list(1, 3, container) }),
    snapshots: block === false ? undefined : anyValue,
    netApp: network?.existing ? undefined : fields({ sizeTiB: () => draw.int(1, 2048) }),
    backup:
      block === false || egress === "none"
        ? undefined
        : fields({
            schedule: () => "R/2026-01-01T02:00:00+00:00/PT4H",
            retentionDays: () => draw.int(1, 360),
          }),
  });
}

export function encryptionOf(draw: Draw, { access }: Frame): Part<"encryption"> {
  const isOwn = draw.bool();
  const disks = aks.maybe(draw, "encryption.disks");
  const hasDisksKey = disks === "customer-key";
  return fields({
    secrets: isOwn ? "customer-key" : except("customer-key"),
    keyId: isOwn ? `https://shop.vault.azure.net/keys/secrets/${draw.hex(32)}` : undefined,
    keyVaultId: isOwn ? vault("shop") : undefined,
    keyVaultIsPrivate: isOwn ? trueIf(access.private !== false) : undefined,
    disks,
    disksKeyId: hasDisksKey ? "https://disks.vault.azure.net/keys/disks" : undefined,
    disksKeyVaultId: hasDisksKey ? vault("disks") : undefined,
  });
}
