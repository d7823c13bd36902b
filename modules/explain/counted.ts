/** A number with its noun: `1 node`, `3 nodes`. A range such as `1–3` is plural. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === "1" ? one : many}`;
}

/** An amount with a unit that is a plural noun, such as `keys` or `accounts (by GB)`, or a symbol. */
export function amountOf(amount: number | string, unit: string): string {
  return `${amount} ${String(amount) === "1" ? unit.replace(/s(?= \(|$)/, "") : unit}`;
}
