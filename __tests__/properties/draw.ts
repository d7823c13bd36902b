import fc from "fast-check";

/**
 * Draws values one after the other, so that what comes later may depend on what came before: a description is right by
 * construction, and nothing is thrown away. fast-check sees each single draw, and makes a counterexample smaller by it.
 */
export class Draw {
  /** Percentage of optional fields that are there: some descriptions say little, some nearly everything. */
  private readonly density: number;

  constructor(private readonly next: fc.GeneratorValue) {
    this.density = this.one([20, 5, 75]);
  }

  /** A whole number, both ends included. Ends come more often than others. */
  int(least: number, most: number): number {
    return this.next(between(least, most));
  }

  /** One of a list, each as often as the others; the first is what a counterexample shrinks to. */
  one<T>(choices: readonly T[]): T {
    return choices[this.next(evenly(choices.length))];
  }

  /** Some of a list in any order, none twice. */
  some<T>(choices: readonly T[], least = 1, most = choices.length): T[] {
    return this.next(shuffled(choices.length, least, Math.min(most, choices.length))).map((i) => choices[i]);
  }

  /** A list of as many as are drawn; what `make` gives twice is left out, as told by `key`. */
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

  /** Whether something is so, in `percent` of all draws. */
  chance(percent: number): boolean {
    return this.next(evenly(100)) >= 100 - percent;
  }

  bool(): boolean {
    return this.one([false, true]);
  }

  /** An optional field: there as often as this description says such things. */
  maybe<T>(make: () => T): T | undefined {
    return this.chance(this.density) ? make() : undefined;
  }

  /** An optional field that is there seldom: what narrows the rest of the description. */
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
   * A name of letters, digits and `-`, from a letter on: short most of the time, and now and then as long as it may be, where cut
   * names show.
   */
  name(most: number, extra = "-"): string {
    const length = this.chance(15) ? most : this.int(1, Math.min(most, 12));
    const tail = this.text(`${lower}${digits}${extra}`, Math.max(0, length - 1));
    return `${this.text(lower, 1)}${tail}`;
  }

  /** The same with a letter or digit at its end, as Kubernetes and most clouds want it. */
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
 * A maker of arbitraries that makes each of them once, for fast-check to draw from. fast-check compares the arguments of a draw with
 * those of all draws before, one after the other, which took half of the time; here there are none.
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

/** Descriptions that `make` draws, with no field that is undefined. */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((next) => said(make(new Draw(next))));
}

/** A copy without what is undefined, as a file has it. Maps of which nothing is left stay. */
export function said<T>(value: T): T {
  if (Array.isArray(value)) return value.map(said) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([name, member]) => [name, said(member)])) as T;
}
