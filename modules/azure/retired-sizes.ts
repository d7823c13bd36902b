import type { Fact } from "../cluster/facts";

/**
 * Series of VM sizes that Azure retires. Of Azure's list of retirements, which names series; NV is of its page "NV series retirement".
 * A8 to A11 are not in the list.
 */
export const retirementsFact: Fact = {
  asOf: "2025-12-18",
  source: "https://github.com/Azure/EOL/blob/main/service_list.json",
};

/** A series of VM sizes with the day on which Azure stops its machines. */
export interface Retirement {
  readonly series: string;
  readonly sizes: RegExp;

  /** ISO date. */
  readonly on: string;

  /** A series of the same kind. */
  readonly instead: string;
}

/** The retirements, the nearest first. */
export const retirements: readonly Retirement[] = [
  { series: "NV", sizes: /^Standard_NV(6|12|24)(_Promo)?$/, on: "2023-09-06", instead: "NVadsA10_v5" },
  { series: "Av1", sizes: /^Standard_A[0-7]$/, on: "2024-08-31", instead: "Dadsv5" },
  { series: "HB", sizes: /^Standard_HB60(-\d+)?rs$/, on: "2024-08-31", instead: "HBv4" },
  { series: "NCv3", sizes: /^Standard_NC24rs_v3$/, on: "2025-03-31", instead: "NCads_H100_v5" },
  { series: "NCv3", sizes: /^Standard_NC(6|12|24)s_v3$/, on: "2025-09-30", instead: "NCads_H100_v5" },
  { series: "DCsv2", sizes: /^Standard_DC\d+s?_v2$/, on: "2026-06-30", instead: "DCsv3" },
  { series: "NVv3", sizes: /^Standard_NV\d+[hm]?s_v3$/, on: "2026-09-30", instead: "NVadsA10_v5" },
  { series: "NVv4", sizes: /^Standard_NV\d+ah?s_v4$/, on: "2026-09-30", instead: "NVadsV710_v5" },
  { series: "Mv2", sizes: /^Standard_M192id?m?s_v2$/, on: "2027-03-31", instead: "Mdsv3" },
  {
    series: "D, Ds, Dv2, Dsv2 and Ls",
    sizes: /^Standard_(DS?\d+(-\d+)?(_v2)?(_Promo)?|L\d+s)$/,
    on: "2028-05-01",
    instead: "Ddsv5",
  },
  {
    series: "F, Fs, Fsv2, Lsv2, G, Gs, Av2, Amv2 and B",
    sizes: /^Standard_(F\d+s?(_v2)?|L\d+s_v2|GS?\d+(-\d+)?|A\d+m?_v2|B\d+(m|l|ml)?s)$/,
    on: "2028-11-15",
    instead: "Dadsv5",
  },
];

/** The retirement of a VM size; undefined if Azure announced none. */
export const retirementOf = (size: string): Retirement | undefined =>
  retirements.find(({ sizes }) => sizes.test(size));

/** What is wrong with a VM size that Azure does not start any more; undefined if it starts it. */
export function retiredSize(size: string, today: Date): string | undefined {
  const found = retirementOf(size);
  if (!found || today.toISOString().slice(0, 10) < found.on) return undefined;
  return `${size} is retired since ${found.on} (as of ${retirementsFact.asOf}): Azure starts no machines of it; use the series ${found.instead}`;
}
