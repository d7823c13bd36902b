import { Cidr, privateRanges } from "../../cluster/addresses";
import { knownEntries } from "../../cluster/rules/rule";
import { isUnresolved } from "../../cluster/tokens";
import type { AnyGkeClusterProps } from "../spec";
import { defaults } from "../fields.generated";

/** The enabled endpoints of the API server. */
export interface Endpoints {
  /** Whether IP endpoints are enabled. */
  readonly ip: boolean;

  /** Whether the public endpoint is enabled. */
  readonly public: boolean;

  /** Whether the DNS endpoint is enabled, which any address can reach with permissions of IAM. */
  readonly dns: boolean;
}

/** The endpoints of the API server that a cluster enables. */
export function endpointsOf({ access }: Pick<AnyGkeClusterProps, "access">): Endpoints {
  const ip = access.ipEndpoint ?? defaults["access.ipEndpoint"];
  const isOpen =
    knownEntries(access.publicFrom).some(([, range]) => !isPrivate(range)) || access.googleCloud === true;
  return { ip, public: ip && isOpen, dns: access.dnsEndpoint ?? defaults["access.dnsEndpoint"] };
}

/** A reference counts as public: `publicFrom` is for public ranges. */
function isPrivate(range: string): boolean {
  if (isUnresolved(range)) return false;
  const cidr = Cidr.parse(range);
  return cidr !== undefined && privateRanges.some((all) => all.contains(cidr));
}
