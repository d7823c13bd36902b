import { writeFileSync } from "node:fs";
import { join } from "node:path";

interface Measured {
  readonly ms: number;
  readonly mb?: number;
  readonly code?: number;
  readonly stdout: string;
}

/** The tested part of bench/support.js. */
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

test("the median is the middle value or the mean of the two middle values, and does not change the values", () => {
  const values = [30, 4, 5];
  expect(median(values)).toBe(5);
  expect(median([...values, 7])).toBe(6);
  expect(values).toEqual([30, 4, 5]);
  expect(medianOf([{ ms: 10 }, { ms: 9 }, { ms: 2 }], "ms")).toBe(9);
});

test("a ratio is calculated for each round, so that common slowdowns do not matter", () => {
  const slow = [{ ms: 2 }, { ms: 200 }, { ms: 30 }];
  const quick = [{ ms: 1 }, { ms: 100 }, { ms: 10 }];
  // The ratio of the medians would be 3.
  expect(ratioOf(slow, quick, "ms")).toBe(2);
});

test("cases alternate, and the first round is not counted", () => {
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

test("a table has a header", () => {
  expect(
    table([
      ["what", "ms"],
      ["a", 1],
    ]),
  ).toBe("| what | ms |\n| --- | --- |\n| a | 1 |");
});

describe("a measured program", () => {
  test("has its time, and the memory of its largest process", () => {
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

  test("may fail only with an accepted exit code", () => {
    const fail = ["-e", "console.error('no'); process.exitCode = 3;"];
    expect(() => run(process.execPath, fail)).toThrow(/: no/);
    expect(run(process.execPath, fail, { accept: [3] })).toMatchObject({ code: 3 });
  });

  test("is killed at the timeout, and then has no memory figure", () => {
    const { code, mb } = run(process.execPath, ["-e", "setTimeout(() => {}, 4000);"], {
      accept: [undefined],
      timeout: 500,
    });
    expect([code, mb]).toEqual([undefined, undefined]);
  });
});
