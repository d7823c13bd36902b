import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "../../../package.json";
import terrain from "../../../scripts/cdktn.json";
import { documentOf } from "../support/environments";
import { run } from "../support/run";
import { environmentFile, exampleDirectory } from "../support/synthesis";
import { pack, project, RESOLUTIONS, Scratch, template, versionOf } from "./scratch";

/** The project of a platform is in `projects/`, with the name of the platform. The command exports a cluster of `file`. */
const CLOUDS = [
  { platform: "eks", provider: "@cdktf/provider-aws", file: environmentFile("dev") },
  { platform: "aks", provider: "@cdktf/provider-azurerm", file: environmentFile("dev") },
  { platform: "gke", provider: "@cdktf/provider-google", file: environmentFile("dev") },
  {
    platform: "kubeadm",
    provider: "@cdktf/provider-aws",
    file: join(exampleDirectory, "kubeadm-development.yaml"),
  },
] as const;

const core = [versionOf("cdktf"), versionOf("constructs")];
const log = (text: string) => process.stderr.write(`${text}\n`);

/** A stack without the version of CDKTF in its metadata. */
function withoutStamp(text: string): unknown {
  const stack = JSON.parse(text) as { "//": { metadata: { version: string } } };
  expect(stack["//"].metadata.version).toMatch(/^0\.\d+\.\d+$/);
  stack["//"].metadata.version = "";
  return stack;
}

let packed: string;
let tarball: string;

beforeAll(async () => {
  packed = await mkdtemp(join(tmpdir(), "cdktf-clusters-pack-"));
  tarball = await pack(packed);
});

afterAll(() => rm(packed, { recursive: true, force: true }));

test("every platform of the package has a project here", () => {
  const platforms = Object.keys(manifest.exports).filter((path) => /^\.\/([a-z]+ks?e?|kubeadm)$/.test(path));
  expect(platforms).toEqual(CLOUDS.map(({ platform }) => `./${platform}`));
});

