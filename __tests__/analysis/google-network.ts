import { Cidr } from "../../modules/cluster/addresses";
import { type Element, type Elements, reference, textOf } from "./elements";
import { lacking } from "./requirement";

/** Whether one of the ranges contains another one. */
export const covers = (ranges: unknown, inner: string): boolean =>
  ((ranges ?? []) as string[]).some((range) => Cidr.parse(range)?.contains(Cidr.parse(inner)!));

/** The addresses of a name in private zones of the network; empty if the zone or the record is missing. */
function addressesOf(json: Elements, name: string): string[] {
  const zone = json
    .all("google_dns_managed_zone")
    .find(
      ({ args }) =>
        name.endsWith(String(args.dns_name)) &&
        json.target(args.private_visibility_config, "google_compute_network") !== undefined,
    );
  if (!zone) return [];
  const records = json
    .args("google_dns_record_set")
    .filter(({ managed_zone: of }) => of === reference(zone, "name"));
  const record =
    records.find((one) => one.name === name) ??
    records.find((one) => name !== zone.args.dns_name && one.name === `*.${zone.args.dns_name}`);
  if (record?.type === "CNAME") return addressesOf(json, (record.rrdatas as string[])[0]);
  return (record?.rrdatas ?? []) as string[];
}

/** The names of Google's services without a private address in the network. */
export const googleServices = (json: Elements, names: readonly string[]): string[] =>
  names.filter((name) => !addressesOf(json, name).some((ip) => covers(["199.36.153.8/30"], `${ip}/32`)));

/** What a subnet lacks to reach the internet. */
export function natOf(json: Elements, subnet: Element): string[] {
  const nat = json
    .all("google_compute_router_nat")
    .find(({ args }) => textOf(args.subnetwork).includes(reference(subnet, "id")));
  return lacking({
    "a NAT of the subnet":
      nat !== undefined && json.target(nat.args.router, "google_compute_router") !== undefined,
    "its addresses":
      nat === undefined ||
      nat.args.nat_ip_allocate_option === "AUTO_ONLY" ||
      (nat.args.nat_ips as string[]).every((ip) => json.target(ip, "google_compute_address") !== undefined),
  });
}
