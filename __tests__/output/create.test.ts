import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createFiles } from "../../modules/output";
import { useEmptyDirectory } from "../environment/directory";

useEmptyDirectory();

test("files and their folders are created, and nothing else stays", () => {
  createFiles(".", { "a/b/c.txt": "c", "d.txt": "d" });
  expect(readFileSync("a/b/c.txt", "utf8")).toBe("c");
  expect(readdirSync(".")).toEqual(["a", "d.txt"]);
});

test("an existing file is never replaced, and the others are not created", () => {
  writeFileSync("d.txt", "old");
  expect(() => createFiles(".", { "a/b.txt": "b", "d.txt": "d" })).toThrow(
    "d.txt exists, and no file is replaced; nothing was written [output/free]",
  );
  expect(readdirSync(".")).toEqual(["d.txt"]);
  expect(readFileSync("d.txt", "utf8")).toBe("old");
});

test("a symbolic link without a target is not followed", () => {
  symlinkSync("elsewhere", "d.txt");
  expect(() => createFiles(".", { "c.txt": "c", "d.txt": "d" })).toThrow("d.txt exists");
  expect(existsSync("elsewhere")).toBe(false);
  expect(existsSync("c.txt")).toBe(false);
});

test("a file in the place of a folder is an error, and nothing is created", () => {
  writeFileSync("a", "");
  expect(() => createFiles(".", { "b.txt": "b", "a/c.txt": "c" })).toThrow("a exists and is not a folder");
  expect(readdirSync(".")).toEqual(["a"]);
});

test("the folder itself is created, and removed if a file cannot be written", () => {
  createFiles("new/folder", { "a.txt": "a" });
  expect(readFileSync("new/folder/a.txt", "utf8")).toBe("a");
  mkdirSync("other");
  expect(() => createFiles("other/folder", { [`${"x".repeat(300)}.txt`]: "" })).toThrow("cannot be written");
  expect(readdirSync("other")).toEqual([]);
});
