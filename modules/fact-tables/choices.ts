import { clouds } from "../kubeadm/clouds";
import { newestReleases } from "../kubeadm/versions";
import { type Platform, supportEnds, tablesOf } from "./tables";

/** Known values of fields that accept others too. */
export interface Choices {
  readonly region: readonly string[];

  /** Versions with standard or extended support. */
  readonly kubernetesVersion: readonly string[];

  /** Empty if the tables have families of machine types only. */
  readonly machineTypes: readonly string[];
}

/**
 * What a user of a platform can choose from, of its tables of facts.
 *
 * @param today - ISO date
 */
export function choicesOf(platform: Platform, today: string): Choices {
  const namesOf = (table: string) => [
    ...new Set(
      tablesOf(platform)
        .filter(({ name }) => name === table || name.startsWith(`${table} of `))
        .flatMap(({ rows }) => Object.keys(rows)),
    ),
  ];
  const machineTypes = namesOf("machine types");
  // These clusters name a release, and are in some of the regions of their clouds.
  if (platform === "kubeadm") {
    const region = Object.values(clouds).flatMap(({ regions }) => regions.names());
    return { region, kubernetesVersion: newestReleases(), machineTypes };
  }
  const supported = new Set(
    supportEnds(today)
      .filter((end) => end.platform === platform && end.support !== "long-term" && end.daysLeft >= 0)
      .map(({ of }) => of),
  );
  const kubernetesVersion = namesOf("Kubernetes versions").filter((minor) =>
    supported.has(`Kubernetes ${minor}`),
  );
  return { region: namesOf("regions"), kubernetesVersion, machineTypes };
}
