import { App } from "cdktf";
import { environments } from "./environments";
import { ClusterStack } from "./platform/cluster-stack";

const app = new App();
for (const [name, settings] of Object.entries(environments)) new ClusterStack(app, name, settings);
app.synth();
