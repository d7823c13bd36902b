import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, relative } from "node:path";
import suites from "./suites/folders.json";

/** The structure that docs/design.md describes: the same folders on each platform, no import cycles, files of a readable length. */

const platforms = ["eks", "aks", "gke", "kubeadm"] as const;

/** One folder per feature, and one for the capacity plan. */
const features = [
  "access",
  "autoscaling",
  "capacity",
  "control-plane",
  "identity",
  "load-balancing",
  "network",
  "node-groups",
  "observability",
  "storage",
  "workloads",
];

/** Features that one platform alone has. */
const own: Readonly<Record<(typeof platforms)[number], readonly string[]>> = {
  eks: ["add-ons"],
  aks: ["resource-group"],
  gke: ["project"],
  kubeadm: ["aws", "azure", "boot", "google", "software"],
};

/** Files next to the folders: what each platform has, */
const common = [
  "cluster.ts",
  "fields.generated.ts",
  "index.ts",
  "inputs.ts",
  "limits.ts",
  "rules.ts",
  "spec.ts",
  "versions.ts",
  "zones.ts",
];

/** tables that some platforms have, */
const tables = ["arguments.ts", "facts.ts", "programs.ts", "regions.ts"];

/** and facts, names and types that several folders of one platform use. */
const shared: Readonly<Record<(typeof platforms)[number], readonly string[]>> = {
  eks: [],
  aks: ["durations.ts", "ports.ts"],
  gke: ["names.ts", "options-spec.ts", "protection.ts", "values.ts"],
  kubeadm: ["cloud.ts", "clouds.ts", "infrastructure.ts", "infrastructures.ts", "settings.ts"],
};

const sources = ["modules", "stacks", "cli"].flatMap(filesBelow).filter((file) => file.endsWith(".ts"));

test.each(platforms)("%s has the folders that all platforms have, and its own", (platform) => {
  const folders = readdirSync(`modules/${platform}`).filter((name) =>
    statSync(`modules/${platform}/${name}`).isDirectory(),
  );
  expect(folders.sort()).toEqual([...features, ...own[platform]].sort());
});

