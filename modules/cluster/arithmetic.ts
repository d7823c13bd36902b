import { Fn, Op, Token } from "cdktf";

/** Arithmetic on whole numbers. Where only Terraform knows one of them, the result is an expression. */

export const plus = binary((a, b) => a + b, Op.add, 0);

export const minus = binary((a, b) => a - b, Op.sub, 0);

export const times = binary((a, b) => a * b, Op.mul, 1);

/** A quotient, rounded down. */
export const floorOf = binary(
  (a, b) => Math.floor(a / b),
  (a, b) => Fn.floor(Token.asNumber(Op.div(a, b))),
  1,
);

/** A quotient, rounded up. */
export const ceilOf = binary(
  (a, b) => Math.ceil(a / b),
  (a, b) => Fn.ceil(Token.asNumber(Op.div(a, b))),
  1,
);

export const smallerOf = binary(Math.min, (a, b) => Fn.min([a, b]));

export const largerOf = binary(Math.max, (a, b) => Fn.max([a, b]));

/** @param neutral - a second number that changes nothing, and is omitted from expressions */
function binary(
  known: (a: number, b: number) => number,
  unknown: (a: number, b: number) => unknown,
  neutral?: number,
): (a: number, b: number) => number {
  return (a, b) => {
    if (!Token.isUnresolved(a) && !Token.isUnresolved(b)) return known(a, b);
    return b === neutral ? a : Token.asNumber(unknown(a, b));
  };
}
