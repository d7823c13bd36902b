import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { parse } from "yaml";
import { projectFiles } from "../../cli/init/files";
import type { KubeadmOptions } from "../../modules/kubeadm/spec";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import manifest from "../../package.json";
import { synthesizeStack } from "../support/stack";

/** Every code block of the documentation is compiled, loaded or run. A new language needs a test here. */
interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;

  /** The mark after the language: `fragment` for the body of a stack's constructor. */
  readonly mark: string;
  readonly text: string;
}

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((name) => join("docs", name)),
].filter((name) => name.endsWith(".md") && !name.startsWith(join("docs", "api")));
const blocks = pages.flatMap(blocksOf);
const of = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));
const placed = (some: readonly Block[]) =>
  some.map((block): [string, Block] => [`${block.file}:${block.line}`, block]);

function blocksOf(file: string): Block[] {
  const page = readFileSync(file, "utf8");
  return [...page.matchAll(/^```([a-z]*) ?(.*)\n([^]*?)^```$/gm)].map(
    ({ 1: language, 2: mark, 3: text, index }) => ({
      file,
      line: page.slice(0, index).split("\n").length,
      language,
      mark,
      text,
    }),
  );
}

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "docs-"));
});
afterAll(() => rmSync(scratch, { recursive: true }));

test("every block has a tested language", () => {
  const known = ["ts", "yaml", "json", "sh", "hcl", "console", "text"];
  expect(blocks.length).toBeGreaterThan(10);
  expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([]);
  expect(
    blocks.filter(({ language, mark }) => mark !== "" && !(language === "ts" && mark === "fragment")),
  ).toEqual([]);
});

test("every file of the repository that a page names exists", () => {
  const named = pages.flatMap((page) =>
    [
      ...readFileSync(page, "utf8").matchAll(
        /`((?:modules|__tests__|stacks|scripts|security|bench|cli)\/[\w./-]+)`/g,
      ),
    ].map(([, path]) => `${page}: ${path}`),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((line) => !existsSync(line.split(": ")[1]!))).toEqual([]);
});

// --- TypeScript -------------------------------------------------------------------------------------------------

describe("TypeScript", () => {
  const folder = resolve("node_modules/.cache/cdktf-clusters/docs");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The compiler's messages for each program. All are compiled at once, so that the compiler reads the packages only once. */
  function faultsOf(programs: readonly { name: string; text: string }[]): string[][] {
    mkdirSync(folder, { recursive: true });
    const files = programs.map(({ name, text }) => {
      const file = join(folder, `${name.replace(/\W+/g, "_")}.ts`);
      writeFileSync(file, text);
      return file;
    });
    const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
    const program = ts.createProgram(files, { ...options, noUnusedLocals: false, types: ["node"] });
    // Of these files only: the others belong to the type check of the project.
    return files.map((file) => {
      const source = program.getSourceFile(file)!;
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        ({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      );
    });
  }

  /** Puts a fragment into the constructor of a stack, and its imports at the top. */
  function programOf({ text, mark }: Block): string {
    if (mark !== "fragment") return text;
    const imports = text.match(/^import .*$/gm) ?? [];
    const body = text.replace(/^import .*$/gm, "");
    return [
      ...imports,
      'import { TerraformStack } from "cdktf";',
      'import type { Construct } from "constructs";',
      "export class Fragment extends TerraformStack {",
      "  constructor(scope: Construct, id: string) {",
      `    super(scope, id);${body}  }`,
      "}",
    ].join("\n");
  }

  const programs = of("ts").map((block) => ({ name: `${block.file}_${block.line}`, text: programOf(block) }));
  const wrong = 'import { EksCluster } from "cdktf-clusters/eks";\nnew EksCluster(1);\n';
  let faults: string[][];
  beforeAll(() => {
    faults = faultsOf([...programs, { name: "wrong", text: wrong }]);
  }, 60_000);

  test("compiles", () => {
    expect(programs.length).toBeGreaterThan(2);
    expect(faults.slice(0, -1).flat()).toEqual([]);
  });

  test("with an error is detected", () => {
    expect(faults.at(-1)).toHaveLength(1);
  });
});

// --- YAML and JSON ----------------------------------------------------------------------------------------------

/** The folders that the clusters of a file name, with a network of pods in place of what `manifests` renders with Helm. */
function writeManifests(folder: string, environment: unknown): void {
  const { clusters = [] } = environment as { clusters?: { kubeadm?: KubeadmOptions }[] };
  for (const { kubeadm } of clusters) {
    const manifests = kubeadm?.software?.manifests;
    if (manifests === undefined) continue;
    mkdirSync(join(folder, manifests), { recursive: true });
    cpSync("__tests__/kubeadm/software/pods/cilium.yaml", join(folder, manifests, "cilium.yaml"));
  }
}

describe("YAML", () => {
  /** The file name in the first line of a block. */
  const nameOf = ({ text }: Block) => /^# (\S+\.ya?ml)\n/.exec(text)?.[1];

  test.each(pages.filter((file) => of("yaml").some((block) => block.file === file)))(
    "of %s is valid if it is an environment",
    (file) => {
      const all = of("yaml").filter((block) => block.file === file);
      const environments = all.map((block, i) => ({
        name: nameOf(block) ?? `environments/block-${i}.yaml`,
        value: parse(block.text) as object,
        text: block.text,
      }));
      const written = environments.filter(
        ({ name, value }) => name.startsWith("environments/") && ("clusters" in value || "extends" in value),
      );
      // A page may extend a file that another page shows.
      const bases = written
        .flatMap(({ name, value }) =>
          "extends" in value ? [join(dirname(name), (value as { extends: string }).extends)] : [],
        )
        .filter((base) => !written.some(({ name }) => name === base))
        .map((base) => ({ name: base, text: of("yaml").find((block) => nameOf(block) === base)!.text }));
      for (const { name, text } of [...written, ...bases]) {
        mkdirSync(join(scratch, file, dirname(name)), { recursive: true });
        writeFileSync(join(scratch, file, name), text);
        writeManifests(join(scratch, file, dirname(name)), parse(text));
      }
      if (written.length === 0) return;
      const { problems } = loadEnvironments(join(scratch, file, "environments"), {
        today: new Date("2026-11-23"),
      });
      expect(problems.filter(({ severity }) => severity === "error").map(formatProblem)).toEqual([]);
    },
  );
});

test("the volumes on the page of kubeadm clusters have a storage class of its cluster", () => {
  const file = "docs/how-to/create-a-kubeadm-cluster.md";
  const [environment, web] = of("yaml")
    .filter((block) => block.file === file)
    .map(({ text }) => text);
  const folder = join(scratch, "volumes", "environments");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "dev.yaml"), environment);
  writeManifests(folder, parse(environment));
  const [{ clusters }] = loadEnvironments(folder, { today: new Date("2026-11-23") }).environments;
  const { storage_manifests: output } = synthesizeStack(clusters[0]).terraform.output;
  const { items } = output.value as { items: { kind: string; metadata: { name: string } }[] };
  const { spec } = parse(web) as {
    spec: { volumeClaimTemplates: { spec: { storageClassName: string } }[] };
  };
  const classes = items.filter(({ kind }) => kind === "StorageClass").map(({ metadata }) => metadata.name);
  expect(spec.volumeClaimTemplates.map((claim) => claim.spec.storageClassName)).toEqual(classes);
});

