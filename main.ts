import { printableLine } from "./modules/cluster/printable";
import { loadOrExit } from "./modules/environment";
import { createStack } from "./stacks";
import { synthesize } from "./stacks/synthesize";

export function main(): void {
  const environments = loadOrExit(process.env.ENVIRONMENTS || "environments");
  const outdir = process.env.CDKTF_OUTDIR ?? "cdktf.out";
  const stacks = synthesize(outdir, (app) => {
    for (const { clusters, settings } of environments) {
      for (const cluster of clusters) createStack(app, cluster, settings);
    }
  });
  console.log(printableLine(`Terraform JSON of ${stacks} stacks is in ${outdir}/stacks`));
}
