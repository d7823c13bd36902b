/** Files that cost much time or memory, or try to mislead the loader. */
const { Buffer } = require("node:buffer");
const { productionOn } = require("../support");

const MiB = 1024 * 1024;

/** The contents of the files, by description. */
function hostileFiles() {
  const right = productionOn("eks").toString();
  const withField = (field) => right.replace("    region:", `    ${field}\n    region:`);
  return {
    "50 MB of clusters": Buffer.from(`clusters:\n${"  - platform: eks\n".repeat(50e6 / 18)}`),
    "1 MiB of clusters, the most that is read": Buffer.from(
      `clusters:\n${"  - platform: eks\n".repeat((MiB - 11) / 18)}`,
    ),
    "as many clusters as 200,000 names, values and signs make": Buffer.from(
      `clusters:\n${"  - platform: eks\n".repeat(18_000)}`,
    ),
    "a billion laughs": Buffer.from(`${laughs(9)}\n${right}`),
    "100,000 lists, one in the other": Buffer.from(
      `clusters: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
    ),
    "1,000 maps, one in the other": Buffer.from(
      Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
    ),
    "100,000 unknown fields": Buffer.from(
      right + Array.from({ length: 100_000 }, (_, i) => `field${i}: 1\n`).join(""),
    ),
    "Latin-1": Buffer.from(right.replace("the office", "das Büro, geöffnet"), "latin1"),
    "UTF-16": Buffer.from(`\uFEFF${right}`, "utf16le"),
    "`__proto__` in a cluster": Buffer.from(withField("__proto__: { protection: false }")),
    "`__proto__` on top": Buffer.from(`${right}__proto__: { clusters: [] }\n`),
    "`constructor.prototype` in a cluster": Buffer.from(
      withField("constructor: { prototype: { private: true } }"),
    ),
  };
}

/** Nested aliases: n lines that expand to 10 to the power of n values. */
function laughs(levels) {
  const level = (n) =>
    `  - &l${n} [${Array(10)
      .fill(n === 0 ? "lol" : `*l${n - 1}`)
      .join(", ")}]`;
  return ["tags:", ...Array.from({ length: levels }, (_, n) => level(n))].join("\n");
}

module.exports = { hostileFiles };
