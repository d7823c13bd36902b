import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { addressPart } from "./names";

/**
 * A value with its tokens as Terraform references, e.g. `${aws_subnet.a.id}`. The text of a token itself depends on the order in
 * which constructs are created, so a hash must not contain it.
 */
export function withReferences(scope: IConstruct, value: unknown): unknown {
  return Tokenization.resolve(value, {
    scope,
    preparing: false,
    resolver: new DefaultTokenResolver(new StringConcat()),
  });
}

/**
 * A construct id from a stable name such as an ARN: its letters and digits, joined by `_`. The id of a token is based on the
 * reference: `aws_iam_role_ops_arn`.
 */
export function idOf(scope: IConstruct, name: string): string {
  return addressPart(withReferences(scope, name) as string);
}
