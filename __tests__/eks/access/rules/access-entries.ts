import type { EksAccessEntrySpec } from "../../../../modules/eks/spec";
import { admin, cluster, type EksRuleCases } from "../../rule-support";

const withEntry = (patch: Partial<EksAccessEntrySpec>) =>
  cluster({ eks: { accessEntries: [{ principal: "arn:aws:iam::111122223333:role/Readers", ...patch }] } });

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/access/access-entries",
    passes: [
      ["groups", withEntry({ groups: ["platform:readers"] })],
      [
        "several policies",
        withEntry({
          policies: [
            { policy: "AmazonEKSAdminViewPolicy" },
            { policy: "AmazonEKSEditPolicy", namespaces: ["shop"] },
          ],
        }),
      ],
    ],
    fails: [
      [
        "nothing",
        withEntry({ groups: [] }),
        "error eks.accessEntries[0]: gives no permissions: set groups or policies",
      ],
      [
        "reserved names, an ARN, and a policy twice",
        withEntry({
          groups: ["system:masters"],
          userName: "system:admin",
          policies: [
            { policy: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy" },
            { policy: "AmazonEKSViewPolicy" },
            { policy: "AmazonEKSViewPolicy", namespaces: [] },
          ],
        }),
        'error eks.accessEntries[0].groups[0]: must be a group of your role bindings, not system:…, got "system:masters"',
        'error eks.accessEntries[0].userName: must not be reserved or empty, got "system:admin"',
        'error eks.accessEntries[0].policies[0].policy: must be the name of an access policy such as "AmazonEKSAdminViewPolicy", got ' +
          '"arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"',
        'error eks.accessEntries[0].policies[2].policy: "AmazonEKSViewPolicy" is a duplicate of [1]; merge their namespaces',
        "error eks.accessEntries[0].policies[2].namespaces: must have at least one namespace; if omitted, the policy applies to the " +
          "whole cluster",
      ],
    ],
  },
  {
    rule: "eks/access/principals-unique",
    passes: [["another principal", withEntry({ groups: ["readers"] })]],
    fails: [
      [
        "an admin",
        withEntry({ principal: admin, groups: ["readers"] }),
        `error eks.accessEntries[0].principal: ${admin} is also in access.admins; list a principal once`,
      ],
    ],
  },
];
