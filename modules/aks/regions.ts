/**
 * Regions of Azure: in which cloud they are, and whether they have availability zones. One that is missing here is not wrong: it
 * may be newer.
 *
 * Sources: the list that Azure's Resource Manager gives out (`az account list-locations`), of August 2026, by way of
 * https://github.com/Azure/terraform-azurerm-avm-utl-regions; for the clouds of governments and of China
 * https://learn.microsoft.com/azure/azure-government/documentation-government-welcome and
 * https://learn.microsoft.com/azure/china/overview-availability-zones
 */

/** A cloud of Azure: each has its own accounts, domain names and API. */
export type Cloud = "public" | "usgovernment" | "china";

/** What is known of a region. */
export interface Region {
  readonly cloud: Cloud;

  /** It has three availability zones; others have none. */
  readonly hasZones: boolean;
}

/** With zones, and without, in each cloud. */
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

/** The table's row of a region; undefined for one that it does not have. */
export const regionNamed = (name: string): Region | undefined => regions.get(name);

/** Names of all regions with zones that begin most like a name: those that were probably meant, or are near. */
export function zonedRegionsLike(name: string): string[] {
  const alike = (other: string): number => {
    let length = 0;
    while (length < other.length && other[length] === name[length]) length++;
    return length;
  };
  const zoned = [...regions].filter(([, { hasZones }]) => hasZones).map(([other]) => other);
  const most = Math.max(...zoned.map(alike));
  return most < 2 ? [] : zoned.filter((other) => alike(other) === most);
}