describe.each(CLOUDS)("a project with only $platform", ({ platform, provider, file }) => {
  let scratch: Scratch;

  beforeAll(async () => {
    scratch = await Scratch.create();
    const started = Date.now();
    await scratch.install(...core, versionOf(provider), versionOf("@types/node"), tarball);
    log(`${platform}: installed in ${Date.now() - started} ms`);
    await scratch.copy(project(platform), ".");
  });

  afterAll(() => scratch?.remove());

  test("has no other provider", async () => {
    expect(await readdir(join(scratch.dir, "node_modules/@cdktf"))).toEqual([
      provider.replace("@cdktf/", ""),
    ]);
  });

  test.each(Object.entries(RESOLUTIONS))("type-checks under %s", async (_, options) => {
    await scratch.compile(options, "--noEmit", "--skipLibCheck");
  });

  test("synthesizes, and its tests with ./testing pass", async () => {
    await scratch.compile(RESOLUTIONS.node16, "--skipLibCheck");
    await scratch.run(process.execPath, "dist/main.js");
    const stack = JSON.parse(await scratch.read("cdktf.out/stacks/shop/cdk.tf.json")) as { resource: object };
    expect(Object.keys(stack.resource).length).toBeGreaterThan(10);
    const { stdout } = await scratch.run(process.execPath, "--test", "dist/checks.js");
    expect(stdout).toMatch(/^# pass 3$/m);
    expect(stdout).toMatch(/^# fail 0$/m);
  });

  test("loads no provider with the root of the package, and only its own provider with the platform", async () => {
    const loaded = async (path: string) => {
      const program = `require(${JSON.stringify(path)}); console.log(JSON.stringify(Object.keys(require.cache)))`;
      const { stdout } = await scratch.run(process.execPath, "-e", program);
      return (JSON.parse(stdout) as string[]).filter((file) => file.includes("@cdktf/provider-"));
    };
    expect(await loaded(manifest.name)).toEqual([]);
    const files = await loaded(`${manifest.name}/${platform}`);
    // A kubeadm cluster loads the provider of its cloud when it is created.
    expect(files.length > 10).toBe(platform !== "kubeadm");
    expect(
      files.filter((file) => !file.includes(`${provider}/lib/`) || file.endsWith("/lib/index.js")),
    ).toEqual([]);
  });

  test("gives the same JSON on CDK Terrain, except for the version, with one line in its package.json", async () => {
    const alias = `npm:cdktn@${terrain.dependencies.cdktn}`;
    const other = await Scratch.create({ overrides: { cdktf: alias } });
    try {
      await other.install(
        `cdktf@${alias}`,
        ...[versionOf("constructs"), versionOf(provider), versionOf("@types/node"), tarball],
      );
      const installed = JSON.parse(await other.read("node_modules/cdktf/package.json")) as { name: string };
      expect(installed.name).toBe("cdktn");
      await other.copy(project(platform), ".");
      await other.compile(RESOLUTIONS.node16, "--skipLibCheck");
      await other.run(process.execPath, "dist/main.js");

      const [cdktf, cdktn] = await Promise.all(
        [scratch, other].map((one) => one.read("cdktf.out/stacks/shop/cdk.tf.json")),
      );
      expect(JSON.parse(cdktn)).not.toEqual(JSON.parse(cdktf));
      expect(withoutStamp(cdktn)).toEqual(withoutStamp(cdktf));
    } finally {
      await other.remove();
    }
  });

  test("has the command, which exports the same as in a checkout", async () => {
    const { stdout } = await scratch.bin(manifest.name, "--version");
    expect(stdout).toBe(`${manifest.version}\n`);

    const environments = join(packed, platform);
    await mkdir(environments);
    await writeFile(join(environments, "dev.yaml"), documentOf(file, platform).toString());
    await scratch.copy(environments, "environments");
    await scratch.bin(manifest.name, "validate");
    await scratch.bin(manifest.name, "export", "--out", "exported");
    const out = join(packed, `${platform}-exported`);
    await run(process.execPath, ["bin/cdktf-clusters.js", "export", "--out", out], {
      env: { ENVIRONMENTS: environments },
    });
    const [stack, ...others] = await readdir(out);
    expect(others).toEqual([]);
    const files = await readdir(join(out, stack));
    expect(files).toContain("main.tf.json");
    for (const file of files) {
      expect(await scratch.read(`exported/${stack}/${file}`)).toBe(
        await readFile(join(out, stack, file), "utf8"),
      );
    }
  });

  test("gets an error with the missing package for a cluster on another cloud", async () => {
    const other = CLOUDS.find((cloud) => cloud.provider !== provider)!;
    const copy = join(packed, `other-than-${platform}.yaml`);
    await writeFile(copy, documentOf(other.file, other.platform).toString());
    await scratch.copy(copy, "environments/dev.yaml");
    const { output } = await scratch.fails(manifest.name, "export", "--out", "none");
    expect(output.trimEnd()).toMatch(
      new RegExp(
        `^dev-\\w+ is on ${other.platform}, which needs a package .* npm install ${other.provider}$`,
        "m",
      ),
    );
    expect(output).not.toMatch(/^ +at /m);
  });
});

/** Programs for CDKTF with the names of CDK Terrain. The package contains the bindings of Google, which are not published. */
const forTerrain = (text: string): string =>
  text
    .replaceAll('"cdktf"', '"cdktn"')
    .replaceAll('"@cdktf/provider-google/', `"${manifest.name}/cdktn/provider-google/`)
    .replaceAll('"@cdktf/', '"@cdktn/')
    .replaceAll(new RegExp(`"${manifest.name}/(?!cdktn/)`, "g"), `"${manifest.name}/cdktn/`);

describe.each([
  ["eks", "aws_eks_cluster", [`@cdktn/provider-aws@${terrain.dependencies["@cdktn/provider-aws"]}`]],
  ["gke", "google_container_cluster", []],
] as const)("a project of %s with the build for CDK Terrain", (platform, type, bindings) => {
  let scratch: Scratch;

  beforeAll(async () => {
    scratch = await Scratch.create();
    const host = `cdktn@${terrain.dependencies.cdktn}`;
    await scratch.install(host, versionOf("constructs"), ...bindings, versionOf("@types/node"), tarball);
    for (const file of ["main.ts", "stack.ts"])
      await scratch.write(file, forTerrain(await readFile(join(project(platform), file), "utf8")));
  });

  afterAll(() => scratch?.remove());

  test("type-checks and synthesizes, without CDKTF", async () => {
    await scratch.compile(RESOLUTIONS.node16, "--skipLibCheck");
    await scratch.run(process.execPath, "dist/main.js");
    const stack = JSON.parse(await scratch.read("cdktf.out/stacks/shop/cdk.tf.json")) as {
      resource: Record<string, object>;
    };
    expect(Object.keys(stack.resource[type])).toHaveLength(1);
    expect(await readdir(join(scratch.dir, "node_modules"))).not.toContain("cdktf");
  });
});

describe("a project from cdktf init", () => {
  let scratch: Scratch;

  beforeAll(async () => {
    scratch = await Scratch.create();
    for (const file of ["jest.config.js", "setup.js", "tsconfig.json"]) {
      await scratch.copy(join(template, file), file);
    }
    const tools = ["typescript", "jest", "@types/jest", "@types/node"].map(versionOf);
    await scratch.install(
      ...core,
      versionOf("@cdktf/provider-aws"),
      tarball,
      ...tools,
      "ts-jest@29",
      "ts-node@10",
    );
    await scratch.copy(join(project("template"), "main.ts"), "main.ts");
    await scratch.copy(join(project("template"), "main-test.ts"), "__tests__/main-test.ts");
  });

  afterAll(() => scratch?.remove());

  test("adds two clusters to its stack", async () => {
    await scratch.bin("tsc", "--noEmit");
    await scratch.bin("ts-node", "main.ts");
    const stack = JSON.parse(await scratch.read("cdktf.out/stacks/mine/cdk.tf.json")) as {
      resource: Record<string, object>;
    };
    expect(Object.keys(stack.resource.aws_eks_cluster)).toHaveLength(2);
  });

  test("tests them", async () => {
    const { output } = await scratch.bin("jest");
    expect(output).toMatch(/Tests: +3 passed, 3 total/);
  });
});
