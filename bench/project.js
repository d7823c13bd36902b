/** A project with the package as npm installs it: built, packed and unpacked, next to its dependencies. */
const { execFileSync } = require("node:child_process");
const { mkdirSync, mkdtempSync, rmSync, symlinkSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { dirname, join } = require("node:path");
const { dependencies } = require("../package.json");
const { root, withScratch } = require("./support");

let packed;

/** The package, which is packed once for all parts. */
function tarball() {
  if (packed) return packed;
  const folder = mkdtempSync(join(tmpdir(), "bench-pack-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const options = { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  const text = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], options);
  // The output of the build comes first.
  packed = join(folder, JSON.parse(text.slice(text.indexOf("[\n")))[0].filename);
  return packed;
}

/**
 * Runs a function with the folder of a new project.
 *
 * @param packages additional packages of the project, as links to the installed packages
 */
function withProject(packages, work) {
  const file = tarball();
  return withScratch((folder) => {
    const own = join(folder, "node_modules/cdktf-clusters");
    mkdirSync(own, { recursive: true });
    execFileSync("tar", ["-xzf", file, "--strip-components=1", "-C", own]);
    for (const name of [...packages, ...Object.keys(dependencies)]) {
      const link = join(folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, "node_modules", name), link);
    }
    return work(folder);
  });
}

module.exports = { withProject };
