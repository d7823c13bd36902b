import type { GkeClusterSpec } from "../../../modules/gke/spec";
import { account, namespaces, publicRanges, rangeIn } from "../common";
import type { Draw } from "../draw";
import { anyValue, fields, trueIf } from "../vocabulary";
import { type Frame, gke, type Part } from "./frame";

export function accessOf(draw: Draw, { network }: Frame): Part<"access"> {
  const isPrivate = network?.private === true;
  const member = () =>
    draw.one([
      `group:${draw.label(20)}@example.com`,
      `user:${draw.label(20)}@example.com`,
      `serviceAccount:${draw.label(20)}@shop-production.iam.gserviceaccount.com`,
    ]);
  const anyMember = () =>
    draw.one([member(), `principal://iam.googleapis.com/projects/123/locations/global/x/${draw.label(20)}`]);
  const isShut = draw.chance(10);
  const admins = draw.list(0, 3, anyMember);
  const taken = new Set<string>(admins);
  const grants = () =>
    draw
      .list(1, 3, () => ({ principal: member(), namespaces: draw.maybe(() => namespaces(draw)) }))
      .filter(({ principal }) => !taken.has(principal) && taken.add(principal));
  return fields({
    admins,
    editors: grants,
    viewers: grants,
    securityGroup: () => "gke-security-groups@example.com",
    publicFrom: isShut ? undefined : () => (isPrivate ? [] : publicRanges(draw)),
    privateFrom: isShut
      ? undefined
      : () => draw.some(["10.240.0.0/16", "172.30.0.0/24", "192.168.7.0/24"], 0),
    dnsEndpoint: isShut || anyValue,
    ipEndpoint: isShut ? false : () => true,
    googleCloud: isShut ? undefined : trueIf(!isPrivate),
    globalAccess: trueIf(!isShut),
    endpointAddress: isShut
      ? undefined
      : () =>
          draw.one([
            { peeringCidr: rangeIn(draw, ["172.31.0.0/16"], 28, 28) },
            network?.existing
              ? { subnetwork: "projects/shop-production/regions/europe-west3/subnetworks/endpoint" }
              : { cidr: rangeIn(draw, ["172.25.0.0/16"], 24, 28) },
          ]),
  });
}

export function workloadsOf(
  draw: Draw,
  { region }: Frame,
): NonNullable<GkeClusterSpec["workloadIdentities"]> {
  const targets = [
    {},
    { project: "data-platform" },
    { bucket: "shop-catalogue" },
    { secret: "orders-database" },
    { topic: "orders" },
    { subscription: "orders-worker" },
    { key: `projects/shop-production/locations/${region}/keyRings/shop/cryptoKeys/orders` },
    { dataset: "shop" },
    { repository: `projects/shop-production/locations/${region}/repositories/images` },
  ];
  // Two workloads can share a service account of Google, but the same grant twice is refused.
  let isShared = false;
  return draw.list(
    0,
    4,
    () => {
      const via = gke.maybe(draw, "workloadIdentities[].via");
      const serviceAccountEmail =
        via === "service-account"
          ? draw.maybe(() => "orders@shop-production.iam.gserviceaccount.com")
          : undefined;
      const hasGrants = serviceAccountEmail === undefined || !isShared;
      isShared ||= serviceAccountEmail !== undefined;
      return {
        ...account(draw),
        grants: draw.maybe(() =>
          draw.some(targets, 0, hasGrants ? 4 : 0).map((target) => ({
            role: draw.one(["roles/storage.objectViewer", "projects/shop-production/roles/orders"]),
            ...target,
            condition: draw.maybe(() => ({
              title: "weekdays",
              expression: "request.time.getDayOfWeek() < 6",
            })),
          })),
        ),
        via,
        serviceAccountEmail,
      };
    },
    ({ namespace, serviceAccount }) => `${namespace}_${serviceAccount}`.replace(/-+/g, "_"),
  );
}
