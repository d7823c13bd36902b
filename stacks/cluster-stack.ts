import {
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformDataSource,
} from "cdktf";
import type { Construct, Node } from "constructs";
import type { FieldTable } from "../modules/cluster/fields";
import { type InputTable, ModuleInputs } from "../modules/cluster/inputs";
import { InputError } from "../modules/cluster/problem";
import type { AnyProviderSpec, ProviderName, ProvidersSpec } from "../modules/environment/providers/types";
import { narrowed } from "../modules/environment/providers/version-range";
import { backendFor } from "../modules/environment/backend/state";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { createBackend } from "./backends";
import { hideSensitive } from "./sensitive";
import { StackVariables } from "./variables";

/** The outputs of cluster stacks on all platforms. */
export interface ClusterOutputs {
  readonly cluster_name: string;
  readonly cluster_endpoint: string;
  readonly cluster_ca_certificate: string;
  readonly kubernetes_version: string;
  readonly kubeconfig_command: string;
  readonly oidc_issuer_url: string;
  readonly network_id: string;
  readonly node_subnet_ids: string[];
  readonly node_groups: unknown;
}

/** Outputs of one platform, by name. Those for kubectl are lists of Kubernetes objects. */
export type Extras = Readonly<Record<string, [value: unknown, description: string, consumer?: "kubectl"]>>;

/** A provider with its supported versions. */
export interface ProviderRange {
  /** Name in `required_providers`. */
  readonly name: ProviderName;
  readonly source: string;
  readonly minimum: string;
  readonly below: string;
}

/** Settings of a provider without its version, with lists as CDKTF requires them. */
export type ProviderSettings<Name extends ProviderName> = Mutable<
  Omit<NonNullable<ProvidersSpec[Name]>, "version">
>;

type Mutable<T> = {
  -readonly [Field in keyof T]: NonNullable<T[Field]> extends readonly (infer Item)[] ? Item[] : T[Field];
};

/** The descriptions of the outputs. */
const outputDescriptions: Record<keyof ClusterOutputs, string> = {
  cluster_name: "Name of the cluster in the cloud",
  cluster_endpoint: "URL of the API server",
  cluster_ca_certificate: "Certificate authority of the API server, PEM in base64",
  kubernetes_version: "Kubernetes version of the control plane",
  kubeconfig_command: "Command that lets kubectl talk to the cluster",
  oidc_issuer_url: "Issuer of the cluster's service account tokens",
  network_id: "Id of the cluster's network",
  node_subnet_ids: "Ids of the subnets of nodes",
  node_groups: "The native node groups, by name",
};

/** What to do about a variable of the environment that has the name of an input. */
export const nameIsTaken = (variable: string): string =>
  `variable ${JSON.stringify(variable)} of the environment has the name of an input of the module; rename it`;

/** The common part of the stacks of all platforms. Each stack has one cluster and one state. */
export abstract class ClusterStack extends TerraformStack {
  private readonly addresses = new Map<string, TerraformElement>();

  private readonly variables: StackVariables;

  /** @param cluster - full name of the cluster, if the stack has another name */
  constructor(
    scope: Construct,
    id: string,
    private readonly settings: EnvironmentSettings = {},
    private readonly inputs?: InputTable,
    cluster = id,
  ) {
    super(scope, id);
    this.variables = new StackVariables(this, settings.variables);
    if (inputs) this.declareInputs(inputs);
    createBackend(this, { environment: settings.environment, stack: id }, backendFor(settings, cluster));
  }

  private declareInputs(table: InputTable): void {
    const own = this.settings.variables ?? {};
    const both = table.inputs.find(({ name }) => Object.hasOwn(own, name));
    if (both) throw new InputError(nameIsTaken(both.name));
    new ModuleInputs(this, table);
  }

  /**
   * A value from the environment file with its references to variables as tokens.
   *
   * @param fields - the field table of the value
   */
  protected withVariables<T>(value: T, fields?: FieldTable): T {
    return this.variables.resolve(value, fields);
  }

  /** The settings of the environment for a provider, in the format of its construct; empty without settings. */
  protected providerSettings<Name extends ProviderName>(name: Name): ProviderSettings<Name> {
    return this.withVariables(
      withoutVersion(this.settings.providers?.[name] ?? {}),
    ) as ProviderSettings<Name>;
  }

  /**
   * CDKTF requires exactly the version of the bindings. The bindings support all later versions of the same major version, and the
   * environment can restrict them.
   */
  protected requireProvider({ name, source, minimum, below }: ProviderRange): void {
    const wanted = this.settings.providers?.[name]?.version;
    const result =
      wanted === undefined ? { range: `>= ${minimum}, < ${below}` } : narrowed(wanted, { minimum, below });
    if ("fault" in result) throw new InputError(`providers.${name}.version: ${result.fault}`);
    this.addOverride(`terraform.required_providers.${name}`, { source, version: result.range });
  }

  /**
   * CDKTF resolves all elements to find references to other stacks, and resolves them again to write them. A stack of this project refers to no
   * construct of another stack, so the first time would only take a quarter of the synthesis.
   */
  override prepareStack(): void {
    this.ensureBackendExists();
  }

  /** Terraform refuses outputs that contain sensitive values but are not marked as sensitive. */
  override toTerraform(): unknown {
    return hideSensitive(super.toTerraform());
  }

  protected createOutputs(outputs: ClusterOutputs, extras: Extras): void {
    for (const [name, description] of Object.entries(outputDescriptions)) {
      const value = outputs[name as keyof ClusterOutputs];
      new TerraformOutput(this, name, {
        value,
        description,
        sensitive: name === "cluster_ca_certificate" || undefined,
      });
    }
    for (const [name, [value, text, consumer]] of Object.entries(extras)) {
      const description = consumer === "kubectl" ? `${text}${this.kubectlUsage(name)}` : text;
      new TerraformOutput(this, name, { value, description });
    }
  }

  /** `terraform output` knows the outputs of a root module alone. */
  private kubectlUsage(output: string): string {
    return this.inputs
      ? ", as a value for kubectl apply"
      : `: terraform output -json ${output} | kubectl apply -f -`;
  }

  /**
   * Readable addresses: the path of constructs without hashes, such as `aws_subnet.network_private_us_east_1a`.
   * The ids `Default` and `Resource` are omitted, as CDKTF does. Addresses are a contract, because the state depends on them.
   *
   * @throws InputError if two elements would have the same address; CDKTF would merge them without an error.
   */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const path = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const id = path
      .filter((part) => part !== "Default" && part !== "Resource")
      .join("_")
      .replace(/[^A-Za-z0-9_]+/g, "_");

    if (TerraformElement.isTerraformElement(element)) this.reserve(`${kindOf(element)}.${id}`, element);
    return id;
  }

  private reserve(address: string, element: TerraformElement): void {
    const owner = this.addresses.get(address) ?? element;
    if (owner !== element) {
      throw new InputError(
        `${address} would be both ${owner.node.path} and ${element.node.path}; rename one of them`,
      );
    }
    this.addresses.set(address, element);
  }
}

function withoutVersion({ version: _, ...settings }: AnyProviderSpec): object {
  return settings;
}

function kindOf(element: TerraformElement): string {
  if (TerraformResource.isTerraformResource(element)) return element.terraformResourceType;
  if (TerraformDataSource.isTerraformDataSource(element)) return `data.${element.terraformResourceType}`;
  return element.constructor.name;
}
