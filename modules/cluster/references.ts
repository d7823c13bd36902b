import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

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
