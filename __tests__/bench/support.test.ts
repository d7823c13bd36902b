import { writeFileSync } from "node:fs";
import { join } from "node:path";

interface Measured {
  readonly ms: number;
  readonly mb?: number;
  readonly code?: number;
  readonly stdout: string;
}

/** As much of bench/support.js as is tested here. */
interface Support {
  run(program: string, args: readonly string[], options?: object): Measured;
  inTurns<T>(cases: Readonly<Record<string, () => T>>, runs: number): Record<string, T[]>;
  median(values: readonly number[]): number;
  medianOf(results: readonly object[], figure: string): number;
  ratioOf(results: readonly object[], to: readonly object[], figure: string): number;
  table(rows: readonly (readonly unknown[])[]): string;
  withScratch<T>(work: (scratch: string) => T): T;
}

const { run, inTurns, median, medianOf, ratioOf, table, withScratch } =
  jest.requireActual<Support>("../../bench/support");

test("the median is the one in the middle, or between the two there; the values stay as they are", () => {
  const values = [30, 4, 5];
  expect(median(values)).toBe(5);
  expect(median([...values, 7])).toBe(6);
  expect(values).toEqual([30, 4, 5]);
  expect(medianOf([{ ms: 10 }, { ms: 9 }, { ms: 2 }], "ms")).toBe(9);
});

test("a ratio is taken round by round, so that what slows both down does not count", () => {
  const slow = [{ ms: 2 }, { ms: 200 }, { ms: 30 }];
  const quick = [{ ms: 1 }, { ms: 100 }, { ms: 10 }];
  // That of the medians would be 3.
  expect(ratioOf(slow, quick, "ms")).toBe(2);
});

test("cases take turns, and the first round is not counted", () => {
  const order: string[] = [];
  let round = 0;
  const results = inTurns(
    {
      a: () => {
        order.push("a");
        return ++round;
      },
      b: () => {
        order.push("b");
        return -round;
      },
    },
    2,
  );
  expect(order.join("")).toBe("ababab");
  expect(results).toEqual({ a: [2, 3], b: [-2, -3] });
});

test("a table has its head apart", () => {
  expect(
    table([
      ["what", "ms"],
      ["a", 1],
    ]),
  ).toBe("| what | ms |\n| --- | --- |\n| a | 1 |");
});

describe("a program that is run", () => {
  test("gives its time, and the memory of the largest process of those that it starts", () => {
    withScratch((scratch) => {
      const child = join(scratch, "child.js");
      writeFileSync(child, "const big = Buffer.alloc(150e6, 1); console.log(big.length);");
      const parent = `require("node:child_process").execFileSync(process.execPath, [${JSON.stringify(child)}], { stdio: "inherit" });`;
      const { ms, mb, stdout } = run(process.execPath, ["-e", parent]);
      expect(stdout).toBe("150000000\n");
      expect(ms).toBeGreaterThan(10);
      expect(mb).toBeGreaterThan(150);
      expect(mb).toBeLessThan(400);
    });
  });

  test("may fail only where that is an answer", () => {
    const fail = ["-e", "console.error('no'); process.exitCode = 3;"];
    expect(() => run(process.execPath, fail)).toThrow(/: no/);
    expect(run(process.execPath, fail, { accept: [3] })).toMatchObject({ code: 3 });
  });

  test("is killed when it takes too long, and then has no figure for its memory", () => {
    const { code, mb } = run(process.execPath, ["-e", "setTimeout(() => {}, 4000);"], {
      accept: [undefined],
      timeout: 500,
    });
    expect([code, mb]).toEqual([undefined, undefined]);
  });
});
