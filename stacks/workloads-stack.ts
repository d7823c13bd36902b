import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import type { InputTable } from "../modules/cluster/inputs";
import { backendFor } from "../modules/environment/backend/state";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { workloadsStackName } from "../modules/environment/stack-names";
import type { PlatformClusterSpec } from "../modules/environment/types";
import { HelmReleases } from "../modules/workloads/helm-releases";
import { objectsChart } from "../modules/workloads/objects-chart";
import { helmProvider } from "../modules/workloads/versions";
import { stateOf } from "./backends";
import { ClusterStack } from "./cluster-stack";
import { aksInstallation } from "./workloads/aks";
import { eksInstallation } from "./workloads/eks";
import { gkeInstallation } from "./workloads/gke";
import { kubeadmInstallation } from "./workloads/kubeadm";
import type { Installation, InstallationContext } from "./workloads/installation";
import {
  outputsInState,
  type OutputReader,
  OutputsAsInputs,
  type OutputsAsInputsProps,
} from "./workloads/output-reader";

/** What a stack of programs gets as inputs, in place of the state of the cluster's stack. */
export interface ModuleForm {
  /** The inputs of the module of the cluster. */
  readonly table: InputTable;

  /** The outputs of the module of the cluster, by name. */
  readonly outputs: OutputsAsInputsProps["outputs"];
}

/** The programs in a cluster, in a separate state: the provider needs a cluster that exists. */
export class WorkloadsStack extends ClusterStack {
  readonly programs: HelmReleases;

  /** The outputs of the cluster's stack that the stack has as inputs, by name. */
  readonly outputInputs: readonly string[];

  /** @param form - if given, the stack is to be exported as a module */
  constructor(
    scope: Construct,
    spec: PlatformClusterSpec,
    settings: EnvironmentSettings = {},
    form?: ModuleForm,
  ) {
    super(scope, workloadsStackName(spec.name), settings, form?.table, spec.name);
    const taken = Object.keys(settings.variables ?? {});
    const inputs = form && new OutputsAsInputs(this, "outputs", { outputs: form.outputs, taken });
    const { connection, ...installation } = installationOf(spec, {
      stack: this,
      outputs: inputs ?? this.outputsOf(spec, settings),
      withVariables: (value, fields) => this.withVariables(value, fields),
      providerSettings: (name) => this.providerSettings(name),
    });

    new HelmProvider(this, "helm", { kubernetes: connection });
    this.requireHelm();

    this.programs = new HelmReleases(this, "programs", installation);
    this.outputInputs = inputs?.names ?? [];
    this.writeObjectsChart();
    new TerraformOutput(this, "program_versions", {
      value: Object.fromEntries(
        [...this.programs.releases].map(([program, { version }]) => [program, version]),
      ),
      description: "Versions of the charts of the installed programs, by name",
    });
  }

  private outputsOf({ name }: PlatformClusterSpec, settings: EnvironmentSettings): OutputReader {
    const { environment } = settings;
    return outputsInState(stateOf(this, "cluster", { environment, stack: name }, backendFor(settings, name)));
  }

  /** The chart of objects is a folder next to the Terraform JSON. */
  private writeObjectsChart(): void {
    const { synthesizer } = this;
    this.synthesizer = {
      synthesize: (session) => {
        synthesizer.synthesize(session);
        const { workingDirectory } = session.manifest.forStack(this);
        for (const [name, text] of Object.entries(objectsChart.files)) {
          const file = join(session.outdir, workingDirectory, objectsChart.folder, name);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, text);
        }
      },
    };
  }

  private requireHelm(): void {
    const { source, minimum, below } = helmProvider;
    this.addOverride("terraform.required_providers.helm", { source, version: `>= ${minimum}, < ${below}` });
  }
}

function installationOf(spec: PlatformClusterSpec, context: InstallationContext): Installation {
  switch (spec.platform) {
    case "eks":
      return eksInstallation(spec, context);
    case "gke":
      return gkeInstallation(spec, context);
    case "aks":
      return aksInstallation(spec, context);
    default:
      return kubeadmInstallation(spec, context);
  }
}
