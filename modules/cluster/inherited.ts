import {
  Aspects,
  type IAspect,
  TerraformDataSource,
  TerraformElement,
  type TerraformProvider,
  TerraformResource,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";

/** What every resource below a cluster takes over from it, unless it says otherwise itself. */
export interface Inherited {
  /** The provider that makes it, where it is one of that provider's. */
  readonly provider?: TerraformProvider;

  /** Tags, where the resource can carry any; its own win. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Hands provider and tags down to everything below `scope`, also to what users add there later. */
export function inheritFrom(scope: Construct, inherited: Inherited): void {
  Aspects.of(scope).add(new Inheritance(inherited));
}

/** A resource with a `tags` argument, as the bindings generate it. */
interface Taggable extends TerraformResource {
  readonly tagsInput?: Record<string, string>;
  tags: Record<string, string>;
}

/** Runs at every synthesis, so it must not mind running twice. */
class Inheritance implements IAspect {
  constructor(private readonly inherited: Inherited) {}

  visit(node: IConstruct): void {
    if (!TerraformElement.isTerraformElement(node)) return;
    if (!TerraformResource.isTerraformResource(node) && !isDataSource(node)) return;
    const { provider } = this.inherited;
    if (provider && node.terraformResourceType.startsWith(`${provider.terraformResourceType}_`)) {
      node.provider ??= provider;
    }
    if (isTaggable(node)) node.tags = { ...this.inherited.tags, ...node.tagsInput };
  }
}

function isDataSource(node: IConstruct): node is TerraformDataSource {
  return TerraformDataSource.isTerraformDataSource(node);
}

function isTaggable(node: TerraformResource | TerraformDataSource): node is Taggable {
  return TerraformResource.isTerraformResource(node) && "tagsInput" in node;
}
