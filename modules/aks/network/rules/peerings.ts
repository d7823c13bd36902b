import { error } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import { addressClashes } from "../../../cluster/terraform-addresses";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/network", {
  /**
   * The name of a peering has up to 70 letters, digits, `_`, `.` and `-`, and begins with a letter or a digit. A hash
   * of the network is added to it.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork
   */
  "peering-names"({ network = {} }) {
    return knownEntries(network.peerings)
      .filter(
        ([, { name }]) => isKnown(name) && !/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,68}[A-Za-z0-9_])?$/.test(name),
      )
      .map(([i, { name }]) =>
        error(
          ["network", "peerings", i, "name"],
          `must be up to 70 letters, digits, "_", "." and "-", beginning with a letter or digit, got ${shown(name)}`,
        ),
      );
  },

  /**
   * A network is connected once, and the names of two peerings do not share a Terraform address.
   *
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
   */
  "peerings-unique"({ network = {} }) {
    const peerings = knownEntries(network.peerings);
    const networks = peerings.flatMap(([i, { networkId }]): [number, string][] =>
      isKnown(networkId) ? [[i, networkId]] : [],
    );
    const names = peerings.flatMap(([i, { name }]): [number, string][] => (isKnown(name) ? [[i, name]] : []));
    return [
      ...repeated(names).map(({ index, value, first }) =>
        error(["network", "peerings", index, "name"], `${shown(value)} is a duplicate of [${first}]`),
      ),
      ...repeated(networks, (id) => id.toLowerCase()).map(({ index, first }) =>
        error(["network", "peerings", index, "networkId"], `is a duplicate of [${first}]`),
      ),
      ...addressClashes(
        peerings.flatMap(([i, { name, returnPeering }]) =>
          isKnown(name)
            ? [name, ...(returnPeering === false ? [] : [`${name}-return`])].map((address) => ({
                name: address,
                path: ["network", "peerings", i, "name"],
                as: name,
              }))
            : [],
        ),
      ),
      // The gateways of only one network can be used.
      ...peerings
        .filter(([, { remoteGateways }]) => remoteGateways === true)
        .slice(1)
        .map(([i]) =>
          error(["network", "peerings", i, "remoteGateways"], "must be true in at most one of the peerings"),
        ),
    ];
  },
});
