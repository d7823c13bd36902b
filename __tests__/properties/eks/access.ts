import { account, namespaces, plainText, publicRanges } from "../common";
import type { Draw } from "../draw";
import { fields } from "../vocabulary";
import type { Frame, Part } from "./frame";

export function accessOf(draw: Draw, { partition, network }: Frame): Part<"access"> {
  const principal = (i: number) =>
    `arn:${partition}:iam::11112222333${i}:${draw.one(["role", "user"])}/${draw.text(plainText, 1, 40)}`;
  const grants = (from: number) => () =>
    draw.list(1, 3, (i) => ({
      principal: principal(from + i),
      namespaces: draw.maybe(() => [...namespaces(draw), ...draw.some(["team-*", "*"], 0, 1)]),
    }));
  const isClosed = network?.private === true;
  const isOpen = !isClosed && (network?.existing !== undefined || network?.nat !== "none") && draw.chance(5);
  return fields({
    private: isOpen ? false : () => true,
    publicFrom: isOpen ? ["0.0.0.0/0"] : () => (isClosed ? [] : publicRanges(draw)),
    privateFrom: isOpen
      ? undefined
      : () => draw.some(["10.8.0.0/16", "172.20.0.0/14", "sg-0a1b2c3d4e5f67890", "sg-0a1b2c3d"], 0, 4),
    admins: draw.list(0, 3, principal),
    editors: grants(3),
    viewers: grants(6),
  });
}

export function workloadsOf(draw: Draw, { partition }: Frame): Part<"workloadIdentities[]">[] {
  const accounts = draw.list(
    0,
    4,
    () => account(draw),
    ({ namespace, serviceAccount }) => `${namespace}_${serviceAccount}`.replace(/[^a-z0-9]+/g, "_"),
  );
  return accounts.map((one) =>
    fields({
      ...one,
      policyArns: () =>
        draw.list(0, 10, () => `arn:${partition}:iam::111122223333:policy/${draw.text(plainText, 1, 60)}`),
      statements: () => statementsOf(draw, partition),
    }),
  );
}

function statementsOf(draw: Draw, partition: string): Part<"workloadIdentities[].statements[]">[] {
  return draw.list(1, 4, () =>
    fields({
      sid: () => draw.text(plainText, 1, 20),
      actions: draw.some(["s3:GetObject", "sqs:*", "dynamodb:Query"]),
      resources: draw.some(["*", `arn:${partition}:s3:::orders/*`]),
      conditions: () => ({ StringEquals: { "aws:ResourceTag/team": ["shop"] } }),
    }),
  );
}

/** Identities of an add-on that no table has. */
export function addOnIdentitiesOf(draw: Draw, { partition }: Frame): Part<"eks.addOns.*.identities[]">[] {
  return [
    fields({
      namespace: `acme-${draw.label(20)}`,
      serviceAccount: "agent",
      policyArns: () => [`arn:${partition}:iam::aws:policy/ReadOnlyAccess`],
      statements: () => statementsOf(draw, partition),
    }),
  ];
}
