import type { EksAccessSpec, EksWorkloadIdentitySpec } from "../../../modules/eks/spec";
import { account, namespaces, plainText, publicRanges } from "../common";
import type { Draw } from "../draw";
import type { Frame } from "./frame";

export function accessOf(draw: Draw, { partition, network }: Frame): EksAccessSpec {
  const principal = (i: number) =>
    `arn:${partition}:iam::11112222333${i}:${draw.one(["role", "user"])}/${draw.text(plainText, 1, 40)}`;
  const grants = (from: number) =>
    draw.list(1, 3, (i) => ({
      principal: principal(from + i),
      namespaces: draw.maybe(() => [...namespaces(draw), ...draw.some(["team-*", "*"], 0, 1)]),
    }));
  const isClosed = network?.private === true;
  const publicFrom = isClosed ? draw.maybe(() => []) : draw.maybe(() => publicRanges(draw));
  const isOpen = !isClosed && (network?.existing !== undefined || network?.nat !== "none") && draw.chance(5);
  return {
    private: isOpen ? false : draw.maybe(() => true),
    publicFrom: isOpen ? ["0.0.0.0/0"] : publicFrom,
    admins: draw.list(0, 3, principal),
    editors: draw.maybe(() => grants(3)),
    viewers: draw.maybe(() => grants(6)),
  };
}

export function workloadsOf(draw: Draw, { partition }: Frame): EksWorkloadIdentitySpec[] {
  return draw.list(
    0,
    4,
    () => ({
      ...account(draw),
      policyArns: draw.maybe(() =>
        draw.list(0, 10, () => `arn:${partition}:iam::111122223333:policy/${draw.text(plainText, 1, 60)}`),
      ),
      statements: draw.maybe(() =>
        draw.list(1, 4, () => ({
          sid: draw.maybe(() => draw.text(plainText, 1, 20)),
          effect: draw.maybe(() => draw.one(["Allow", "Deny"] as const)),
          actions: draw.some(["s3:GetObject", "sqs:*", "dynamodb:Query"]),
          resources: draw.some(["*", `arn:${partition}:s3:::orders/*`]),
          conditions: draw.maybe(() => ({ StringEquals: { "aws:ResourceTag/team": ["shop"] } })),
        })),
      ),
      via: draw.maybe(() => draw.one(["pod-identity", "irsa"] as const)),
    }),
    ({ namespace, serviceAccount }) => `${namespace}_${serviceAccount}`.replace(/[^a-z0-9]+/g, "_"),
  );
}
