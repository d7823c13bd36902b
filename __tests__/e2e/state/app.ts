import { App, TerraformOutput, TerraformResource } from "cdktf";
import { loadOrExit } from "../../../modules/environment";
import type { EnvironmentSettings } from "../../../modules/environment/settings";
import { ClusterStack } from "../../../stacks/cluster-stack";

/**
 * Creates stacks of environment files that need no cloud: instead of a cluster, each has a `terraform_data` for each name in MARKS. With
 * GATE, its creation waits until that file exists, so that a test can check the state in between.
 */
class MarkStack extends ClusterStack {
  constructor(app: App, id: string, settings: EnvironmentSettings) {
    super(app, id, settings);
    for (const name of (process.env.MARKS ?? "first").split(",")) {
      const mark = new TerraformResource(this, name, { terraformResourceType: "terraform_data" });
      mark.addOverride("input", `${id}-${name}`);
      if (process.env.GATE) {
        const command = `until [ -e ${JSON.stringify(process.env.GATE)} ]; do sleep 0.1; done`;
        mark.addOverride("provisioner", [{ "local-exec": { command } }]);
      }
    }
    new TerraformOutput(this, "cluster_name", { value: id });
    for (const name of Object.keys(settings.variables ?? {})) {
      new TerraformOutput(this, `given_${name}`, { value: this.withVariables(`\${var.${name}}`) });
    }
  }
}

const app = new App();
for (const { clusters, settings } of loadOrExit(process.env.ENVIRONMENTS ?? "environments")) {
  for (const { name } of clusters) new MarkStack(app, name, settings);
}
app.synth();
