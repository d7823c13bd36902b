import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "../../../package.json";
import { documentOf } from "../support/environments";
import { run } from "../support/run";
import { exampleDirectory } from "../support/synthesis";
import { pack, project, Scratch, versionOf } from "./scratch";

/** The packed package in projects of users: the example project, the ways of use that README.md describes, and a project of CDK Terrain. */

const example = join(__dirname, "../../../examples/project");
const readme = () => readFile(join(__dirname, "../../../README.md"), "utf8");
const core = [versionOf("cdktf"), versionOf("constructs"), versionOf("@cdktf/provider-aws")];

let packed: string;
let tarball: string;

beforeAll(async () => {
  packed = await mkdtemp(join(tmpdir(), "cdktf-clusters-first-use-"));
  tarball = await pack(packed);
});

afterAll(() => rm(packed, { recursive: true, force: true }));

describe("the example project of a platform team", () => {
  let scratch: Scratch;

  beforeAll(async () => {
    scratch = await Scratch.create();
    await scratch.copy(example, ".");
    const text = await readFile(join(example, "package.json"), "utf8");
    await scratch.write(
      "package.json",
      text.replace(`"${manifest.name}": "${manifest.version}"`, `"${manifest.name}": "file:${tarball}"`),
    );
    await scratch.install();
  });

  afterAll(() => scratch?.remove());

  test("pins the versions that this repository uses", async () => {
    const { dependencies, devDependencies } = JSON.parse(
      await readFile(join(example, "package.json"), "utf8"),
    ) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const used: Record<string, string> = { ...manifest.devDependencies, [manifest.name]: manifest.version };
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect([name, version]).toEqual([name, used[name]]);
    }
  });

  test("passes its tests", async () => {
    const { output } = await scratch.run("npm", "test");
    expect(output).toMatch(/Tests: +11 passed, 11 total/);
  });

  test("synthesizes a stack for each environment", async () => {
    await scratch.run("npm", "run", "synth");
    const stacks = await readdir(join(scratch.dir, "cdktf.out/stacks"));
    expect(stacks.sort()).toEqual(["shop-dev", "shop-production"]);
  });

  test("fails if an environment breaks the policy", async () => {
    const file = "platform/cluster-stack.ts";
    const text = await scratch.read(file);
    await scratch.write(file, text.replace('privateFrom: ["10.8.0.0/16"]', 'publicFrom: ["203.0.113.0/24"]'));
    try {
      const { output } = await scratch.failed("npm", "test");
      expect(output).toContain("the API server must not be public");
    } finally {
      await scratch.write(file, text);
    }
  });
});

