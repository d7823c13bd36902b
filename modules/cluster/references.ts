import { DefaultTokenResolver, type IResolvable, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { InputReference } from "./inputs/reference";
import { addressPart } from "./names";

/**
 * A value with its tokens as Terraform references, e.g. `${aws_subnet.a.id}`. The text of a token itself depends on the order in
 * which constructs are created, so a hash must not contain it.
 */
export function withReferences(scope: IConstruct, value: unknown): unknown {
  return resolved(scope, value, new DefaultTokenResolver(new StringConcat()));
}

/** The same for a hash, which must change with the value of an input of a module: references to inputs stay tokens. */
export function forHash(scope: IConstruct, value: unknown): unknown {
  return resolved(scope, value, new HashResolver(new StringConcat()));
}

function resolved(scope: IConstruct, value: unknown, resolver: DefaultTokenResolver): unknown {
  return Tokenization.resolve(value, { scope, preparing: false, resolver });
}

class HashResolver extends DefaultTokenResolver {
  override resolveToken(...args: Parameters<DefaultTokenResolver["resolveToken"]>): unknown {
    const [token]: [IResolvable, ...unknown[]] = args;
    return token instanceof InputReference ? token : super.resolveToken(...args);
  }
}

/**
 * A construct id from a stable name such as an ARN: its letters and digits, joined by `_`. The id of a token is based on the
 * reference: `aws_iam_role_ops_arn`.
 */
export function idOf(scope: IConstruct, name: string): string {
  return addressPart(withReferences(scope, name) as string);
}
