import { addedRow, addedRows } from "../cluster/added-facts";
import type { Fact } from "../cluster/facts";

/** Age and source of the table of regions. */
export const regionsFact: Fact = {
  asOf: "2026-08-31",
  source: "https://github.com/Azure/terraform-azurerm-avm-utl-regions",
};

/**
 * Regions of Azure: in which cloud they are, and whether they have availability zones. A region that is missing may be newer.
 *
 * Sources: the list of Azure Resource Manager (`az account list-locations`), of August 2026, by way of
 * https://github.com/Azure/terraform-azurerm-avm-utl-regions; for the clouds of governments and of China
 * https://learn.microsoft.com/azure/azure-government/documentation-government-welcome and
 * https://learn.microsoft.com/azure/china/overview-availability-zones
 */

/** A cloud of Azure: each has its own accounts, domain names and API. */
export type Cloud = "public" | "usgovernment" | "china";

/** Facts of a region. */
export interface Region {
  readonly cloud: Cloud;

  /** It has three availability zones, instead of none. */
  readonly hasZones: boolean;
}

/** Names of regions with and without zones in each cloud. */
const namesByCloud: Readonly<
  Record<Cloud, { readonly zoned: readonly string[]; readonly plain: readonly string[] }>
> = {
  public: {
    zoned: [
      "australiaeast",
      "austriaeast",
      "belgiumcentral",
      "brazilsouth",
      "canadacentral",
      "centralindia",
      "centralus",
      "chilecentral",
      "denmarkeast",
      "eastasia",
      "eastus",
      "eastus2",
      "francecentral",
      "germanywestcentral",
      "indonesiacentral",
      "israelcentral",
      "italynorth",
      "japaneast",
      "japanwest",
      "koreacentral",
      "malaysiawest",
      "mexicocentral",
      "newzealandnorth",
      "northeurope",
      "norwayeast",
      "polandcentral",
      "qatarcentral",
      "southafricanorth",
      "southcentralus",
      "southeastasia",
      "spaincentral",
      "swedencentral",
      "switzerlandnorth",
      "uaenorth",
      "uksouth",
      "westeurope",
      "westus2",
      "westus3",
    ],
    plain: [
      "australiacentral",
      "australiacentral2",
      "australiasoutheast",
      "brazilsoutheast",
      "canadaeast",
      "francesouth",
      "germanynorth",
      "jioindiacentral",
      "jioindiawest",
      "koreasouth",
      "northcentralus",
      "norwaywest",
      "southafricawest",
      "southindia",
      "switzerlandwest",
      "uaecentral",
      "ukwest",
      "westcentralus",
      "westindia",
      "westus",
    ],
  },
  usgovernment: {
    zoned: ["usgovvirginia"],
    plain: ["usdodcentral", "usdodeast", "usgovarizona", "usgovtexas"],
  },
  china: {
    zoned: ["chinanorth3"],
    plain: ["chinaeast", "chinaeast2", "chinaeast3", "chinanorth", "chinanorth2"],
  },
};

const regions: ReadonlyMap<string, Region> = new Map(
  (Object.keys(namesByCloud) as Cloud[]).flatMap((cloud) => {
    const { zoned, plain } = namesByCloud[cloud];
    const row = (name: string, hasZones: boolean) => [name, { cloud, hasZones }] as const;
    return [...zoned.map((name) => row(name, true)), ...plain.map((name) => row(name, false))];
  }),
);

/** Names of the table's regions. */
export const regionNames = (): string[] => [
  ...new Set([...regions.keys(), ...Object.keys(addedRows("aks", "regions"))]),
];

/** The table's row of a region; undefined if the table has none. */
export function regionNamed(name: string): Region | undefined {
  const [added, known] = [addedRow("aks", "regions", name), regions.get(name)];
  if (added === undefined) return known;
  return {
    cloud: added.cloud ?? known?.cloud ?? "public",
    hasZones: added.hasZones ?? known?.hasZones ?? true,
  };
}

/** Names of the regions with zones that have the longest common prefix with a name. */
export function zonedRegionsLike(name: string): string[] {
  const alike = (other: string): number => {
    let length = 0;
    while (length < other.length && other[length] === name[length]) length++;
    return length;
  };
  const zoned = regionNames().filter((other) => regionNamed(other)!.hasZones);
  const most = Math.max(...zoned.map(alike));
  return most < 2 ? [] : zoned.filter((other) => alike(other) === most);
}
