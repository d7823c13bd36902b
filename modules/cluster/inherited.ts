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

  /**
   * The arguments that a provider has for them, of which a resource has one at most: they have other names on some clouds, and
   * an argument of the usual name means something else there.
   *
   * @default ["tags"]
   */
  readonly tagArguments?: readonly string[];
}

/** Hands provider and tags down to everything below `scope`, also to what users add there later. */
export function inheritFrom(scope: Construct, inherited: Inherited): void {
  Aspects.of(scope).add(new Inheritance(inherited));
}

/** A resource as the bindings generate it: each argument with what was given for it, `tags` and `tagsInput`. */
type Generated = Record<string, Record<string, string> | undefined>;

/** Runs at every synthesis, so it must not mind running twice. */
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
