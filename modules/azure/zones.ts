/** Every region with zones has three, by the same names: https://learn.microsoft.com/azure/reliability/availability-zones-overview */
export const zonesOfAzure = ["1", "2", "3"] as const;
