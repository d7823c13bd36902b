import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { platforms } from "../modules/environment/platforms";
import manifest from "../package.json";

/** The files with which a repository on GitHub works: workflows, forms, settings of tools. `npm run workflows` runs actionlint. */

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly steps: readonly Step[];
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly "runs-on": string;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const text = (file: string) => readFileSync(file, "utf8");
const filesIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));
const workflows = filesIn(".github/workflows").map(
  (file) => [file.split("/").at(-1)!, parse(text(file)) as Workflow] as const,
);
const jobs = workflows.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => [`${file}: ${name}`, job] as const),
);
const steps = jobs.flatMap(([, { steps }]) => steps);
const workflow = (name: string) => Object.fromEntries(workflows)[name];

test("workflows test, publish and document the project", () => {
  expect(workflows.map(([name]) => name).sort()).toEqual([
    "nightly.yaml",
    "release.yaml",
    "site.yaml",
    "test.yaml",
  ]);
});

test("unit tests run on each supported version of Node on Linux and macOS, and Windows synthesizes", () => {
  const { unit, windows } = workflow("test.yaml").jobs;
  expect(unit.strategy!.matrix).toEqual({ os: ["ubuntu-latest", "macos-latest"], node: [20, 22, 24] });
  expect(windows).toMatchObject({
    "runs-on": "windows-latest",
    strategy: { matrix: { node: [20, 22, 24] } },
  });
  expect(windows.steps.map(({ run }) => run)).toContain("npm run synth");
  expect(manifest.engines.node).toBe(">=20.9");
});

test("each workflow may only read, unless a job states more", () => {
  expect(workflows.map(([name, { permissions }]) => [name, permissions])).toEqual(
    workflows.map(([name]) => [name, { contents: "read" }]),
  );
  expect(jobs.filter(([, { permissions }]) => permissions).map(([name]) => name)).toEqual([
    "release.yaml: release",
    "site.yaml: publish",
  ]);
});

test("each job has a limit of time", () => {
  expect(jobs.filter(([, job]) => job["timeout-minutes"] === undefined)).toEqual([]);
});

test("each action is pinned to a commit, with its version in a comment", () => {
  const uses = filesIn(".github/workflows").flatMap((file) => text(file).match(/uses: .*/g)!);
  expect(uses.length).toBeGreaterThan(10);
  expect(uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
    [],
  );
  // One version of each.
  expect(new Set(uses).size).toBe(new Set(uses.map((line) => line.replace(/@.*/, ""))).size);
});

