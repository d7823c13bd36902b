import {
  Aspects,
  type IAspect,
  TerraformDataSource,
  TerraformElement,
  type TerraformProvider,
  TerraformResource,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";

/** Defaults of a cluster for all its resources. */
export interface Inherited {
  /** The provider for resources of this provider. */
  readonly provider?: TerraformProvider;

  /** Tags for resources that support tags. The tags of a resource override them. */
  readonly tags: Readonly<Record<string, string>>;

  /**
   * The possible arguments for tags; a resource has at most one of them. On some clouds `tags` has another meaning, and the argument
   * for tags has another name.
   *
   * @default ["tags"]
   */
  readonly tagArguments?: readonly string[];
}

/** Propagates provider and tags to all resources below `scope`, also to those that users add later. */
export function inheritFrom(scope: Construct, inherited: Inherited): void {
  Aspects.of(scope).add(new Inheritance(inherited));
}

/** A resource of the generated bindings: each argument has a property for its input, such as `tags` and `tagsInput`. */
type Generated = Record<string, Record<string, string> | undefined>;

/** Idempotent, because aspects run at each synthesis. */
class Inheritance implements IAspect {
  private readonly tagArguments: readonly string[];

  constructor(private readonly inherited: Inherited) {
    this.tagArguments = inherited.tagArguments ?? ["tags"];
  }

  visit(node: IConstruct): void {
    if (!TerraformElement.isTerraformElement(node)) return;
    if (!TerraformResource.isTerraformResource(node) && !isDataSource(node)) return;
    const { provider } = this.inherited;
    if (provider && node.terraformResourceType.startsWith(`${provider.terraformResourceType}_`)) {
      node.provider ??= provider;
    }
    if (TerraformResource.isTerraformResource(node)) this.tag(node);
  }

  private tag(resource: TerraformResource): void {
    const argument = this.tagArguments.find((name) => `${name}Input` in resource);
    if (argument === undefined) return;
    const generated = resource as unknown as Generated;
    generated[argument] = { ...this.inherited.tags, ...generated[`${argument}Input`] };
  }
}

function isDataSource(node: IConstruct): node is TerraformDataSource {
  return TerraformDataSource.isTerraformDataSource(node);
}
