import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { Fn, propertyAccess, type TerraformRemoteState, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { InputError } from "../modules/cluster/problem";
import { fields } from "../modules/eks/fields.generated";
import type { EksClusterSpec } from "../modules/eks/spec";
import { type ObjectOutputs, objectsOf } from "../modules/eks/workloads/objects";
import { type ClusterOutputs, releasesOf } from "../modules/eks/workloads/values";
import { backendFor } from "../modules/environment/backend/state";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { workloadsStackName } from "../modules/environment/stack-names";
import type { PlatformClusterSpec } from "../modules/environment/types";
import { HelmReleases } from "../modules/workloads/helm-releases";
import { objectsChart } from "../modules/workloads/objects-chart";
import { helmProvider } from "../modules/workloads/versions";
import { stateOf } from "./backends";
import { ClusterStack } from "./cluster-stack";

/** The programs in a cluster, in a separate state: the provider needs a cluster that exists. */
export class WorkloadsStack extends ClusterStack {
  readonly programs: HelmReleases;

  constructor(scope: Construct, spec: PlatformClusterSpec, settings: EnvironmentSettings = {}) {
    super(scope, workloadsStackName(spec.name), settings, undefined, spec.name);
    if (spec.platform !== "eks") throw new InputError(`workloads is not supported on ${spec.platform}`);
    const cluster = this.withVariables(spec, fields);
    const state = stateOf(
      this,
      "cluster",
      { environment: settings.environment, stack: spec.name },
      backendFor(settings, spec.name),
    );

    new HelmProvider(this, "helm", {
      kubernetes: {
        host: state.getString("cluster_endpoint"),
        clusterCaCertificate: Fn.base64decode(state.getString("cluster_ca_certificate")),
        exec: {
          apiVersion: "client.authentication.k8s.io/v1beta1",
          command: "aws",
          args: this.tokenCommand(cluster),
        },
      },
    });
    this.requireHelm();

    this.programs = new HelmReleases(this, "programs", {
      cluster,
      releases: releasesOf(cluster, outputsOf(state)),
      objects: objectsOf(cluster, objectOutputsOf(state, cluster)),
    });
    this.writeObjectsChart();
    new TerraformOutput(this, "program_versions", {
      value: Object.fromEntries(
        [...this.programs.releases].map(([program, { version }]) => [program, version]),
      ),
      description: "Versions of the charts of the installed programs, by name",
    });
  }

  /** The command of the AWS CLI that prints a token, with the role that the provider of the first stack assumes. */
  private tokenCommand({ region, name }: Pick<EksClusterSpec, "region" | "name">): string[] {
    const { assumeRole } = this.providerSettings("aws");
    if (assumeRole?.externalId !== undefined) {
      throw new InputError(
        "providers.aws.assumeRole.externalId: the AWS CLI cannot get a token for workloads with an external id; assume the role " +
          "before Terraform runs, and omit assumeRole",
      );
    }
    const role = assumeRole ? ["--role-arn", assumeRole.roleArn] : [];
    return ["eks", "get-token", "--output", "json", "--region", region, "--cluster-name", name, ...role];
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

/** The outputs of the first stack that the values of charts need. */
function outputsOf(state: TerraformRemoteState): ClusterOutputs {
  return {
    endpoint: state.getString("cluster_endpoint"),
    vpcId: state.getString("network_id"),
    karpenterQueueName: state.getString("karpenter_queue_name"),
    terminationQueueUrl: state.getString("node_termination_queue_url"),
    loadBalancerGroupId: state.getString("load_balancer_security_group_id"),
    roleArnOf: (account) => Fn.lookup(state.get("controller_role_arns"), account),
  };
}

/** The outputs of the first stack that objects need. */
function objectOutputsOf(state: TerraformRemoteState, { encryption }: EksClusterSpec): ObjectOutputs {
  return {
    karpenterInstanceProfileName: state.getString("karpenter_instance_profile_name"),
    ...(encryption?.disks === "customer-key" && {
      karpenterDisksKeyArn: state.getString("karpenter_disks_key_arn"),
    }),
    storageObjects: propertyAccess(state.get("storage_manifests"), ["items"]),
  };
}
