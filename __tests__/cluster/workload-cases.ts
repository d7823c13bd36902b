import type { ProgramSpec, WorkloadsSpec } from "../../modules/cluster/vocabulary";
import type { RuleCases } from "./rule-cases";

const digest = `sha256:${"0".repeat(64)}`;
const registry = "oci://registry.example.com/charts";

/**
 * Cases of the rules about charts, which are the same on all platforms.
 *
 * @param withWorkloads - a valid cluster of a platform whose second stack has these settings
 */
export function chartCases<Cluster>(
  withWorkloads: (workloads: WorkloadsSpec) => Cluster,
): readonly RuleCases<Cluster>[] {
  const withProgram = (setting: ProgramSpec, repository?: string) =>
    withWorkloads({ programs: { "cert-manager": setting }, charts: { repository } });
  const from = (repository?: string) =>
    withWorkloads({ programs: { "cert-manager": true }, charts: { repository } });
  return [
    {
      rule: "cluster/workloads/chart-digest",
      passes: [
        ["a version in a registry", withProgram({ chartVersion: "v1.21.1", digest }, registry)],
        ["no digest", from()],
      ],
      fails: [
        [
          "another kind of digest",
          withProgram({ chartVersion: "v1.21.1", digest: "md5:1234" }, registry),
          'error workloads.programs.cert-manager.digest: must be sha256: and 64 hexadecimal digits, got "md5:1234"',
        ],
        [
          "no version",
          withProgram({ digest }, registry),
          "error workloads.programs.cert-manager.digest: needs chartVersion: another version of the catalogue has another digest",
        ],
        [
          "a repository without digests",
          withProgram({ chartVersion: "v1.21.1", digest }),
          'error workloads.programs.cert-manager.digest: needs an OCI registry, got "https://charts.jetstack.io"; set workloads.charts.repository to ' +
            "a mirror",
        ],
      ],
    },
    {
      rule: "cluster/workloads/charts-repository",
      passes: [
        ["a registry", from("oci://registry.example.com:5000/team/charts")],
        ["a repository", from("https://charts.example.com")],
        ["the default", from()],
      ],
      fails: [
        "http://charts.example.com",
        "registry.example.com/charts",
        "https://me:secret@charts.example.com",
        "",
      ].map(
        (repository) =>
          [
            repository,
            from(repository),
            "error workloads.charts.repository: must be a URL without credentials such as oci://registry.example.com/charts or " +
              `https://charts.example.com, got ${JSON.stringify(repository)}`,
          ] as const,
      ),
    },
  ];
}
