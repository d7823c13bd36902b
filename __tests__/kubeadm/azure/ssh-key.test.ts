import { createHash } from "node:crypto";
import { unusableKey } from "../../../modules/kubeadm/azure/ssh-key";

describe("the key without a private key", () => {
  const prime = 2n ** 255n - 19n;
  const power = (base: bigint, exponent: bigint): bigint => {
    let result = 1n;
    for (
      let rest = exponent, square = base % prime;
      rest > 0n;
      rest >>= 1n, square = (square * square) % prime
    )
      if (rest & 1n) result = (result * square) % prime;
    return result;
  };

  /** Whether 32 bytes are a point of the curve of Ed25519: https://www.rfc-editor.org/rfc/rfc8032#section-5.1.3 */
  function isPoint(bytes: Buffer): boolean {
    const y = BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`) & (2n ** 255n - 1n);
    if (y >= prime) return false;
    const d = ((((prime - 121_665n) * power(121_666n, prime - 2n)) % prime) + prime) % prime;
    const above = (y * y - 1n + prime) % prime;
    const below = (d * y * y + 1n) % prime;
    const square = (above * power(below, prime - 2n)) % prime;
    return square === 0n || power(square, (prime - 1n) / 2n) === 1n;
  }

  test("is the first hash of a text that is a point of the curve", () => {
    const hashes = Array.from({ length: 50 }, (_, i) =>
      createHash("sha256").update(`kubernetes-boot: no private key ${i}`).digest(),
    );
    const point = hashes.find(isPoint)!;
    const field = (bytes: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return Buffer.concat([length, bytes]);
    };
    const blob = Buffer.concat([field(Buffer.from("ssh-ed25519")), field(point)]).toString("base64");
    expect(unusableKey).toBe(`ssh-ed25519 ${blob}`);
  });
});
