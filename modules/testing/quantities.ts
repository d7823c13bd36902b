const factors: Readonly<Record<string, number>> = {
  "": 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/**
 * A quantity of Kubernetes, such as `250m`, `1.5`, `512Mi` or `1e9`.
 *
 * @throws Error if it is none
 */
function quantity(text: string | number): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?(?:[eE]\d+)?)([a-zA-Z]*)$/.exec(String(text)) ?? [];
  if (number === undefined || !Object.hasOwn(factors, unit)) {
    throw new Error(`${JSON.stringify(text)} is not a quantity of Kubernetes`);
  }
  return Number(number) * factors[unit];
}

export const cpuMillis = (text: string | number): number => Math.ceil(quantity(text) * 1000);
export const memoryMiB = (text: string | number): number => quantity(text) / 2 ** 20;
