import { error } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  repeated,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

/** [VPC user guide] quotas: security groups per network interface, with the quota raised as far as AWS does. */
const mostGroups = 16;

export const rules = defineRules<EksClusterProps>("eks/network", {
  /** TCP ports, each once. */
  "webhook-port-numbers"({ network }) {
    const ports = knownEntries(network?.webhookPorts);
    const path = ["network", "webhookPorts"];
    return [
      ...ports
        .filter(([, port]) => !isWhole(port, 1, 65535))
        .map(([i, port]) => error([...path, i], `must be a port from 1 to 65535, got ${shown(port)}`)),
      ...repeated(ports).map(({ index, value, first }) =>
        error([...path, index], `${value} is there already, at position ${first}`),
      ),
    ];
  },

  /** [EC2 API] ids: `sg-`, then 8 or 17 hex digits. Each once; the nodes' own group counts too. */
  "group-security-groups"(cluster) {
    return forEachGroup(cluster, ({ securityGroups }, group) => {
      const path = [...group, "securityGroups"];
      const known = knownEntries(securityGroups);
      return [
        ...known
          .filter(([, id]) => !/^sg-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id))
          .map(([i, id]) =>
            error(
              [...path, i],
              `must be the id of a security group such as sg-0a1b2c3d4e5f67890, got ${shown(id)}`,
            ),
          ),
        ...repeated(known).map(({ index, value, first }) =>
          error([...path, index], `${value} is there already, at position ${first}`),
        ),
        ...(isKnown(securityGroups) && entries(securityGroups).length >= mostGroups
          ? [
              error(
                path,
                `must be at most ${mostGroups - 1} beside the nodes' own, got ${entries(securityGroups).length}: AWS has no ` +
                  "more on an interface",
              ),
            ]
          : []),
      ];
    });
  },
});
