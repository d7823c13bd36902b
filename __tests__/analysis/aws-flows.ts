import { Cidr } from "../../modules/cluster/addresses";
import type { Arguments } from "../support/synthesized";
import { type Element, type Elements, textOf } from "./elements";

/** Who talks: the id of a security group, or a range of addresses. */
export type Party = string;

export interface Flow {
  readonly protocol: "tcp" | "udp" | "icmp" | "all";

  /** First and last port; for ICMP type and code. If omitted, all. */
  readonly ports?: readonly [from: number, to: number];
}

/** What the security groups in the JSON allow. */
export class AwsFlows {
  constructor(protected readonly json: Elements) {}

  /** Whether a connection is allowed: out of the group of its start, and into the group of its end. */
  isOpen(from: Party, to: Party, flow: Flow): boolean {
    return this.mayLeave(from, to, flow) && this.mayEnter(from, to, flow);
  }

  private mayLeave(from: Party, to: Party, flow: Flow): boolean {
    if (!from.includes("aws_security_group.")) return true;
    return this.allows("aws_vpc_security_group_egress_rule", from, to, flow);
  }

  protected mayEnter(from: Party, to: Party, flow: Flow): boolean {
    if (!to.includes("security_group")) return true;
    return this.allows("aws_vpc_security_group_ingress_rule", to, from, flow);
  }

  private allows(type: string, group: Party, peer: Party, flow: Flow): boolean {
    return this.json
      .args(type)
      .some(
        (rule) => rule.security_group_id === group && matchesPeer(rule, peer) && matchesPorts(rule, flow),
      );
  }

  /** The group of a resource that has one in `argument`. */
  groupOf({ args }: Element, argument: string): Party {
    return textOf((args[argument] as string[])[0]);
  }
}

function matchesPeer(rule: Arguments, peer: Party): boolean {
  if (rule.referenced_security_group_id !== undefined) return rule.referenced_security_group_id === peer;
  if (peer.includes(":")) return rule.cidr_ipv6 === "::/0";
  const range = Cidr.parse(String(rule.cidr_ipv4));
  const wanted = Cidr.parse(peer);
  // A range that contains all addresses contains those of a group.
  return range !== undefined && (wanted ? range.contains(wanted) : range.prefix === 0);
}

function matchesPorts(rule: Arguments, { protocol, ports }: Flow): boolean {
  if (rule.ip_protocol === "-1") return true;
  if (rule.ip_protocol !== protocol || !ports) return false;
  return Number(rule.from_port) <= ports[0] && ports[1] <= Number(rule.to_port);
}
