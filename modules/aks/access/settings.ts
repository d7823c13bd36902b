import { defaults } from "../fields.generated";
import type { AksAccessSpec } from "../spec";

/** Reachability of the API server, normalized for rules and constructs. */
export interface ApiAccess {
  /** It has no public address. */
  readonly isPrivate: boolean;

  /** It has an address in its subnet of the network. */
  readonly inNetwork: boolean;

  /** DNS zone of a private API server: `new`, `system` or the id of a zone; undefined for a public one. */
  readonly dnsZone?: string;
}

export function apiAccessOf(access: AksAccessSpec): ApiAccess {
  const isPrivate = (access.publicFrom ?? defaults["access.publicFrom"]).length === 0;
  return {
    isPrivate,
    inNetwork: access.private ?? defaults["access.private"],
    dnsZone: isPrivate ? (access.privateDnsZone ?? defaults["access.privateDnsZone"]) : undefined,
  };
}