test.each(platforms)("%s has the same files next to its folders, and tables", (platform) => {
  const files = readdirSync(`modules/${platform}`).filter((name) =>
    statSync(`modules/${platform}/${name}`).isFile(),
  );
  expect(files).toEqual(expect.arrayContaining([...common, ...shared[platform]]));
  const known = [...common, ...tables, ...shared[platform]];
  expect(files.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(platforms.flatMap((platform) => features.map((feature) => [platform, feature] as const)))(
  "%s/%s has types or rules",
  (platform, feature) => {
    const folder = `modules/${platform}/${feature}`;
    expect(existsSync(`${folder}/rules`) || existsSync(`${folder}/spec.ts`)).toBe(true);
  },
);

test.each(
  (["eks", "aks", "gke"] as const).flatMap((platform) =>
    [...features, ...own[platform]].map((feature) => [platform, feature] as const),
  ),
)("%s/%s has tests in the same folder", (platform, feature) => {
  const tests = filesBelow(`__tests__/${platform}/${feature}`).filter((file) => file.endsWith(".ts"));
  expect(tests).not.toEqual([]);
});

test("long IAM policies are data files", () => {
  const actionsIn = (file: string) =>
    readFileSync(file, "utf8").match(/^\s*"[a-z0-9-]+:[A-Z][A-Za-z*]+",?$/gm) ?? [];
  expect(sources.filter((file) => actionsIn(file).length > 8)).toEqual([]);
  const policies = filesBelow("modules").filter((file) => file.endsWith("-policy.json"));
  expect(policies.length).toBeGreaterThan(4);
});

// A test instead of a lint rule: import-x/no-cycle of ESLint does not follow type-only imports.
test("no module imports itself over others, not even for types", () => {
  const imports = new Map(sources.map((file) => [file, importsOf(file)]));
  expect(imports.size).toBeGreaterThan(300);
  expect(cyclesIn(imports)).toEqual([]);
});

test("types, rules and the environment load no provider bindings", () => {
  const pure = /^modules\/(cluster\/|environment\/|.*\/rules\/|.*\/(rules|spec[^/]*)\.ts$)/;
  const imports = new Map(sources.map((file) => [file, valueImportsOf(file)]));
  const starts = sources.filter((file) => pure.test(file));
  expect(starts.length).toBeGreaterThan(100);
  const isBinding = (name: string): boolean => name.startsWith("@cdktf/provider-");
  expect(starts.flatMap((file) => chainTo(isBinding, file, imports) ?? [])).toEqual([]);
});

test("every suite has a file that loads it", () => {
  for (const suite of Object.keys(suites)) {
    const text = readFileSync(`__tests__/suites/${suite}.suite.ts`, "utf8");
    expect(text).toBe(`import { load } from "./load";\n\nload("${suite}");\n`);
  }
  expect(Object.keys(suites)).not.toEqual([]);
});

test("finds a chain of imports", () => {
  const imports = new Map([
    ["a", ["b", "c"]],
    ["b", ["a"]],
    ["c", ["package"]],
  ]);
  expect(chainTo((name) => name === "package", "a", imports)).toBe("a -> c -> package");
  expect(chainTo((name) => name === "other", "a", imports)).toBeUndefined();
});

test("finds a cycle", () => {
  const imports = new Map([
    ["a", ["b"]],
    ["b", ["c"]],
    ["c", ["b"]],
  ]);
  expect(cyclesIn(imports)).toEqual(["b -> c -> b"]);
});

test("no file has more than 400 lines, except data", () => {
  const isData = (file: string) =>
    /\.generated\.|^__tests__\/(.*\/)?rules\/|^bench\/peers\/|^modules\/environment\/validators\.js$/.test(
      file,
    );
  const files = [
    ...["modules", "stacks", "cli", "__tests__", "bench", "scripts", "bin"].flatMap(filesBelow),
    ...["eslint.config.mjs", "main.ts"],
  ]
    .filter((file) => /\.(ts|js|mjs|sh|py|go)$/.test(file) && !isData(file))
    .map((file) => [file, readFileSync(file, "utf8").split("\n").length - 1] as const);
  expect(files.length).toBeGreaterThan(700);
  expect(files.filter(([, lines]) => lines > 400)).toEqual([]);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(".", join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** The modules of the project that a file imports, exports from or requires. */
function importsOf(file: string): string[] {
  return importedBy(file, withoutComments(file)).filter((name) => sources.includes(name));
}

/** The modules and packages that a file loads when it runs: imports of types alone are erased. */
function valueImportsOf(file: string): string[] {
  const text = withoutComments(file)
    .replace(/\b(import|export) type [^;]*;/g, "")
    .replace(/\bimport \{(\s*type [^,}]+,?)+\s*\} from [^;]*;/g, "");
  return importedBy(file, text);
}

const withoutComments = (file: string): string => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

function importedBy(file: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*"([^"]+)"/g)];
  return specifiers.flatMap(([, specifier]) => {
    if (!specifier.startsWith(".")) return [specifier];
    const base = posix.normalize(posix.join(posix.dirname(file), specifier));
    return [`${base}.ts`, `${base}/index.ts`].filter((candidate) => existsSync(candidate)).slice(0, 1);
  });
}

/** The shortest chain of imports from a file to a target. */
function chainTo(
  isTarget: (name: string) => boolean,
  start: string,
  imports: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const chains = new Map([[start, start]]);
  // A map also visits the entries that are added meanwhile.
  for (const [file, chain] of chains) {
    if (isTarget(file)) return chain;
    for (const name of imports.get(file) ?? []) {
      if (!chains.has(name)) chains.set(name, `${chain} -> ${name}`);
    }
  }
  return undefined;
}

/** Each cycle once, from the file at which the search meets it. */
function cyclesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, above: readonly string[]): void => {
    const at = above.indexOf(file);
    if (at >= 0) cycles.push([...above.slice(at), file].join(" -> "));
    if (at >= 0 || done.has(file)) return;
    for (const imported of imports.get(file) ?? []) visit(imported, [...above, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}
