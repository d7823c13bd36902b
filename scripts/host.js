/**
 * The host of the constructs: CDKTF (`cdktf`, the default) or CDK Terrain (`cdktn`), which continues it under other package names. The
 * source imports the names of CDKTF. For CDK Terrain, builds replace them: `cdktf` by `cdktn`, and the bindings of providers by its own.
 */
const fs = require("node:fs");
const path = require("node:path");

const root = path.dirname(__dirname);

/** Providers with bindings of CDK Terrain on npm. Those of CDKTF for other providers are rewritten: they only import the host. */
const published = ["aws", "azurerm"];

/** The folder of the packages of CDK Terrain, if they are not in `node_modules`: `npm run cdktn` fills it. */
const folder = path.join(root, ".cdktn");

/** The host of this project's app: the variable `CDKTF_CLUSTERS_HOST`, or else `config.host` in package.json. */
function hostOfApp() {
  const { config } = require("../package.json");
  const host = process.env.CDKTF_CLUSTERS_HOST || config.host;
  if (host !== "cdktf" && host !== "cdktn") {
    const message = `the host must be cdktf or cdktn, got ${JSON.stringify(host)} (CDKTF_CLUSTERS_HOST, or config.host in package.json)`;
    throw Object.assign(new Error(message), { isInputError: true });
  }
  return host;
}

/** `{ provider: "aws", resource: "lib/vpc" }` of `@cdktf/provider-aws/lib/vpc`. */
function bindingOf(name) {
  const match = /^@cdktf\/provider-([a-z]+)(?:\/(.*))?$/.exec(name);
  return match && { provider: match[1], resource: match[2] ?? "" };
}

/** The name of a package of CDKTF on CDK Terrain; undefined if it has none there. */
function terrainName(name) {
  if (name === "cdktf" || name.startsWith("cdktf/")) return name.replace("cdktf", "cdktn");
  const binding = bindingOf(name);
  return binding && published.includes(binding.provider) ? name.replace("@cdktf/", "@cdktn/") : undefined;
}

/** A plugin of esbuild for the app of this checkout on CDK Terrain. Bindings that are not published become a part of the bundle. */
function terrainPlugin() {
  const find = (name) => require.resolve(name, { paths: [root, folder] });
  const host = resolveHost(find);
  return {
    name: "cdktn",
    setup(build) {
      build.onResolve({ filter: /^(cdktf|@cdktf\/provider-[a-z]+)(\/|$)/ }, ({ path: name }) => {
        const terrain = terrainName(name);
        if (terrain === undefined) return { path: require.resolve(name, { paths: [root] }) };
        try {
          return { path: find(terrain), external: true };
        } catch {
          return { path: terrain, external: true };
        }
      });
      // One copy of constructs: that of the host.
      build.onResolve({ filter: /^constructs$/ }, ({ path: name }) => ({
        path: require.resolve(name, { paths: [path.dirname(host)] }),
        external: true,
      }));
    },
  };
}

function resolveHost(find) {
  try {
    return find("cdktn");
  } catch {
    const message =
      'cdktn is not installed: run "npm run cdktn", or install cdktn, @cdktn/provider-aws and @cdktn/provider-azurerm';
    throw Object.assign(new Error(message), { isInputError: true });
  }
}

// --- The package -----------------------------------------------------------------------------------------------

/** Names of packages as compiled code and types have them. */
const specifiers = /(["'])(cdktf(?:\/[^"'\n]*)?|@cdktf\/provider-[a-z]+(?:\/[^"'\n]*)?)\1/g;

/**
 * Writes the build for CDK Terrain next to that for CDKTF, with the bindings that are not published.
 *
 * @param from - the build for CDKTF
 * @param to - the folder of the second build
 */
function writeTerrainBuild(from, to) {
  const needed = new Set();
  const rewrite = (file) => {
    const target = path.join(to, file);
    const text = fs.readFileSync(path.join(from, file), "utf8");
    const rewritten = text.replace(specifiers, (_, quote, name) => {
      const terrain = terrainName(name);
      if (terrain !== undefined) return quote + terrain + quote;
      const { provider, resource } = bindingOf(name);
      needed.add(`${provider}/${resource}`);
      const own = path.join(to, `provider-${provider}`, resource);
      return quote + relativePath(path.dirname(target), own) + quote;
    });
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, rewritten);
  };
  const files = fs.readdirSync(from, { recursive: true }).filter((name) => /\.(js|d\.ts|json)$/.test(name));
  for (const file of files) if (file !== "cli.js") rewrite(file);
  return needed;
}

/** Copies bindings of CDKTF with the import of the host rewritten: `needed` has `google/lib/container-cluster`. */
function writeBindings(needed, to) {
  for (const one of [...needed].sort()) {
    const [provider, ...rest] = one.split("/");
    const source = path.join(root, "node_modules/@cdktf", `provider-${provider}`);
    const target = path.join(to, `provider-${provider}`);
    const folder = path.join(source, ...rest);
    for (const name of fs
      .readdirSync(folder, { recursive: true })
      .filter((file) => /\.(js|d\.ts)$/.test(file))) {
      const text = fs.readFileSync(path.join(folder, name), "utf8");
      const file = path.join(target, ...rest, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(
        file,
        text.replace(
          specifiers,
          (all, quote, specifier) => quote + (terrainName(specifier) ?? specifier) + quote,
        ),
      );
    }
    fs.copyFileSync(path.join(source, "LICENSE"), path.join(target, "LICENSE"));
  }
}

function relativePath(from, to) {
  const way = path.relative(from, to).split(path.sep).join("/");
  return way.startsWith(".") ? way : `./${way}`;
}

/** The check of the host at the start of each entry of the package. */
const hostCheck = (expected) => `"use strict";
// Exactly one host must be installed: constructs of one do not work in an app of the other.
const installed = (name) => {
  try {
    return JSON.parse(require("node:fs").readFileSync(require.resolve(name + "/package.json"), "utf8")).name;
  } catch {
    return undefined;
  }
};
const [cdktf, cdktn] = [installed("cdktf"), installed("cdktn")];
const expected = ${JSON.stringify(expected)};
const refuse = (message) => {
  throw new Error("cdktf-clusters: " + message);
};
// An alias of cdktn with the name cdktf is one host, too.
if (cdktf === "cdktf" && cdktn !== undefined) refuse("cdktf and cdktn are both installed; remove one of them");
if (cdktf === undefined && cdktn === undefined) refuse("neither cdktf nor cdktn is installed; install one of them");
if (expected === "cdktf" && cdktf === undefined) {
  refuse('cdktn is installed, and not cdktf: import "cdktf-clusters/cdktn/eks" instead of "cdktf-clusters/eks"');
}
if (expected === "cdktn" && cdktn === undefined) {
  refuse('cdktf is installed, and not cdktn: import "cdktf-clusters/eks" instead of "cdktf-clusters/cdktn/eks"');
}
`;

module.exports = {
  bindingOf,
  folder,
  hostCheck,
  hostOfApp,
  terrainName,
  terrainPlugin,
  writeBindings,
  writeTerrainBuild,
  relativePath,
};
