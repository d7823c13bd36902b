import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document } from "yaml";
import { type RestServer } from "../emulator/rest/server";
import { isAtLeast } from "../../../modules/cluster/releases";
import type { Phase } from "../../../modules/permissions";
import { copyUnprotected, stacksOf } from "./environments";
import { type Matrix } from "./matrix";
import { differences } from "./plan";
import { environmentDirectory, exampleDirectory, synthesize } from "./synthesis";
import { type Workspace } from "./workspace";

const DIRECTORIES = [environmentDirectory, exampleDirectory];

/** A running emulator of a cloud, and a folder for one stack. */
export interface CloudDeployment {
  readonly workspace: Workspace;

  /** Variables for Terraform. */
  readonly env: Readonly<Record<string, string | undefined>>;

  /** Terraform JSON that overrides the stack: the version of the provider, its endpoints. */
  readonly override: object;
  readonly server: RestServer;

  /** Names of all resources in the cloud, without those that the cloud never deletes. */
  readonly inventory: () => string[];
}

/** The stacks of all shipped environments and examples of a platform, without those that need a newer version of the provider. */
export const stacksIn = (platform: string, version?: string): string[] =>
  DIRECTORIES.flatMap((directory) => stacksOf(directory, platform))
    .filter(({ minimum }) => !version || !minimum || isAtLeast(version, minimum))
    .map(({ stack }) => stack);

/** The shipped environments and examples of a platform without protection, as a synthesized folder. */
export class ShippedStacks {
  private constructor(
    private readonly dir: string,
    readonly outdir: string,
  ) {}

  static async synthesize(platform: string, edit?: (environment: Document) => void): Promise<ShippedStacks> {
    const dir = await mkdtemp(join(tmpdir(), `cdktf-clusters-e2e-${platform}-`));
    const environments = join(dir, "environments");
    for (const directory of DIRECTORIES) await copyUnprotected(directory, environments, platform, edit);
    const outdir = join(dir, "out");
    await synthesize(environments, outdir);
    return new ShippedStacks(dir, outdir);
  }

  remove(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }
}

/** The calls of each phase, as `METHOD path`. */
export type PhaseCalls = Readonly<Record<Phase, readonly string[]>>;

/**
 * Initializes, validates and applies a stack, expects an empty plan, and a destroy that leaves nothing.
 *
 * @returns the calls that Terraform made
 */
export async function expectLifeCycle(
  { workspace, server, inventory }: CloudDeployment,
  outdir: string,
  matrix?: Matrix,
): Promise<PhaseCalls> {
  const { stack } = workspace;
  await workspace.use(outdir);
  await workspace.init();
  await workspace.terraform(["validate", "-no-color"]);
  matrix?.record(stack, "valid");
  const before = inventory();
  const calls: Record<Phase, readonly string[]> = { plan: [], apply: [], destroy: [] };
  let from = server.calls.length;
  const record = (phase: Phase) => {
    calls[phase] = [...new Set(server.calls.slice(from))];
    from = server.calls.length;
  };
  const resources = await workspace.apply();
  record("apply");
  matrix?.record(stack, "applied");
  process.stderr.write(`${stack}: ${resources} resources deployed\n`);

  const { text, json } = await workspace.plan();
  record("plan");
  const found = differences(json);
  if (found.length > 0) process.stderr.write(`${text}\n`);
  expect(found).toEqual([]);
  matrix?.record(stack, "second plan empty");

  expect(await workspace.tearDown()).toBe(resources);
  record("destroy");
  expect(inventory()).toEqual(before);
  matrix?.record(stack, "destroyed");
  // A run that is interrupted keeps what it verified.
  matrix?.write();
  return calls;
}
