import { cpuMillis, memoryMiB } from "../../modules/testing/quantities";

test.each([
  ["1", 1000],
  ["250m", 250],
  ["0.1", 100],
  [".5", 500],
  ["1.", 1000],
  ["+2", 2000],
  [0.25, 250],
  ["1500u", 2],
  ["1n", 1],
  ["100n", 1],
  ["0", 0],
  ["1.0001", 1001],
  ["2e3", 2_000_000],
  ["2E3", 2_000_000],
  ["5e-1", 500],
  ["1e+1", 10_000],
  ["1k", 1_000_000],
  ["1e-999999999", 1],
])("%s is %p thousandths of a CPU", (text, expected) => {
  expect(cpuMillis(text)).toBe(expected);
});

test.each([
  ["512Mi", 512],
  ["1Gi", 1024],
  ["1.5Gi", 1536],
  ["1048576", 1],
  ["1048576000m", 1],
  ["1024Ki", 1],
  ["1Ti", 2 ** 20],
  ["1Pi", 2 ** 30],
  ["1Ei", 2 ** 40],
  ["1M", 1e6 / 2 ** 20],
  ["1G", 1e9 / 2 ** 20],
  ["1T", 1e12 / 2 ** 20],
  ["1P", 1e15 / 2 ** 20],
  ["1E", 1e18 / 2 ** 20],
  ["1e9", 1e9 / 2 ** 20],
  ["1E9", 1e9 / 2 ** 20],
  // A part of a byte counts as one.
  ["100m", 1 / 2 ** 20],
  ["0.1Ki", 103 / 2 ** 20],
])("%s is %p MiB", (text, expected) => {
  expect(memoryMiB(text)).toBe(expected);
});

test.each([
  "",
  ".",
  "m",
  "one",
  "1 Gi",
  "1gi",
  "1K",
  "1mi",
  "1e1Mi",
  "-1",
  "1..5",
  "0x10",
  "1GiB",
  "1ki",
  "--1",
])("%p is not a quantity", (text) => {
  expect(() => cpuMillis(text)).toThrow(`${JSON.stringify(text)} is not a quantity of Kubernetes`);
});
