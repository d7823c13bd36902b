import {
  LocalBackend,
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformDataSource,
} from "cdktf";
import type { Construct, Node } from "constructs";
import { InputError } from "../modules/cluster/problem";

/** What every cluster stack tells to whoever deploys it, the same on all platforms. */
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

/** Outputs of one platform alone: value and description, by name. */
export type Extras = Readonly<Record<string, [value: unknown, description: string]>>;

/** A provider and the versions of it that the stack works with. */
export interface ProviderRange {
  /** Name in `required_providers`. */
  readonly name: string;
  readonly source: string;
  readonly minimum: string;
  readonly below: string;
}

/** What each output is, for those who read `terraform output`. */
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

/** One cluster, one state: what the stacks of all platforms have in common. */
export abstract class ClusterStack extends TerraformStack {
  private readonly addresses = new Map<string, TerraformElement>();

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Relative to the stack's folder in cdktf.out: beside cdktf.json, where no synthesis deletes it. CDKTF's own default
    // would be an absolute path of the machine that synthesized.
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });
  }

  /** CDKTF asks for exactly the version its bindings were made from; they work with any later one of the same major. */
  protected requireProvider({ name, source, minimum, below }: ProviderRange): void {
    this.addOverride(`terraform.required_providers.${name}`, {
      source,
      version: `>= ${minimum}, < ${below}`,
    });
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
    for (const [name, [value, description]] of Object.entries(extras)) {
      new TerraformOutput(this, name, { value, description });
    }
  }

  /**
   * Readable addresses: the path of constructs without hashes, such as `aws_subnet.network_private_us_east_1a`.
   * `Default` and `Resource` leave no trace, as in CDKTF's own scheme. Addresses are a contract: state hangs on them.
   *
   * @throws InputError when two elements would share an address; CDKTF would merge them without a word.
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

function kindOf(element: TerraformElement): string {
  if (TerraformResource.isTerraformResource(element)) return element.terraformResourceType;
  if (TerraformDataSource.isTerraformDataSource(element)) return `data.${element.terraformResourceType}`;
  return element.constructor.name;
}
