import type { App, TerraformStack } from "cdktf";
import type { InputTable } from "../modules/cluster/inputs";
import { InputError } from "../modules/cluster/problem";
import type { EnvironmentSettings } from "../modules/environment/settings";
import type { PlatformClusterSpec } from "../modules/environment/types";
import type * as aks from "./aks-stack";
import type * as eks from "./eks-stack";
import type * as gitops from "./gitops-stack";
import type * as gke from "./gke-stack";
import type * as kubeadm from "./kubeadm-stack";
import type * as workloads from "./workloads-stack";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of every platform */

/** Creates the stack of a cluster, by platform. The module is loaded for the first cluster of the platform. */
const platforms: {
  readonly [Name in PlatformClusterSpec["platform"]]: (
    app: App,
    cluster: Extract<PlatformClusterSpec, { readonly platform: Name }>,
    settings: EnvironmentSettings,
    inputs?: InputTable,
  ) => TerraformStack;
} = {
  eks: (...args) => new (require("./eks-stack") as typeof eks).EksStack(...args),
  aks: (...args) => new (require("./aks-stack") as typeof aks).AksStack(...args),
  gke: (...args) => new (require("./gke-stack") as typeof gke).GkeStack(...args),
  kubeadm: (...args) => new (require("./kubeadm-stack") as typeof kubeadm).KubeadmStack(...args),
};

/**
 * Creates the stack of a cluster, with the name of the cluster and the common settings of its environment.
 *
 * @param inputs - fields that are variables of the stack: it is to be exported as a module
 * @throws InputError if the provider of the platform is not installed
 */
export function createStack(
  app: App,
  cluster: PlatformClusterSpec,
  settings: EnvironmentSettings = {},
  inputs?: InputTable,
): TerraformStack {
  const create = platforms[cluster.platform] as (
    app: App,
    cluster: PlatformClusterSpec,
    settings: EnvironmentSettings,
    inputs?: InputTable,
  ) => TerraformStack;
  try {
    return create(app, cluster, settings, inputs);
  } catch (failure) {
    const provider = missingProvider(failure);
    if (provider === undefined) throw failure;
    throw new InputError(
      `${cluster.name} is on ${cluster.platform}, which needs a package that is not installed: npm install ${provider}`,
    );
  }
}

/**
 * Creates the stacks of a cluster: its own, and one that installs programs in it if the file asks for that. The second waits for the
 * first.
 *
 * @throws InputError if a provider is not installed
 */
export function createStacks(
  app: App,
  cluster: PlatformClusterSpec,
  settings: EnvironmentSettings = {},
): TerraformStack[] {
  const first = createStack(app, cluster, settings);
  if (cluster.workloads === undefined) return [first];
  const second = createWorkloadsStack(app, cluster, settings);
  second.addDependency(first);
  return [first, second];
}

/**
 * Creates the stack that installs programs in a cluster. It reads the state of the cluster's stack.
 *
 * @param form - inputs in place of that state: the stack is to be exported as a module
 * @throws InputError if the Helm provider is not installed
 */
export function createWorkloadsStack(
  app: App,
  cluster: PlatformClusterSpec,
  settings: EnvironmentSettings = {},
  form?: workloads.ModuleForm,
): workloads.WorkloadsStack {
  try {
    const { WorkloadsStack } = require("./workloads-stack") as typeof workloads;
    return new WorkloadsStack(app, cluster, settings, form);
  } catch (failure) {
    const provider = missingProvider(failure);
    if (provider === undefined) throw failure;
    throw new InputError(
      `${cluster.name} has workloads, which need a package that is not installed: npm install ${provider}`,
    );
  }
}

/** Creates the root module that describes a cluster to a GitOps tool. It reads the state of the cluster's stack, and needs no provider. */
export function createGitopsStack(
  app: App,
  cluster: PlatformClusterSpec,
  settings: EnvironmentSettings = {},
): TerraformStack {
  const { GitopsStack } = require("./gitops-stack") as typeof gitops;
  return new GitopsStack(app, cluster, settings);
}

/** Providers are optional peer dependencies: each platform needs only its own. */
function missingProvider(failure: unknown): string | undefined {
  const { code, message = "" } = failure as { code?: unknown; message?: string };
  if (code !== "MODULE_NOT_FOUND") return undefined;
  return /^Cannot find module '(@cdkt[fn]\/provider-[^/']+)/.exec(message)?.[1];
}