describe("with what README.md states", () => {
  let scratch: Scratch;

  beforeAll(async () => {
    scratch = await Scratch.create();
    await scratch.install(...core, versionOf("@types/node"), tarball);
    const [, environment] = /```yaml\n([^`]*)```/.exec(await readme())!;
    await scratch.write("environments/production.yaml", environment);
  });

  afterAll(() => scratch?.remove());

  test("environment files are checked and exported", async () => {
    const text = await readme();
    const commands = [...text.matchAll(/^npx cdktf-clusters (.*)$/gm)].map(([, line]) => line.split(" "));
    expect(commands.length).toBeGreaterThan(1);
    await scratch.bin(manifest.name, "validate", "--plan");
    for (const argv of commands) await scratch.bin(manifest.name, ...argv);
    expect(await readdir(join(scratch.dir, "terraform"))).toEqual(["production-main"]);
    expect(await scratch.read("terraform-modules/production-main/README.md")).toContain("kubernetes_version");
  });

  test("constructs are synthesized", async () => {
    const [, imports, construct] = /```ts fragment\n(import [^\n]*\n)\n([^`]*)```/.exec(await readme())!;
    await scratch.write(
      "main.ts",
      [
        imports,
        'import { AwsProvider } from "@cdktf/provider-aws/lib/provider";',
        'import { App, TerraformStack } from "cdktf";',
        "class Shop extends TerraformStack {",
        "  constructor(app: App) {",
        '    super(app, "shop");',
        '    new AwsProvider(this, "aws", { region: "eu-central-1" });',
        construct,
        "  }",
        "}",
        "const app = new App();",
        "new Shop(app);",
        "app.synth();",
      ].join("\n"),
    );
    await scratch.compile({ module: "node16", moduleResolution: "node16" }, "--skipLibCheck");
    await scratch.run(process.execPath, "dist/main.js");
    expect(await scratch.read("cdktf.out/stacks/shop/cdk.tf.json")).toContain('"aws_eks_cluster"');
  });

  test("the documentation is in the package", async () => {
    const text = await scratch.read(`node_modules/${manifest.name}/README.md`);
    const links = [...text.matchAll(/\]\((docs\/[\w./-]+\.md)/g)].map(([, file]) => file);
    expect(links.length).toBeGreaterThan(10);
    for (const file of links)
      expect(await scratch.read(`node_modules/${manifest.name}/${file}`)).toMatch(/^# /);
  });
});

describe("with what docs/getting-started.md states for an empty folder", () => {
  let scratch: Scratch;

  beforeAll(async () => {
    scratch = await Scratch.empty();
  });

  afterAll(() => scratch?.remove());

  test("npx writes a project, whose file is refused until its placeholders are replaced, and then exported", async () => {
    const text = await readFile(join(__dirname, "../../../docs/getting-started.md"), "utf8");
    const [, block] = /```text\n(npx --package FILE[^`]*)```/.exec(text)!;
    const [init, install, validate, ...rest] = block
      .trim()
      .split("\n")
      .map((line) => line.replaceAll("FILE.tgz", tarball).split(" "));
    expect([init[0], install[0], validate[0], rest]).toEqual(["npx", "npm", "npx", []]);

    await scratch.run("npx", "--yes", "--prefer-offline", ...init.slice(1));
    await scratch.run("npm", "install", "--no-audit", "--no-fund", "--prefer-offline", ...install.slice(2));
    const { output } = await scratch.failed("npx", ...validate.slice(1));
    expect(output).toContain("2 errors in 1 file");

    const file = "environments/first.yaml";
    const written = await scratch.read(file);
    const admin = "arn:aws:iam::111122223333:role/PlatformAdmin";
    const edited = written
      .replace("publicFrom: [replace-me]", "publicFrom: [203.0.113.0/24]")
      .replace("admins: [replace-me]", `admins: ["${admin}"]`);
    await scratch.write(file, edited);
    await scratch.run("npx", ...validate.slice(1));
    await scratch.run("npm", "test");
    await scratch.run("npm", "run", "synth");
    expect(await scratch.read("terraform/first-main/main.tf.json")).toContain(admin);
  });
});

describe("a project from cdktn init", () => {
  const terrain = "0.24.0";
  let scratch: Scratch;

  beforeAll(async () => {
    await run("npm", ["pack", `cdktn-cli@${terrain}`, "--silent", "--pack-destination", packed], {
      cwd: packed,
    });
    await run(
      "tar",
      ["xzf", join(packed, `cdktn-cli-${terrain}.tgz`), "package/bundle/templates/typescript"],
      { cwd: packed },
    );
    const template = join(packed, "package/bundle/templates/typescript");
    scratch = await Scratch.create({ overrides: { cdktf: `npm:cdktn@${terrain}` } });
    for (const file of ["jest.config.js", "setup.js", "tsconfig.json"])
      await scratch.copy(join(template, file), file);
    // The template accepts newer ones of TypeScript 5 and Jest.
    const tools = ["typescript", "jest", "@types/jest", "@types/node"].map(versionOf);
    await scratch.install(
      ...[
        `cdktn@${terrain}`,
        `cdktf@npm:cdktn@${terrain}`,
        versionOf("constructs"),
        versionOf("@cdktf/provider-aws"),
      ],
      ...[tarball, ...tools, "ts-jest@29", "ts-node@10"],
    );
    await scratch.copy(join(project("template"), "main.ts"), "main.ts");
    await scratch.copy(join(project("template"), "main-test.ts"), "__tests__/main-test.ts");
  });

  afterAll(() => scratch?.remove());

  test("adds two clusters to its stack, and tests them", async () => {
    await scratch.bin("tsc", "--noEmit");
    await scratch.bin("ts-node", "main.ts");
    const stack = JSON.parse(await scratch.read("cdktf.out/stacks/mine/cdk.tf.json")) as {
      resource: Record<string, object>;
    };
    expect(Object.keys(stack.resource.aws_eks_cluster)).toHaveLength(2);
    const { output } = await scratch.bin("jest");
    expect(output).toMatch(/Tests: +3 passed, 3 total/);
  });
});

describe("the stack of programs", () => {
  test("needs the bindings of Helm, and is exported from the package as from a checkout", async () => {
    const scratch = await Scratch.create();
    try {
      await scratch.install(...core, tarball);
      const file = join(exampleDirectory, "workloads.yaml");
      await scratch.write("environments/shop.yaml", documentOf(file, "eks").toString());
      const { output } = await scratch.fails(manifest.name, "export", "--as", "module", "--out", "modules");
      expect(output).toContain("@cdktf/provider-helm");
      await scratch.install(versionOf("@cdktf/provider-helm"));
      await scratch.bin(manifest.name, "export", "--as", "module", "--out", "modules");
      const out = join(packed, "programs");
      await run(process.execPath, ["bin/cdktf-clusters.js", "export", "--as", "module", "--out", out], {
        env: { ENVIRONMENTS: join(scratch.dir, "environments") },
      });
      expect(await readdir(out)).toEqual(["shop-main", "shop-main-workloads"]);
      expect(await readdir(join(out, "shop-main-workloads"))).toContain("main.tf.json");
      // Fails if a file differs.
      await run("diff", ["-r", join(scratch.dir, "modules"), out]);
    } finally {
      await scratch.remove();
    }
  });
});
