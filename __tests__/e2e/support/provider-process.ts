import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type ProviderVersion } from "../setup/local-mirror";
import { guarded, isGroupAlive } from "./run";

/** A running provider, which all commands of one folder use. Without it each command starts it up to four times. */
export interface ProviderProcess {
  /** For Terraform. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** A provider, and the flag with which its program waits for Terraform. */
export interface StartedProvider extends ProviderVersion {
  /** Default: `-debug`. */
  readonly debugFlag?: string;

  /** Under whose name Terraform or OpenTofu knows the provider. */
  readonly registry: string;
}

/**
 * Starts the provider of an initialized folder.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging
 */
export async function startProvider(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  { source, version, registry, debugFlag = "-debug" }: StartedProvider,
): Promise<ProviderProcess> {
  const root = join(folder, ".terraform/providers", registry, source, version);
  const [platform] = await readdir(root);
  const program = (await readdir(join(root, platform))).find((name) =>
    name.startsWith("terraform-provider-"),
  )!;
  const child = spawn("sh", guarded(join(root, platform, program), [debugFlag]), {
    cwd: folder,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "ignore", "pipe"],
  });
  const stop = () => {
    if (child.pid !== undefined && isGroupAlive(child.pid)) process.kill(-child.pid, "SIGKILL");
    child.stdio[3]?.destroy();
  };
  try {
    // The program announces the name that it has in Terraform's registry.
    const announcement = (await announced(child.stdout!)).replace("registry.terraform.io", registry);
    return { env: { TF_REATTACH_PROVIDERS: announcement }, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function announced(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((done, fail) => {
    let text = "";
    output.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      const [, value] = /TF_REATTACH_PROVIDERS='([^']+)'/.exec(text) ?? [];
      if (value !== undefined) done(value);
    });
    output.on("end", () => fail(new Error(`the provider ended: ${text.slice(-2000)}`)));
  });
}
