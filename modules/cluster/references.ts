import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { addressPart } from "./names";

/**
 * A value with its tokens as Terraform will read them, e.g. `${aws_subnet.a.id}`. A token's own text differs with the
 * order in which constructs were made, so it must not get into a hash.
 */
export function withReferences(scope: IConstruct, value: unknown): unknown {
  return Tokenization.resolve(value, {
    scope,
    preparing: false,
    resolver: new DefaultTokenResolver(new StringConcat()),
  });
}

/**
 * A construct id out of something that names a thing for good, such as an ARN: its words, joined by `_`. What only
 * Terraform knows is called after the reference: `aws_iam_role_ops_arn`.
 */
export function idOf(scope: IConstruct, name: string): string {
  return addressPart(withReferences(scope, name) as string);
}
