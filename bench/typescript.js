/**
 * Loads the project's TypeScript file by file in Node: `node --require ./bench/typescript.js …`. For programs that read files next to
 * their source, which a bundle would not find.
 */
const { readFileSync } = require("node:fs");
const { transformSync } = require("esbuild");
const { validators } = require("../scripts/validators");

// Programs import the generated code, which must be that of the schema as it is now.
validators();

require.extensions[".ts"] = (module, file) => {
  const { code } = transformSync(readFileSync(file, "utf8"), {
    loader: "ts",
    format: "cjs",
    target: "node20",
    sourcefile: file,
  });
  module._compile(code, file);
};
