import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "../../../package.json";
import { run, type RunResult } from "../support/run";

const REPOSITORY = join(__dirname, "../../..");

/** The compiler options of the type checks, by module resolution. */
export const RESOLUTIONS = {
  node10: { module: "commonjs", moduleResolution: "node10" },
  node16: { module: "node16", moduleResolution: "node16" },
  bundler: { module: "preserve", moduleResolution: "bundler" },
} as const;

/** Builds and packs the package, once for all projects. */
export async function pack(into: string): Promise<string> {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", into], { cwd: REPOSITORY });
  // The output of the build comes first.
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as { filename: string }[];
  return join(into, filename);
}

/** A package with the version that this repository uses. */
export function versionOf(name: string): string {
  return `${name}@${(manifest.devDependencies as Record<string, string>)[name]}`;
}

/** A project outside of the repository. */
export class Scratch {
  private constructor(readonly dir: string) {}

  static async empty(): Promise<Scratch> {
    return new Scratch(await mkdtemp(join(tmpdir(), "cdktf-clusters-scratch-")));
  }

  static async create(settings: object = {}): Promise<Scratch> {
    const scratch = await Scratch.empty();
    await scratch.write("package.json", JSON.stringify({ name: "scratch", private: true, ...settings }));
    return scratch;
  }

  remove(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }

  async write(file: string, text: string): Promise<void> {
    await mkdir(join(this.dir, file, ".."), { recursive: true });
    await writeFile(join(this.dir, file), text);
  }

  read(file: string): Promise<string> {
    return readFile(join(this.dir, file), "utf8");
  }

  /** Copies a file or folder to the project. */
  async copy(from: string, to: string): Promise<void> {
    await cp(from, join(this.dir, to), { recursive: true });
  }

  async install(...packages: string[]): Promise<void> {
    await this.run("npm", "install", "--no-audit", "--no-fund", "--prefer-offline", ...packages);
  }

  /** Runs a program in the project, without the environment variables of the test runner. */
  run(program: string, ...args: string[]): Promise<RunResult> {
    return this.ended([0], program, ...args);
  }

  private ended(accept: readonly number[], program: string, ...args: string[]): Promise<RunResult> {
    return run(program, args, {
      cwd: this.dir,
      accept,
      env: {
        NODE_ENV: undefined,
        NODE_OPTIONS: undefined,
        JEST_WORKER_ID: undefined,
        ENVIRONMENTS: undefined,
      },
    });
  }

  /** Runs an installed program. */
  bin(name: string, ...args: string[]): Promise<RunResult> {
    return this.run(join(this.dir, "node_modules", ".bin", name), ...args);
  }

  /** Runs an installed program that must fail, and returns its error output. */
  fails(name: string, ...args: string[]): Promise<RunResult> {
    return this.ended([1], join(this.dir, "node_modules", ".bin", name), ...args);
  }

  /** Runs a program that must fail, and returns its output. */
  failed(program: string, ...args: string[]): Promise<RunResult> {
    return this.ended([1], program, ...args);
  }

  /** Compiles with the TypeScript of the repository, which is not installed in the project. */
  async compile(options: object, ...args: string[]): Promise<void> {
    const strict = { strict: true, target: "ES2022", lib: ["ES2023"], types: ["node"], outDir: "dist" };
    await this.write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { ...strict, ...options }, include: ["*.ts"] }),
    );
    await this.run(process.execPath, join(REPOSITORY, "node_modules/typescript/bin/tsc"), "-p", ".", ...args);
  }
}

/** The folder of a project in `projects/`. */
export const project = (name: string) => join(__dirname, "projects", name);

/** The template of `cdktf init` in the CDKTF CLI. */
export const template = join(REPOSITORY, "node_modules/cdktf-cli/bundle/templates/typescript");
