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
import { isSecurityGroupId } from "../security-group-ids";

/**
 * Security groups of a network interface, with the quota at its maximum.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups
 */
const mostGroups = 16;

export const rules = defineRules<EksClusterProps>("eks/network", {
  /**
   * `webhookPorts` are TCP ports, each listed once.
   *
   * @remarks Decision of this project: each port becomes one rule of a security group.
   */
  "webhook-ports"({ network }) {
    const ports = knownEntries(network?.webhookPorts);
    const path = ["network", "webhookPorts"];
    return [
      ...ports
        .filter(([, port]) => !isWhole(port, 1, 65535))
        .map(([i, port]) => error([...path, i], `must be a port from 1 to 65535, got ${shown(port)}`)),
      ...repeated(ports).map(({ index, value, first }) =>
        error([...path, index], `${value} is a duplicate of [${first}]`),
      ),
    ];
  },

  /**
   * Additional security groups are given by id, each once, and at most 15: an interface has at most 16.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups
   */
  "node-security-groups"(cluster) {
    return forEachGroup(cluster, ({ securityGroups }, group) => {
      const path = [...group, "securityGroups"];
      const known = knownEntries(securityGroups);
      return [
        ...known
          .filter(([, id]) => !isSecurityGroupId(id))
          .map(([i, id]) =>
            error(
              [...path, i],
              `must be the id of a security group such as sg-0a1b2c3d4e5f67890, got ${shown(id)}`,
            ),
          ),
        ...repeated(known).map(({ index, value, first }) =>
          error([...path, index], `${value} is a duplicate of [${first}]`),
        ),
        ...(isKnown(securityGroups) && entries(securityGroups).length >= mostGroups
          ? [
              error(
                path,
                `must be at most ${mostGroups - 1} in addition to the group of the nodes, got ${entries(securityGroups).length}: ` +
                  "AWS allows 16 on an interface",
              ),
            ]
          : []),
      ];
    });
  },
});