test("the pages have the versions of actions, Node and Terraform that the workflows have", () => {
  const pages = readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => text(join("docs", name)))
    .join("\n");
  const own = filesIn(".github/workflows").map(text).join("\n");
  const majors = new Map(
    [...own.matchAll(/uses: ([\w/-]+)@[0-9a-f]{40} # (v\d+)/g)].map(([, action, major]) => [action, major]),
  );
  const used = [...pages.matchAll(/uses: ([\w/-]+)@(\S+)/g)].map(([, action, version]) => [action, version]);
  expect(used.length).toBeGreaterThan(8);
  expect(used.filter(([action, version]) => version !== (majors.get(action) ?? version))).toEqual([]);
  // One version of those that no workflow uses.
  expect(new Set(used.map((one) => one.join("@"))).size).toBe(new Set(used.map(([action]) => action)).size);

  const [, node] = /typescript-node:(\d+)"/.exec(text(".devcontainer/devcontainer.json"))!;
  const [, terraform] = /terraform_version: ([\d.]+)/.exec(own)!;
  const valuesIn = (pattern: RegExp) => [...new Set([...pages.matchAll(pattern)].map(([, value]) => value))];
  expect(valuesIn(/node-version: (\d+)/g)).toEqual([node]);
  expect(valuesIn(/terraform_version: v?([\d.]+)/g)).toEqual([terraform]);
  expect(valuesIn(/node-terraform:(\S+)/g)).toEqual([`${node}-${terraform.replace(/\.\d+$/, "")}`]);
});

test("each script of a workflow exists", () => {
  const scripts = steps.flatMap(({ run }) => [...(run ?? "").matchAll(/npm run ([\w:]+)(.*)/g)]);
  expect(scripts.length).toBeGreaterThan(10);
  const missing = scripts.filter(([, name, rest]) => {
    const from = rest.includes("--prefix site") ? "site/package.json" : "package.json";
    return !(name in (JSON.parse(text(from)) as { scripts: object }).scripts);
  });
  expect(missing).toEqual([]);
});

test("the checks of the workflows contain those of .ci/run", () => {
  const inCi = [...text(".ci/run").matchAll(/\b(?:npm_script|step npm(?: run)?) ([a-z][a-z:]*)/g)].map(
    ([, name]) => name,
  );
  const all = steps.map(({ run = "" }) => run).join("\n");
  expect(inCi).toEqual(expect.arrayContaining(["ci", "lint", "licences", "test"]));
  // The table of findings depends on scanners that only .ci/run installs.
  expect(inCi.filter((name) => name !== "security" && !all.includes(name))).toEqual([]);
});

test("the package is published with provenance, from an environment with approval", () => {
  const { release } = workflow("release.yaml").jobs as Record<string, Job & { environment: string }>;
  expect(release).toMatchObject({ environment: "npm", permissions: { "id-token": "write" } });
  expect(release.steps.at(-1)).toMatchObject({
    with: { version: "npm run release:version", publish: "npm run release:publish" },
    env: { NPM_CONFIG_PROVENANCE: "true" },
  });
});

test("the manifest names the repository that the workflows publish from", () => {
  const name = /github\.com\/([\w-]+\/[\w-]+)\.git$/.exec(manifest.repository.url)![1];
  expect(manifest.bugs).toBe(`https://github.com/${name}/issues`);
  expect(manifest.homepage).toBe(`https://${name.split("/")[0]}.github.io/${name.split("/")[1]}/`);
  for (const file of ["release.yaml", "site.yaml"]) {
    expect(text(`.github/workflows/${file}`)).toContain(`github.repository == '${name}'`);
  }
  const badges = [...text("README.md").matchAll(/\/actions\/workflows\/([\w.]+)\/badge\.svg/g)];
  expect(badges.map(([, file]) => workflow(file))).not.toContain(undefined);
  expect(badges.length).toBeGreaterThan(1);
  for (const file of ["README.md", ".github/ISSUE_TEMPLATE/config.yml"]) expect(text(file)).toContain(name);
});

/** The types of elements of an issue form. @see https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const elements = ["checkboxes", "dropdown", "input", "markdown", "textarea"];

test.each(["bug.yml", "feature.yml"])("the form %s has valid elements", (name) => {
  const form = parse(text(`.github/ISSUE_TEMPLATE/${name}`)) as {
    name: string;
    description: string;
    body: { type: string; id: string; attributes: { label: string; options?: unknown[] } }[];
  };
  expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
  expect(form.body.filter(({ type }) => !elements.includes(type))).toEqual([]);
  expect(new Set(form.body.map(({ id }) => id)).size).toBe(form.body.length);
  for (const { type, attributes } of form.body) {
    expect(attributes.label).toMatch(/\S/);
    const hasOptions = type === "dropdown" || type === "checkboxes";
    expect(attributes.options !== undefined).toBe(hasOptions);
    // YAML reads `yes` as text, but GitHub's parser as true.
    if (type === "dropdown")
      expect(attributes.options!.every((option) => typeof option === "string")).toBe(true);
  }
  const choices = form.body.find(({ id }) => id === "platform")!.attributes.options as string[];
  const names = choices.map((choice) => choice.toLowerCase());
  expect(names).toEqual(expect.arrayContaining(Object.keys(platforms)));
});

test("dependabot updates each package file", () => {
  const { updates } = parse(text(".github/dependabot.yml")) as {
    updates: { "package-ecosystem": string; directory?: string; directories?: string[] }[];
  };
  expect(updates.map((update) => update["package-ecosystem"])).toEqual(["npm", "github-actions", "pip"]);
  const folders = updates
    .filter((update) => update["package-ecosystem"] !== "github-actions")
    .flatMap(({ directory, directories = [directory!] }) => directories.map((folder) => `.${folder}`));
  expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
  const files = execFileSync("git", ["ls-files", "**package.json", "**requirements.txt"], {
    encoding: "utf8",
  })
    .trim()
    .split("\n");
  // The first has the versions whose results are recorded, the second that of the package which is not published yet.
  const fixed = ["bench/peers/package.json", "examples/project/package.json"];
  const covered = folders.flatMap((folder) =>
    files.filter((file) => join(folder, "a") === join(dirname(file), "a")),
  );
  expect([...covered, ...fixed].sort()).toEqual(files.sort());
});

test("the hooks before a commit run existing scripts", () => {
  const { repos } = parse(text(".pre-commit-config.yaml")) as { repos: { hooks: { entry: string }[] }[] };
  const scripts = repos.flatMap(({ hooks }) =>
    hooks.flatMap(({ entry }) => /npm run -s ([\w:]+)/.exec(entry)?.[1] ?? []),
  );
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test("the dev container has the Terraform version of the workflows", () => {
  const { features } = JSON.parse(text(".devcontainer/devcontainer.json")) as {
    features: Record<string, { version?: string }>;
  };
  const versions = new Set(
    filesIn(".github/workflows").flatMap((file) => text(file).match(/(?<=terraform_version: )[\d.]+/g) ?? []),
  );
  expect([...versions]).toEqual([features["ghcr.io/devcontainers/features/terraform:1"].version]);
});

test("each decision is in the index, in the order of its number", () => {
  const files = readdirSync("docs/decisions")
    .filter((name) => /^\d{4}-/.test(name))
    .sort();
  const index = text("docs/decisions/README.md");
  expect([...index.matchAll(/\]\((\d{4}-[\w-]+\.md)\)/g)].map(([, name]) => name)).toEqual(files);
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, i) => i + 1));
  for (const name of files) {
    expect(text(join("docs/decisions", name))).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `));
  }
});

test("each pending changeset states its effect on existing clusters", () => {
  const changesets = readdirSync(".changeset").filter((name) => name.endsWith(".md") && name !== "README.md");
  const silent = changesets.filter(
    (name) => !/\bState impact: \S/.test(text(join(".changeset", name)).replace(/\s+/g, " ")),
  );
  expect(silent).toEqual([]);
});

test("package.json decides the name of the repository", () => {
  const { url } = manifest.repository;
  const [, name] = /github\.com\/([\w.-]+\/[\w.-]+?)\.git$/.exec(url)!;
  const [owner] = name.split("/");
  const files = ["README.md", "site/.vitepress/config.mjs", ".github"].flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => join(path, file))
      : [path],
  );
  const named = files
    .filter((file) => statSync(file).isFile())
    .flatMap((file) =>
      [
        ...readFileSync(file, "utf8").matchAll(
          new RegExp(
            `(?:github\\.com/|github\\.repository == ')([\\w.-]+/${name.split("/")[1]})(?![\\w-])`,
            "g",
          ),
        ),
      ].map(([, found]) => `${file}: ${found}`),
    );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((line) => !line.endsWith(`: ${name}`))).toEqual([]);
  expect(manifest.homepage).toBe(`https://${owner}.github.io/${name.split("/")[1]}/`);
  expect(manifest.bugs).toBe(`https://github.com/${name}/issues`);
});

test("folders into which the documentation exports have no sources, and Git and Prettier ignore them", () => {
  const documents = execFileSync("git", ["ls-files", "README.md", "docs/*.md", "cli/*.ts"], {
    encoding: "utf8",
  });
  const folders = documents
    .trim()
    .split("\n")
    .flatMap((file) => [...text(file).matchAll(/\bexport\b[^\n`]* --out ([a-z][a-z-]*)/g)])
    .map(([, folder]) => folder);
  expect(folders.length).toBeGreaterThan(10);
  const sources = new Set(
    execFileSync("git", ["ls-files"], { encoding: "utf8" })
      .split("\n")
      .map((file) => file.split("/")[0]),
  );
  for (const folder of new Set(folders)) {
    expect([folder, sources.has(folder)]).toEqual([folder, false]);
    for (const file of [".gitignore", ".prettierignore"]) {
      expect([folder, file, text(file)]).toEqual([
        folder,
        file,
        expect.stringMatching(new RegExp(`^/${folder}/?$`, "m")),
      ]);
    }
  }
});
