/**
 * Which packages of a lock file users of the library get: the closure of its `dependencies` and peers. The lock file's own word for
 * it, `dev`, says nothing here, since peers are installed for development too and marked so, with all they bring.
 */

/**
 * The entries of `package-lock.json` that users get, by their paths.
 *
 * @param lock - the parsed lock file, of version 2 or later
 */
export function shipped({ packages }) {
  const { dependencies, optionalDependencies, peerDependencies } = packages[""];
  // Optional peers too: who builds on a cloud has its bindings.
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  const found = new Set();
  const waiting = names.map((name) => required(packages, "", name));
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...next(packages, path), ...bundled(packages, path));
  }
  return [...found].sort();
}

/** What a package asks for: all that is required, and what is optional where the lock file has it. */
function next(packages, path) {
  const { dependencies, optionalDependencies = {}, peerDependencies, peerDependenciesMeta } = packages[path];
  // A peer that is optional to a dependency is brought by nobody.
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

/** What is packed into a package comes with it, asked for or not. */
function bundled(packages, path) {
  return Object.keys(packages).filter(
    (inner) => inner.startsWith(`${path}/node_modules/`) && packages[inner].inBundle,
  );
}

function required(packages, path, name) {
  const found = resolve(packages, path, name);
  if (found === undefined) {
    throw new Error(
      `package-lock.json: ${path || "the package itself"} needs ${name}, which has no entry; npm install would add it`,
    );
  }
  return found;
}

/** As Node looks for a package: in the nearest `node_modules`, outwards. */
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
