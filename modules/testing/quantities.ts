/** Powers of ten of the suffixes of Kubernetes, and of two. */
const tens: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const twos: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

/** Larger exponents exceed each machine, and the largest quantity of Kubernetes. */
const largestExponent = 100;

/** A quantity as a fraction, so that no digit is lost. */
interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * A quantity of Kubernetes, such as `250m`, `1.5`, `.5`, `512Mi`, `1E` or `1e-3`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 * @throws Error if it is none, or negative
 */
function quantity(text: string | number): Quantity {
  const [, whole = "", part = "", rest] =
    /^\+?(?=\.?\d)(\d*)(?:\.(\d*))?([a-zA-Z]{0,2}|[eE][+-]?\d+)$/.exec(String(text)) ?? [];
  const [, exponent] = /^[eE]([+-]?\d+)$/.exec(rest ?? "") ?? [];
  const isKnown =
    exponent !== undefined ||
    (rest !== undefined && (Object.hasOwn(tens, rest) || Object.hasOwn(twos, rest)));
  if (!isKnown) throw new Error(`${JSON.stringify(text)} is not a quantity of Kubernetes`);
  const ten =
    exponent === undefined
      ? (tens[rest] ?? 0)
      : Math.max(-largestExponent, Math.min(largestExponent, Number(exponent)));
  return {
    numerator: BigInt(whole + part) * 10n ** BigInt(Math.max(ten, 0)) * 2n ** BigInt(twos[rest] ?? 0),
    denominator: 10n ** BigInt(part.length + Math.max(-ten, 0)),
  };
}

/** A number of units, rounded up as Kubernetes rounds. */
const roundedUp = ({ numerator, denominator }: Quantity, units: bigint): number =>
  Number((numerator * units + denominator - 1n) / denominator);

export const cpuMillis = (text: string | number): number => roundedUp(quantity(text), 1000n);

/** Kubernetes counts whole bytes. */
export const memoryMiB = (text: string | number): number => roundedUp(quantity(text), 1n) / 2 ** 20;
