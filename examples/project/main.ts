import { App } from "cdktf";
import { environments } from "./environments";
import { ClusterStack } from "./platform/cluster-stack";

const app = new App();
for (const [name, settings] of Object.entries(environments)) {
  const { cluster } = new ClusterStack(app, name, settings);
  // The command of CDKTF prints them; "npm run synth" does not use it.
  for (const warning of cluster.warnings) console.warn(`${name}: ${warning}`);
}
app.synth();
