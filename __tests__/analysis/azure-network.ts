import { Cidr } from "../../modules/cluster/addresses";
import { type Element, type Elements, reference } from "./elements";

/** The other end of the association of a subnet. */
export function associated(json: Elements, type: string, subnet: Element, argument: string): unknown {
  return json.args(type).find(({ subnet_id: id }) => id === reference(subnet, "id"))?.[argument];
}

/** Whether a range contains another one. */
export const contains = (range: unknown, inner: string): boolean => {
  const [outer, one] = [Cidr.parse(String(range)), Cidr.parse(inner)];
  return outer !== undefined && one !== undefined && outer.contains(one);
};

/** Whether a NAT gateway exists and has an address. */
export function natWorks(json: Elements, id: unknown): boolean {
  const gateway = json.target(id, "azurerm_nat_gateway");
  if (!gateway) return false;
  return json
    .args("azurerm_nat_gateway_public_ip_association")
    .some(
      ({ nat_gateway_id: of, public_ip_address_id: address }) =>
        of === reference(gateway, "id") && json.target(address, "azurerm_public_ip") !== undefined,
    );
}
