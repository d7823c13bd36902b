import { Release as HelmRelease } from "@cdktf/provider-helm/lib/release";
import { dependable, Fn } from "cdktf";
import { Construct } from "constructs";
import { derivedFrom } from "../cluster/inputs";
import { InputError } from "../cluster/problem";
import { isUnresolved } from "../cluster/tokens";
import type { ProgramName } from "./chart";
import { charts } from "./charts";
import { wrongValues } from "./check-values";
import { type Objects, objectsChart } from "./objects-chart";
import type { WithWorkloads } from "./programs";
import { chartVersionOf, digestOf, type Release, repositoryOf } from "./release";

/** Seconds until the pods of a program are ready, with the start of a node. */
const timeout = 600;

/**
 * Its webhook answers each creation of a Service, so the Services of other charts wait for its pods. It is also removed last, after the
 * programs whose load balancers it deletes.
 *
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/nlb/
 */
const first: ProgramName = "aws-load-balancer-controller";

/** Seconds until objects are deleted: Karpenter terminates all machines of a pool before. */
const objectsTimeout = 1800;

/** See {@link HelmReleases}. */
export interface HelmReleasesProps {
  readonly objects: readonly Objects[];
  readonly cluster: WithWorkloads;
  readonly releases: readonly Release[];
}

/**
 * The Helm releases of programs. Terraform waits for their pods, and removes an installation that fails.
 *
 * @throws InputError if a value is unknown to its chart
 */
export class HelmReleases extends Construct {
  /** By the name of the program. */
  readonly releases: ReadonlyMap<ProgramName, HelmRelease>;

  constructor(scope: Construct, id: string, { cluster, releases, objects }: HelmReleasesProps) {
    super(scope, id);
    this.releases = new Map(
      releases.map((release) => [release.program, this.createRelease(cluster, release)]),
    );
    for (const one of objects) this.installObjects(one);
    const before = this.releases.get(first);
    if (!before) return;
    for (const [program, release] of this.releases)
      if (program !== first) release.dependsOn = [dependable(before)];
  }

  private installObjects({ name, objects, after }: Objects): void {
    new HelmRelease(this, name.replaceAll("-", "_"), {
      name: `cluster-${name}`,
      // In a module, paths are relative to the folder of the caller.
      chart: `\${path.module}/${objectsChart.folder}`,
      namespace: "kube-system",
      values: [Fn.jsonencode({ objects: quoted(objects) })],
      // They can exist, from the output that lists them for kubectl.
      takeOwnership: true,
      wait: true,
      timeout: objectsTimeout,
      maxHistory: 5,
      dependsOn: after && [this.releases.get(after)!],
    });
  }

  private createRelease(cluster: HelmReleasesProps["cluster"], { program, values }: Release): HelmRelease {
    const chart = charts[program];
    const wrong = wrongValues(chart, values);
    if (wrong.length > 0) throw new InputError(`values of the chart ${chart.name}: ${wrong.join(", ")}`);
    return new HelmRelease(this, program.replaceAll("-", "_"), {
      name: program,
      // Helm reads a digest at the end of the name, and compares it with that of the version.
      chart: [chart.name, digestOf(cluster, program)].filter(Boolean).join("@"),
      repository: repositoryOf(cluster, program),
      version: derivedFrom(this, "kubernetesVersion", cluster.kubernetesVersion, (kubernetesVersion) =>
        chartVersionOf({ ...cluster, kubernetesVersion }, program),
      ),
      namespace: chart.namespace,
      createNamespace: chart.namespace !== "kube-system",
      values: [Fn.jsonencode(quoted(values))],
      // A failed installation is removed, and a failed upgrade rolled back, so that the next apply can repeat it.
      atomic: true,
      cleanupOnFail: true,
      wait: true,
      timeout,
      maxHistory: 5,
    });
  }
}

/** CDKTF writes texts into the arguments of functions without escapes. A text with a quotation mark would end there. */
function quoted(value: unknown): unknown {
  if (typeof value === "string")
    return !isUnresolved(value) && /["\\]/.test(value) ? Fn.rawString(value) : value;
  if (Array.isArray(value)) return isUnresolved(value) ? value : value.map(quoted);
  if (typeof value !== "object" || value === null || isUnresolved(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, quoted(inner)]));
}
