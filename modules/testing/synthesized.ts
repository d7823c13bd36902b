import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, type TerraformStack } from "cdktf";
import { Graph } from "./graph";

/** A generated class of a resource or a data source. */
export interface TerraformClass {
  readonly tfResourceType: string;
}

/** An element's arguments as Terraform reads them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the JSON has no types
export type Arguments = Record<string, any>;

/** How `Synthesized.from` synthesizes. */
export interface SynthesisOptions {
  /**
   * The stack refers to no other stack. Then CDKTF needs no preparation, which resolves everything one time more. The stack must have a
   * backend, because the preparation also adds a missing one.
   *
   * @default false
   */
  readonly alone?: boolean;
}

/**
 * What one stack becomes, through the whole of `app.synth()`: preparation, validations and files.
 *
 * ```ts
 * import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
 *
 * const stack = Synthesized.from((app) => new ShopStack(app, "shop"));
 * expect(stack.resource(EksCluster).version).toBe("1.35");
 * expect(stack.graph.unresolved).toEqual([]);
 * ```
 */
export class Synthesized {
  /** The text of the file, for the CDKTF matchers. */
  readonly json: string;

  /** The same, parsed. */
  readonly terraform: Arguments;

  private constructor(text: string) {
    this.json = text;
    this.terraform = JSON.parse(text);
  }

  /** Synthesizes the stack that `build` makes. */
  static from(build: (app: App) => TerraformStack, { alone = false }: SynthesisOptions = {}): Synthesized {
    const outdir = mkdtempSync(join(tmpdir(), "synthesized-"));
    try {
      const app = new App({ outdir });
      const stack = build(app);
      if (alone) stack.synthesizer.synthesize({ outdir, manifest: app.manifest, skipValidation: false });
      else app.synth();
      return new Synthesized(readFileSync(join(outdir, "stacks", stack.node.id, "cdk.tf.json"), "utf8"));
    } finally {
      rmSync(outdir, { recursive: true });
    }
  }

  /** The resources of a type, by their names. */
  resources({ tfResourceType }: TerraformClass): Record<string, Arguments> {
    return this.terraform.resource?.[tfResourceType] ?? {};
  }

  /** The data sources of a type, by their names. */
  dataSources({ tfResourceType }: TerraformClass): Record<string, Arguments> {
    return this.terraform.data?.[tfResourceType] ?? {};
  }

  /** One resource, by its name; or the only one of its type. */
  resource(type: TerraformClass, name?: string): Arguments {
    const all = this.resources(type);
    const names = Object.keys(all);
    const found = name ?? (names.length === 1 ? names[0] : undefined);
    if (found === undefined || !all[found]) {
      throw new Error(
        `expected one ${type.tfResourceType} ${name ?? ""}, there are: ${names.join(", ") || "none"}`,
      );
    }
    return all[found];
  }

  /** What every `type.name` refers to. */
  get graph(): Graph {
    return new Graph(this.terraform);
  }

  /** All `type.name`, sorted. */
  get addresses(): string[] {
    return this.graph.addresses;
  }
}
