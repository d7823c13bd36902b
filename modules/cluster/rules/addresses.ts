import { Cidr, privateRanges } from "../addresses";
import { error, type Path, type Finding } from "../problem";
import type { ClusterSpec } from "../vocabulary";
import { isKnown, knownEntries, shown, defineRules } from "./rule";

export const rules = defineRules<ClusterSpec>("cluster/network", {
  /**
   * Ranges are IPv4 in CIDR notation, without address bits after the prefix.
   *
   * @see https://www.rfc-editor.org/rfc/rfc4632#section-3.1
   */
  "range-syntax"({ network, access }) {
    return [
      ...rangeProblems(["network", "cidr"], network?.cidr),
      ...rangeProblems(["network", "serviceCidr"], network?.serviceCidr),
      ...rangeProblems(["network", "podCidr"], network?.podCidr),
      ...knownEntries(access.publicFrom).flatMap(([i, range]) =>
        rangeProblems(["access", "publicFrom", i], range),
      ),
    ];
  },
});

/** Checks the syntax of one range. The message suggests the correct one. */
export function rangeProblems(path: Path, range: string | undefined): Finding[] {
  if (!isKnown(range) || Cidr.parse(range)) return [];

  if (range.includes(":")) return [error(path, `must be an IPv4 range, got ${shown(range)}`)];

  const network = Cidr.networkOf(range);
  if (network) {
    const start = Cidr.parse(`${range.split("/")[0]}/32`)!;
    const around = privateRanges.find((own) => own.contains(start));
    return [
      error(
        path,
        around === undefined || around.contains(Cidr.parse(network)!)
          ? `${range} is an address in ${network}; use ${network}`
          : `must be within ${around}, got ${range}`,
      ),
    ];
  }

  // A range of access can be a single address; a network has many addresses.
  const single = Cidr.parse(`${range}/32`);
  const isHost = path[0] === "access" && range !== "0.0.0.0";
  const example = single && path[0] !== "access" ? Cidr.networkOf(`${range}/16`) : "10.0.0.0/16";
  const advice = single && isHost ? `; this address alone is ${single}` : "";
  return [error(path, `must be an IPv4 range such as ${example}, got ${shown(range)}${advice}`)];
}
