import { isDeepStrictEqual } from "node:util";
import { blockOf } from "./paces";

/** An argument that resources take from their provider unless they set it. Another value replaces them. */
export interface Inherited {
  readonly argument: string;

  /** The types that have the argument. */
  readonly types: RegExp;
}

/**
 * The inherited arguments of each provider. IAM and Route 53 have no region.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference#project-1
 */
const inherited: Readonly<Record<string, readonly Inherited[]>> = {
  aws: [{ argument: "region", types: /^aws_(?!iam_|route53_)/ }],
  google: [{ argument: "project", types: /^google_/ }],
};

type Providers = Readonly<Record<string, unknown>>;

/** The inherited arguments whose values differ between two configurations. */
export const inheritedChanges = (before: Providers = {}, after: Providers = {}): Inherited[] =>
  Object.entries(inherited).flatMap(([name, all]) => {
    if (!Object.hasOwn(before, name) || !Object.hasOwn(after, name)) return [];
    const [old, fresh] = [before[name], after[name]].map(blockOf);
    return all.filter(({ argument }) => !isDeepStrictEqual(old[argument], fresh[argument]));
  });
