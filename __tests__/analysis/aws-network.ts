import { type Element, type Elements, reference, textOf } from "./elements";

/** The parts of a network that the JSON has: with `network.existing` it has none. */
export const subnetsOf = (json: Elements, tier: string): Element[] =>
  json.all("aws_subnet").filter(({ name }) => name.startsWith(`network_${tier}_`));

/** The route of a subnet to all addresses of a family, from the table with which it is associated. */
export function routeOf(json: Elements, subnet: Element, family: "ipv4" | "ipv6"): Element | undefined {
  const table = tableOf(json, subnet);
  const destination = family === "ipv4" ? "destination_cidr_block" : "destination_ipv6_cidr_block";
  return (
    table &&
    json
      .all("aws_route")
      .find(({ args }) => args.route_table_id === reference(table, "id") && args[destination] !== undefined)
  );
}

export function tableOf(json: Elements, subnet: Element): Element | undefined {
  const association = json
    .args("aws_route_table_association")
    .find(({ subnet_id: id }) => id === reference(subnet, "id"));
  return association && json.target(association.route_table_id, "aws_route_table");
}

/** Whether a public subnet reaches the internet gateway. */
export const isPublic = (json: Elements, subnet: Element, family: "ipv4" | "ipv6" = "ipv4"): boolean =>
  json.target(routeOf(json, subnet, family)?.args.gateway_id, "aws_internet_gateway") !== undefined;

/** Whether a NAT gateway has an address and a way to the internet. */
export function natWorks(json: Elements, nat: Element | undefined): boolean {
  if (!nat) return false;
  if (json.all("aws_internet_gateway").length === 0) return false;
  if (nat.args.availability_mode === "regional") return true;
  const subnet = json.target(nat.args.subnet_id, "aws_subnet");
  return (
    subnet !== undefined &&
    isPublic(json, subnet) &&
    json.target(nat.args.allocation_id, "aws_eip") !== undefined
  );
}

export const endpoint = (json: Elements, service: string): Element | undefined =>
  json.all("aws_vpc_endpoint").find(({ args }) => textOf(args.service_name).endsWith(`.${service}`));
