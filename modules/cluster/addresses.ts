import { Address4 } from "ip-address";

/** An IPv4 network: the first address and the prefix length. */
export class Cidr {
  private constructor(
    private readonly first: bigint,
    /** Prefix length, 0 to 32. */
    readonly prefix: number,
  ) {}

  /** Parses `a.b.c.d/n`; undefined for other text, or if address bits are set after the prefix. */
  static parse(text: string): Cidr | undefined {
    if (!/^[\d.]+\/\d+$/.test(text) || !Address4.isValid(text)) return undefined;
    const address = new Address4(text);
    if (address.startAddress().correctForm() !== address.correctForm()) return undefined;
    return new Cidr(address.bigInt(), address.subnetMask);
  }

  /** The network that contains `text`, for messages: `10.0.0.5/16` is in `10.0.0.0/16`. */
  static networkOf(text: string): string | undefined {
    if (!/^[\d.]+\/\d+$/.test(text) || !Address4.isValid(text)) return undefined;
    const address = new Address4(text);
    return `${address.startAddress().correctForm()}/${address.subnetMask}`;
  }

  /** Number of addresses. */
  get size(): number {
    return 2 ** (32 - this.prefix);
  }

  /** The part with the given index among the parts of the given prefix length. */
  part(prefix: number, index: number): Cidr {
    if (prefix < this.prefix || prefix > 32 || index >= 2 ** (prefix - this.prefix)) {
      throw new RangeError(`${this} has no /${prefix} number ${index}`);
    }
    return new Cidr(this.first + BigInt(index) * 2n ** BigInt(32 - prefix), prefix);
  }

  contains(other: Cidr): boolean {
    return this.first <= other.first && other.last <= this.last;
  }

  overlaps(other: Cidr): boolean {
    return this.first <= other.last && other.first <= this.last;
  }

  toString(): string {
    return `${Address4.fromBigInt(this.first).correctForm()}/${this.prefix}`;
  }

  private get last(): bigint {
    return this.first + BigInt(this.size) - 1n;
  }
}

/** Private address ranges of RFC 1918. */
export const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map((range) =>
  Cidr.parse(range)!,
);

/**
 * IPv4 ranges that the internet does not route: no traffic from them reaches a public address.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6890
 */
export const unroutedRanges = [
  ...privateRanges,
  ...["0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"].map(
    (range) => Cidr.parse(range)!,
  ),
];

/** The range of {@link unroutedRanges} that contains a range such as `10.1.0.0/16`; undefined if none does. */
export function unroutedRangeOf(text: string): Cidr | undefined {
  const range = Cidr.parse(text);
  return range && unroutedRanges.find((candidate) => candidate.contains(range));
}
