import { type GoogleEmulator, startGoogle } from "../emulator/google";
import { type Store } from "../emulator/google/store";
import { type Answer } from "../emulator/rest/server";
import { outOfCapacity } from "../support/cloud-edits";
import { cloudProvider, foundVersion } from "../support/cloud-providers";
import { type CloudDeployment, type PhaseCalls } from "../support/cloud-stacks";
import { type Engine } from "../support/engine";
import { type Cloud, Workspace } from "../support/workspace";
import { phases } from "../../../modules/permissions";
import { googleRoles } from "../../../modules/permissions/google/roles";
import { deniedBy } from "../../permissions/google/calls";

/** The project of stacks that do not name one. */
const PROJECT = "emulator-project";

/** Google never deletes key rings and keys, only versions of keys. Deleted roles stay for days. APIs stay enabled for other users. */
const REMAINS = /^(deleted|kms|serviceusage)\//;

/** Terraform JSON that directs the provider to an emulator. */
function googleCloud({ endpoints }: GoogleEmulator): Cloud {
  const provider = { source: cloudProvider("google").source, version: foundVersion("google")! };
  return {
    provider,
    adapt: () => [],
    override: {
      terraform: { required_providers: { google: provider } },
      provider: {
        google: {
          ...endpoints,
          access_token: "emulator",
          // The provider collects calls for 10 seconds by default.
          batching: { enable_batching: true, send_after: "1s" },
        },
      },
    },
  };
}

/** Variables that hide the credentials of the machine, and trust the certificate of the emulator. */
const googleEnvironment = (certificate: string): Record<string, string | undefined> => ({
  SSL_CERT_FILE: certificate,
  GOOGLE_PROJECT: PROJECT,
  GOOGLE_CREDENTIALS: undefined,
  GOOGLE_APPLICATION_CREDENTIALS: undefined,
  GOOGLE_OAUTH_ACCESS_TOKEN: undefined,
});

/** An answer that fails a creation. */
export const GOOGLE_OUT_OF_CAPACITY: Answer = {
  status: 400,
  body: { error: { code: 400, message: outOfCapacity, status: "FAILED_PRECONDITION" } },
};

/** A running emulator of Google Cloud, and a folder for one stack. */
export interface GoogleDeployment extends CloudDeployment {
  readonly store: Store;
  readonly end: () => Promise<void>;
}

/** Starts an empty Google Cloud with a folder for a stack. Its owner ends both. */
export async function beginGoogle(stack: string, engine?: Engine): Promise<GoogleDeployment> {
  const emulator = await startGoogle();
  const { server, store } = emulator;
  const cloud = googleCloud(emulator);
  const env = googleEnvironment(server.certificate);
  const workspace = await Workspace.in(cloud, stack, env, engine);
  return {
    ...{ workspace, env, override: cloud.override },
    server,
    store,
    inventory: () => store.inventory().filter((name) => !REMAINS.test(name)),
    end: async () => {
      await workspace.remove();
      await server.stop();
    },
  };
}

/** The role of each phase of a stack allows its calls. */
export async function expectAllowed({ workspace }: CloudDeployment, calls: PhaseCalls): Promise<void> {
  const configuration = await workspace.configuration();
  const project = projectOf(calls.apply);
  for (const phase of phases) {
    const roles = googleRoles(
      workspace.stack,
      { ...configuration, provider: { google: [{ project }] } },
      phase,
    );
    expect(deniedBy(roles, calls[phase])).toEqual([]);
  }
}

/** The project of the cluster, or of its machines. */
function projectOf(calls: readonly string[]): string {
  const paths = [/\/container\/v1\/projects\/([^/]+)\//, /\/compute\/v1\/projects\/([^/]+)\//];
  return paths
    .flatMap((path) => calls.map((call) => path.exec(call)?.[1]))
    .find((found) => found !== undefined)!;
}

/** Runs with an empty Google Cloud and a folder for a stack, and removes both. */
export async function withGoogle<T>(
  stack: string,
  use: (deployment: GoogleDeployment) => Promise<T>,
  engine?: Engine,
): Promise<T> {
  const deployment = await beginGoogle(stack, engine);
  try {
    return await use(deployment);
  } finally {
    await deployment.end();
  }
}
