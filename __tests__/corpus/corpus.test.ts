import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorsOf, expectedOf, filesOf, rooms } from "./corpus";

/** Writes what is said now as what is expected, to be read before it is kept. */
if (process.env.UPDATE_CORPUS === "1") {
  if (process.env.CI) throw new Error("UPDATE_CORPUS=1 lets everything pass: unset it where CI is set");
  for (const room of rooms) {
    const now = Object.fromEntries(filesOf(room).map((file) => [file, errorsOf(room, file)]));
    writeFileSync(join(__dirname, `${room}.json`), `${JSON.stringify(now, null, 2)}\n`);
  }
  const written = rooms.map((room) => join(__dirname, `${room}.json`));
  execFileSync(process.execPath, [require.resolve("prettier/bin/prettier.cjs"), "--write", ...written]);
}

describe.each(rooms)("mistakes of the kind %s", (room) => {
  const expected = expectedOf(room);

  test("each file has its expectation", () => {
    expect(Object.keys(expected).sort()).toEqual(filesOf(room));
  });

  test.each(Object.entries(expected))("%s", (file, errors) => {
    expect(errors).not.toHaveLength(0);
    expect(errorsOf(room, file)).toEqual(errors);
    // No trace of a stack, no value that JavaScript made up.
    expect(errors.join("\n")).not.toMatch(/^\s+at |\.ts:|\.js:|undefined|\[object|NaN/m);
  });

  test("each file says which mistake it holds", () => {
    for (const file of filesOf(room)) {
      expect([file, readFileSync(join(__dirname, room, file), "utf8")]).toEqual([
        file,
        expect.stringMatching(/^\uFEFF?# .+/),
      ]);
    }
  });
});

test("there are at least 250", () => {
  expect(rooms.flatMap(filesOf).length).toBeGreaterThanOrEqual(250);
});
