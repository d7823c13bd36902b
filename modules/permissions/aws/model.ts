import { cloudResources } from "../../cluster/terraform-types";
import type { OneOrMany } from "../iam/policy";

/** Arguments of a resource. */
export type Config = Readonly<Record<string, unknown>>;

/** What the policies are derived from. */
export interface AwsStack {
  /** The name of the cluster, with which the names of all resources start. */
  readonly name: string;
  readonly region: string;

  /** The synthesized stack. */
  readonly configuration: object;
}

/** Conditions of a statement. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;

/** A permission for one action. Those with the same group and conditions become one statement. */
export interface Permission {
  readonly group: string;
  readonly action: string;
  readonly resource: string;
  readonly conditions?: Conditions;
}

/** A stack as the functions of this folder read it. */
export class StackView {
  readonly partition: string;
  readonly resources: ReadonlyMap<string, readonly Config[]>;
  readonly dataSources: ReadonlyMap<string, readonly Config[]>;
  readonly backend: Config | undefined;
  private readonly hasDefaultTags: boolean;

  /** ARNs of existing roles and keys that the file names. */
  readonly existingArns: readonly string[];

  constructor(readonly stack: AwsStack) {
    const { region, configuration } = stack;
    this.partition = region.startsWith("cn-")
      ? "aws-cn"
      : region.startsWith("us-gov-")
        ? "aws-us-gov"
        : "aws";
    const {
      resource = {},
      data = {},
      terraform,
      provider,
    } = configuration as {
      readonly resource?: Blocks;
      readonly data?: Blocks;
      readonly provider?: object;
      readonly terraform?: { readonly backend?: { readonly s3?: Config } };
    };
    this.resources = byType(cloudResources(resource));
    this.dataSources = byType(data);
    this.hasDefaultTags = JSON.stringify(provider ?? {}).includes('"default_tags"');
    this.backend = terraform?.backend?.s3;
    const text = JSON.stringify([resource, data]);
    this.existingArns = found(text, /\barn:aws[\w-]*:(?:iam|kms):[\w-]*:\d{12}:(?:role|key)\/[\w+=,.@/-]+/g);
  }

  of(type: string): readonly Config[] {
    return this.resources.get(type) ?? [];
  }

  /** Ids of existing resources that the resources of some types name. */
  existingIdsIn(types: Iterable<string>): string[] {
    const text = JSON.stringify([...types].map((type) => this.of(type)));
    return found(text, /\b(?:vpc|subnet|sg|rtb|eipalloc)-[0-9a-f]{8,17}\b/g);
  }

  /** Whether a resource of a type is created with tags. */
  hasTags(type: string): boolean {
    const isSet = (tags: unknown) =>
      typeof tags === "object" && tags !== null && Object.keys(tags).length > 0;
    return this.hasDefaultTags || this.of(type).some(({ tags, tag }) => isSet(tags) || isSet(tag));
  }

  arn(service: string, rest: string, account = "*"): string {
    const region = service === "iam" || service === "s3" ? "" : this.stack.region;
    return `arn:${this.partition}:${service}:${region}:${account}:${rest}`;
  }

  /** Patterns for the names of this cluster: `a` and `a-…`, so that a removed resource stays in scope. */
  get names(): readonly string[] {
    const { name } = this.stack;
    return [name, `${name}-*`];
  }
}

type Blocks = Readonly<Record<string, Readonly<Record<string, Config>>>>;

const byType = (blocks: Blocks): Map<string, readonly Config[]> =>
  new Map(Object.entries(blocks).map(([type, all]) => [type, Object.values(all)]));

const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([match]) => match))].sort();

/** A name up to its first reference, whose rest matches anything. */
export function patternOfName(name: string): string {
  const reference = name.indexOf("${");
  return reference < 0 ? name : `${name.slice(0, reference)}*`;
}
