/**
 * The packages of a lock file that users of the library install: the closure of `dependencies` and peers. The mark `dev` of the lock
 * file is not usable, because peers are also development dependencies and marked so, with their dependencies.
 */

/**
 * The paths of the entries of `package-lock.json` that users install.
 *
 * @param lock - the parsed lock file, of version 2 or later
 */
export function shipped({ packages }) {
  const found = new Set();
  const waiting = directNames({ packages }).map((name) => required(packages, "", name));
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...next(packages, path), ...bundled(packages, path));
  }
  return [...found].sort();
}

/**
 * The names of the packages that the library itself requires, with optional peers: users of a platform install its bindings. The packages of
 * CDK Terrain, which are an alternative to those of CDKTF, are not in the lock file.
 *
 * @param lock - the parsed lock file, of version 2 or later
 */
export function directNames({ packages }) {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[""];
  const isAbsent = (name) =>
    peerDependenciesMeta?.[name]?.optional && resolve(packages, "", name) === undefined;
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).filter(
    (name) => !isAbsent(name),
  );
}

/** The dependencies of a package: the required ones, and optional ones that are in the lock file. */
function next(packages, path) {
  const { dependencies, optionalDependencies = {}, peerDependencies, peerDependenciesMeta } = packages[path];
  // An optional peer of a dependency is not installed.
  const peers = Object.keys({ ...peerDependencies }).filter(
    (name) => !peerDependenciesMeta?.[name]?.optional,
  );
  const needed = [...Object.keys({ ...dependencies }), ...peers].filter(
    (name) => !(name in optionalDependencies),
  );
  return [
    ...needed.map((name) => required(packages, path, name)),
    ...Object.keys(optionalDependencies).flatMap((name) => resolve(packages, path, name) ?? []),
  ];
}

/** The packages that are bundled in a package. */
function bundled(packages, path) {
  return Object.keys(packages).filter(
    (inner) => inner.startsWith(`${path}/node_modules/`) && packages[inner].inBundle,
  );
}

function required(packages, path, name) {
  const found = resolve(packages, path, name);
  if (found === undefined) {
    throw new Error(
      `package-lock.json: ${path || "the package itself"} requires ${name}, which has no entry; run npm install`,
    );
  }
  return found;
}

/** Resolves a package like Node: from the nearest `node_modules` outwards. */
function resolve(packages, path, name) {
  for (let at = path; ; at = parentOf(at)) {
    const candidate = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (at === "") return undefined;
  }
}

/** `a/node_modules/b` is in `a`, `node_modules/b` in the package itself. */
function parentOf(path) {
  return path.slice(0, Math.max(path.lastIndexOf("/node_modules/"), 0));
}
