import { error, type Path } from "../../cluster/problem";
import { defineRules, isKnown, type Rule, shown } from "../../cluster/rules/rule";
import { type ProgramName, versionsFor } from "../chart";
import { charts } from "../charts";
import { installedBy, isPermitted, newestFor, type ProgramTable, type WithWorkloads } from "../programs";
import { chartVersionOf, digestOf, repositoryOf, settingOf } from "../release";

/** What the rules of all platforms ask about a platform. */
export interface WorkloadsPlatform<Cluster> {
  /** The cloud in messages; the clouds of a platform with several are "the cloud". */
  readonly cloud: string;
  readonly programs: ProgramTable<Cluster>;

  /** The known versions of Kubernetes, as files write them, oldest first. */
  readonly kubernetesVersions: () => readonly string[];

  /** Whether the pods of a program have a node from the start. True if that is not known before Terraform runs. */
  readonly hasNode: (cluster: Cluster, program: ProgramName) => boolean;

  /** What a cluster needs so that the pods have a node. */
  readonly nodeNeeded: string;
}

const pathOf = (program: ProgramName): Path => ["workloads", "programs", program];

/** The rules of the second stack on all platforms. */
export function workloadsRules<Cluster extends WithWorkloads>({
  cloud,
  programs,
  kubernetesVersions,
  hasNode,
  nodeNeeded,
}: WorkloadsPlatform<Cluster>): readonly Rule<Cluster>[] {
  return defineRules<Cluster>("cluster/workloads", {
    /**
     * The second stack installs at least one program.
     *
     * @remarks Decision of this project: a stack without resources looks like an installation that succeeded.
     */
    "installs-a-program"(cluster) {
      if (cluster.workloads === undefined || installedBy(programs, cluster).length > 0) return [];
      return [
        error(
          ["workloads"],
          "installs nothing; set a program in workloads.programs to true, or omit workloads",
        ),
      ];
    },

    /**
     * A program that calls the cloud has the field that gives it permissions.
     *
     * @remarks Decision of this project: a controller without its permissions runs, and fails at each request.
     */
    "program-has-permissions"(cluster) {
      return installedBy(programs, cluster).flatMap((program) => {
        const permission = programs[program];
        if (typeof permission !== "object" || isPermitted(programs, cluster, program)) return [];
        return [
          error(
            pathOf(program),
            `needs ${permission.field}, which gives ${charts[program].title} its permissions in ${cloud}; set that field, or omit the program`,
          ),
        ];
      });
    },

    /**
     * The version of a chart is one whose values were checked, for the Kubernetes version of the cluster.
     *
     * @remarks Decision of this project: Helm ignores values that a chart does not have, so an unknown version could lose settings.
     */
    "chart-version"(cluster) {
      const { kubernetesVersion } = cluster;
      if (!/^\d+\.\d+/.test(String(kubernetesVersion))) return [];
      return installedBy(programs, cluster).flatMap((program) => {
        const known = versionsFor(charts[program], kubernetesVersion);
        const setting = settingOf(cluster, program);
        const isChosen = typeof setting === "object" && setting.chartVersion !== undefined;
        const version = chartVersionOf(cluster, program);
        if (isChosen && !isKnown(version)) return [];
        if (version !== undefined && known.includes(version)) return [];
        if (known.length === 0) {
          const newest = newestFor(programs, cluster, [...kubernetesVersions()].reverse());
          const toFalse = `set workloads.programs.${program} to false and install it yourself`;
          return [
            error(
              setting === undefined ? ["workloads"] : pathOf(program),
              `the catalogue has no version of ${charts[program].title} for Kubernetes ${kubernetesVersion}; ` +
                (newest === undefined ? toFalse : `use ${newest} in a new cluster, or ${toFalse}`),
            ),
          ];
        }
        return [
          error(
            [...pathOf(program), "chartVersion"],
            `must be ${known.join(" or ")} for Kubernetes ${kubernetesVersion}, got ${shown(version)}`,
          ),
        ];
      });
    },

    /**
     * The pods of every program have a node from the start: Helm waits until they are ready, and fails after a timeout. Nodes that a
     * provisioner creates come too late.
     *
     * @see https://helm.sh/docs/intro/using_helm/#helpful-options-for-installupgraderollback
     */
    "program-has-node"(cluster) {
      return installedBy(programs, cluster)
        .filter((program) => !hasNode(cluster, program))
        .map((program) =>
          error(
            settingOf(cluster, program) === undefined ? ["workloads"] : pathOf(program),
            `would have no node for ${charts[program].title}, and the deployment would fail after a timeout: ${nodeNeeded}`,
          ),
        );
    },

    /**
     * A digest is one of SHA-256, of a version that the file names, in an OCI registry: other repositories have no digests that Helm compares.
     *
     * @see https://helm.sh/docs/topics/registries/#installing-charts-with-digest
     */
    "chart-digest"(cluster) {
      return installedBy(programs, cluster).flatMap((program) => {
        const digest = digestOf(cluster, program);
        const path = [...pathOf(program), "digest"];
        const setting = settingOf(cluster, program);
        if (digest === undefined || typeof setting !== "object") return [];
        const repository = repositoryOf(cluster, program);
        return [
          ...(isKnown(digest) && !/^sha256:[0-9a-f]{64}$/.test(digest)
            ? [error(path, `must be sha256: and 64 hexadecimal digits, got ${shown(digest)}`)]
            : []),
          ...(setting.chartVersion === undefined
            ? [error(path, "needs chartVersion: another version of the catalogue has another digest")]
            : []),
          ...(isKnown(repository) && !repository.startsWith("oci://")
            ? [
                error(
                  path,
                  `needs an OCI registry, got ${shown(repository)}; set workloads.charts.repository to a mirror`,
                ),
              ]
            : []),
        ];
      });
    },

    /**
     * A repository of charts is an HTTPS URL or an OCI registry, without credentials.
     *
     * @see https://helm.sh/docs/topics/registries/
     */
    "charts-repository"({ workloads }) {
      const repository = workloads?.charts?.repository;
      if (!isKnown(repository)) return [];
      if (/^(https|oci):\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9._~/-]*)?$/.test(repository)) return [];
      return [
        error(
          ["workloads", "charts", "repository"],
          `must be a URL without credentials such as oci://registry.example.com/charts or https://charts.example.com, got ${shown(repository)}`,
        ),
      ];
    },
  });
}
