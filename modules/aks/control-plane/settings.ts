import type { AksClusterProps } from "../spec";

/** Whether Azure upgrades Kubernetes from minor to minor. The version of the file is then the version at creation. */
export function azureOwnsVersion({ upgrades }: Pick<AksClusterProps, "upgrades">): boolean {
  return upgrades?.channel === "stable" || upgrades?.channel === "rapid";
}
