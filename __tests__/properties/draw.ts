import fc from "fast-check";

/**
 * Draws values one after the other, so that later values can depend on earlier ones: each description is valid, and none is
 * discarded. fast-check sees each draw, and shrinks a counterexample draw by draw.
 */
export class Draw {
  /** Percentage of optional fields that are set: some descriptions have few fields, some nearly all. */
  private readonly density: number;

  constructor(private readonly next: fc.GeneratorValue) {
    this.density = this.one([20, 5, 75]);
  }

  /** A whole number, both ends included. The ends are more frequent than other numbers. */
  int(least: number, most: number): number {
    return this.next(between(least, most));
  }

  /** One item of a list, all with the same probability. A counterexample shrinks to the first one. */
  one<T>(choices: readonly T[]): T {
    return choices[this.next(evenly(choices.length))];
  }

  /** Some items of a list in any order, without duplicates. */
  some<T>(choices: readonly T[], least = 1, most = choices.length): T[] {
    return this.next(shuffled(choices.length, least, Math.min(most, choices.length))).map((i) => choices[i]);
  }

  /** A list with a drawn length. Items with the same `key` as an earlier one are omitted. */
  list<T>(
    least: number,
    most: number,
    make: (i: number) => T,
    key: (item: T) => unknown = (item) => item,
  ): T[] {
    const items = Array.from({ length: this.int(least, most) }, (_, i) => make(i));
    const keys = items.map(key);
    return items.filter((_, i) => keys.indexOf(keys[i]) === i);
  }

  /** True in `percent` of all draws. */
  chance(percent: number): boolean {
    return this.next(evenly(100)) >= 100 - percent;
  }

  bool(): boolean {
    return this.one([false, true]);
  }

  /** An optional field, with the probability of this description. */
  maybe<T>(make: () => T): T | undefined {
    return this.chance(this.density) ? make() : undefined;
  }

  /** An optional field with a low probability, because it restricts other fields. */
  seldom<T>(make: () => T, percent = 8): T | undefined {
    return this.chance(percent) ? make() : undefined;
  }

  /** Text of these characters. */
  text(characters: string, least: number, most: number = least): string {
    return this.next(textOf(characters, least, most));
  }

  /** Hexadecimal digits. */
  hex(length: number): string {
    return this.text("0123456789abcdef", length);
  }

  uuid(): string {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join("-");
  }

  /**
   * A name of letters, digits and `-` that starts with a letter: mostly short, and sometimes of the maximum length, to test the
   * truncation of names.
   */
  name(most: number, extra = "-"): string {
    const length = this.chance(15) ? most : this.int(1, Math.min(most, 12));
    const tail = this.text(`${lower}${digits}${extra}`, Math.max(0, length - 1));
    return `${this.text(lower, 1)}${tail}`;
  }

  /** A name that ends in a letter or digit, as Kubernetes and most clouds require. */
  label(most: number): string {
    return this.name(most).replace(/-+$/, (end) => "x".repeat(end.length));
  }
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

const between = known((min: number, max: number) => fc.integer({ min, max }));

const evenly = known((below: number) => fc.noBias(fc.nat(below - 1)));

const shuffled = known((length: number, least: number, most: number) =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i),
    { minLength: Math.min(least, length), maxLength: most },
  ),
);

const textOf = known((characters: string, least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: least, maxLength: most, size: "max" }),
);

/**
 * Caches arbitraries by their arguments. fast-check compares the arguments of a draw with those of all earlier draws, which took half
 * of the time; cached arbitraries have no arguments.
 */
function known<Args extends readonly (string | number)[], T>(
  make: (...args: Args) => fc.Arbitrary<T>,
): (...args: Args) => () => fc.Arbitrary<T> {
  const made = new Map<string, () => fc.Arbitrary<T>>();
  return (...args) => {
    const key = args.join(" ");
    const found = made.get(key);
    if (found) return found;
    const arbitrary = make(...args);
    const maker = () => arbitrary;
    made.set(key, maker);
    return maker;
  };
}

/** Descriptions that `make` draws, without undefined fields. */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((next) => defined(make(new Draw(next))));
}

/** A copy without undefined fields, as in a file. Empty maps are kept. */
export function defined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(defined) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([name, member]) => [name, defined(member)])) as T;
}
