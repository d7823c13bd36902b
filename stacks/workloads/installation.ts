import type { HelmProviderKubernetes } from "@cdktf/provider-helm/lib/provider";
import type { TerraformStack } from "cdktf";
import type { FieldTable } from "../../modules/cluster/fields";
import type { ProviderName } from "../../modules/environment/providers/types";
import type { Objects } from "../../modules/workloads/objects-chart";
import type { WithWorkloads } from "../../modules/workloads/programs";
import type { Release } from "../../modules/workloads/release";
import type { ProviderSettings } from "../cluster-stack";
import type { OutputReader } from "./output-reader";

/** What the stack of programs installs, and how it connects to the API server. */
export interface Installation {
  readonly cluster: WithWorkloads;
  readonly connection: HelmProviderKubernetes;
  readonly releases: readonly Release[];
  readonly objects: readonly Objects[];
}

/** What an installation reads of the stack. */
export interface InstallationContext {
  readonly stack: TerraformStack;

  /** The outputs of the cluster's stack. */
  readonly outputs: OutputReader;

  /** A cluster with its references to variables as tokens. */
  readonly withVariables: <T>(value: T, fields: FieldTable) => T;
  readonly providerSettings: <Name extends ProviderName>(name: Name) => ProviderSettings<Name>;
}

/** The version of the protocol between the provider and the program that prints a token. */
export const execApiVersion = "client.authentication.k8s.io/v1beta1";