test.each(placed(of("json")))("the JSON of %s is JSON", (_, { text }) => {
  expect(() => JSON.parse(text) as unknown).not.toThrow();
});

/** Tests validate it with Terraform: `__tests__/e2e/export` and `__tests__/workloads/programs-module.long.test.ts`. */
test("HCL is only in pages that tests validate with Terraform", () => {
  expect([...new Set(of("hcl").map(({ file }) => file))].sort()).toEqual([
    "docs/export.md",
    "docs/how-to/install-programs.md",
  ]);
});

// --- Commands ---------------------------------------------------------------------------------------------------

/** The arguments of a command line, without the quotes of the shell. */
const argumentsOf = (command: string): string[] =>
  (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((argument) => argument.replace(/^['"]|['"]$/g, ""));

const commandsOf = ({ text }: Block): string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/ +#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => line.split(" && "));

/** The scripts of a project that `init` writes. */
const projectScripts = Object.keys(
  (
    JSON.parse(
      projectFiles({ platform: "eks", region: "eu-central-1", name: "dev" }, "clusters")["package.json"],
    ) as { scripts: object }
  ).scripts,
);

/** Why a project that `init` writes does not have a command. It uses plain Terraform, and has no program of CDKTF. */
const missingInProject = (command: string): string | undefined =>
  /\bnpx cdktf(?![\w-])/.test(command)
    ? "a project of init has no cdktf"
    : [...command.matchAll(/\bnpm run ([\w:]+)/g)]
        .filter(([, script]) => !projectScripts.includes(script))
        .map(([, script]) => `a project of init has no script ${script}`)[0];

test("a project of init has the commands of each page for a task", () => {
  const inBlocks = blocks
    .filter(
      ({ file, language }) => file.startsWith(join("docs", "how-to")) && ["sh", "yaml"].includes(language),
    )
    .flatMap(({ file, line, text }) =>
      text.split("\n").map((command, i) => [`${file}:${line + i + 1}`, command]),
    );
  expect(inBlocks.filter(([, command]) => /\b(npx|npm|terraform) /.test(command)).length).toBeGreaterThan(30);
  const missing = inBlocks.map(([place, command]) => [place, missingInProject(command)]);
  expect(missing.filter(([, fault]) => fault !== undefined)).toEqual([]);
  expect(missingInProject("- run: npx cdktf deploy 'a-*'")).toBe("a project of init has no cdktf");
  expect(missingInProject("npm run stacks -- diff a")).toBe("a project of init has no script stacks");
  expect(missingInProject("npx cdktf-clusters validate && npm run synth && npm test")).toBeUndefined();
});

/** The commands of the clouds' tools on these pages, up to the first option. */
const commandsOfClouds = {
  aws: ["iam create-policy"],
  az: ["role definition create", "role assignment create"],
  gcloud: ["iam roles create production_gke_apply_project", "projects add-iam-policy-binding PROJECT_ID"],
} as const;

/** Why a command is invalid. Commands that can run are run, in a folder for each page. */
function faultOf(command: string, folder: string): string | undefined {
  const [program, name, ...rest] = argumentsOf(command);
  const packages = [
    manifest.name,
    ...Object.keys(manifest.peerDependencies),
    ...Object.keys(manifest.devDependencies),
  ];
  const isIn = (list: readonly string[], name: string) =>
    list.includes(name) ? undefined : `${program} does not have ${name}`;
  switch (program) {
    case "npx":
      if (name === "cdktf") return isIn(["deploy", "destroy", "diff", "list", "output", "synth"], rest[0]);
      return name === manifest.name ? failureOf(rest, folder) : `unknown command npx ${name}`;
    case "npm":
      if (name === "run") return isIn(Object.keys(manifest.scripts), rest[0]);
      if (name !== "install") return isIn(["ci", "test"], name);
      return rest
        .filter((argument) => !argument.startsWith("-"))
        .map((argument) => isIn(packages, argument.replace(/(?<=.)@.*$/, "")))
        .find((fault) => fault !== undefined);
    case "terraform": {
      const [, at] = /^-chdir=(.*)$/.exec(name) ?? [];
      if (at !== undefined && !existsSync(join(folder, at))) return `there is no ${at}`;
      return isIn(
        ["apply", "destroy", "init", "output", "plan", "validate"],
        at === undefined ? name : rest[0],
      );
    }
    // These need an account.
    case "aws":
    case "az":
    case "gcloud":
      return isIn(commandsOfClouds[program], command.split(" ").slice(1).join(" ").split(" -")[0]);
    default:
      return `unknown command ${program}`;
  }
}

/** The environments of a page if the command names one of its stacks, else the shipped ones. */
function environmentsFor(argv: readonly string[], folder: string): string {
  const own = join(folder.replace(/\.d$/, ""), "environments");
  const names = existsSync(own) ? readdirSync(own).map((name) => name.replace(/\.yaml$/, "-")) : [];
  return argv.some((argument) => names.some((name) => argument.startsWith(name)))
    ? own
    : resolve("environments");
}

/** A repository with the shipped environments, their branch `main` of the remote, and a copy of them in `old`. */
function prepareComparison(folder: string): void {
  for (const to of ["environments", "old/environments"]) {
    cpSync(resolve("environments"), join(folder, to), { recursive: true });
  }
  const git = (...argv: string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...argv], {
      cwd: folder,
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "Add environments");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
}

function failureOf(argv: readonly string[], folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const compares = argv[0] === "compare";
  if (compares && !existsSync(join(folder, "old"))) prepareComparison(folder);
  // Helm and its charts are not needed to print the commands.
  const given = argv[0] === "manifests" ? [...argv, "--print"] : argv;
  // `init` writes its files into the folder of the page.
  const environments = compares || argv[0] === "init" ? "environments" : environmentsFor(argv, folder);
  const { status, stderr } = spawnSync(process.execPath, [resolve("bin/cdktf-clusters.js"), ...given], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ENVIRONMENTS: environments },
  });
  return status === 0 ? undefined : stderr;
}

test.each(pages.filter((file) => of("sh").some((block) => block.file === file)))(
  "the commands of %s work",
  (file) => {
    const commands = of("sh")
      .filter((block) => block.file === file)
      .flatMap(commandsOf);
    const faults = commands.flatMap((command) => faultOf(command, join(scratch, `${file}.d`)) ?? []);
    expect(faults).toEqual([]);
  },
  60_000,
);

test.each([
  ["npx cdktf-clusters exprot", /unknown command "exprot"/],
  ["npm run biuld", /npm does not have biuld/],
  ["npm install left-pad", /npm does not have left-pad/],
  ["npx cdktf deploi", /npx does not have deploi/],
  ["terraform -chdir=nowhere init", /there is no nowhere/],
  ["make", /unknown command make/],
])("%s is detected as invalid", (command, fault) => {
  expect(faultOf(command, join(scratch, "wrong"))).toMatch(fault);
});
