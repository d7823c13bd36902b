import { defaults } from "../../../modules/kubeadm/fields.generated";
import type { KubeadmNetworkSpec } from "../../../modules/kubeadm/spec";
import { blocks, rangeIn } from "../common";
import type { Draw } from "../draw";
import { always, anyValue } from "../vocabulary";
import type { DrawnCloud } from "./clouds";
import { kubeadm } from "./frame";

/** Private blocks that overlap neither the default range of services nor that of pods. */
const networks = ["10.0.0.0/9", "192.168.0.0/16"];

export function networkOf(
  draw: Draw,
  { adapter }: DrawnCloud,
  region: string,
): {
  readonly network: KubeadmNetworkSpec | undefined;
  readonly zones: readonly string[];
  readonly hasEgress: boolean;
  readonly hasZonalNat: boolean;
} {
  const all = adapter.regions.zonesOf(region)!;
  const named = draw.maybe(() => draw.one([draw.some(all), draw.int(1, all.length)]));
  const zones = typeof named === "object" ? named : all.slice(0, named ?? kubeadm.default("network.zones"));
  const { shortest, longest } = adapter.network.prefix;
  const nats = kubeadm.values("network.nat").filter((nat) => !adapter.refusedValues?.["network.nat"]?.[nat]);
  const isPrivate =
    adapter.refused["network.private"] === undefined ? draw.seldom(() => true, 15) : undefined;
  const nat = draw.maybe(() => (isPrivate ? ("none" as const) : draw.one(nats)));
  const network = draw.chance(15)
    ? undefined
    : kubeadm.map(draw, "network", {
        cidr: () => rangeIn(draw, networks, shortest, longest),
        zones: named,
        nat: nat && always(nat),
        private:
          isPrivate ??
          (adapter.refused["network.private"] === undefined ? draw.maybe(() => false) : undefined),
        serviceCidr: () => rangeIn(draw, blocks.services, 12, 24),
        podCidr: () => rangeIn(draw, blocks.pods, 11, 22),
        cni: anyValue,
      });
  if (!network) {
    const zones = all.slice(0, kubeadm.default("network.zones"));
    return { network, zones, hasEgress: true, hasZonalNat: true };
  }
  const hasZonalNat = (nat ?? defaults["network.nat"]) === "per-zone";
  return { network, zones, hasEgress: !isPrivate && nat !== "none", hasZonalNat };
}
