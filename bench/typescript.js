/**
 * Lets Node load the project's TypeScript file by file: `node --require ./bench/typescript.js …`. For programs that look for files
 * beside themselves, which in a bundle they would not find.
 */
const { readFileSync } = require("node:fs");
const { transformSync } = require("esbuild");

require.extensions[".ts"] = (module, file) => {
  const { code } = transformSync(readFileSync(file, "utf8"), {
    loader: "ts",
    format: "cjs",
    target: "node20",
    sourcefile: file,
  });
  module._compile(code, file);
};
