import { type GoogleEmulator, startGoogle } from "../emulator/google";
import { cloudProvider, foundVersion } from "../support/cloud-providers";
import { type CloudDeployment } from "../support/cloud-stacks";
import { type Engine } from "../support/engine";
import { type Cloud, Workspace } from "../support/workspace";

/** The project of stacks that do not name one. */
const PROJECT = "emulator-project";

/** Google never deletes key rings and keys, only versions of keys. APIs stay enabled for other users of the project. */
const REMAINS = /^(kms|serviceusage)\//;

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

/** Starts an empty Google Cloud with a folder for a stack. Its owner ends both. */
export async function beginGoogle(
  stack: string,
  engine?: Engine,
): Promise<CloudDeployment & { end: () => Promise<void> }> {
  const emulator = await startGoogle();
  const { server, store } = emulator;
  const workspace = await Workspace.in(
    googleCloud(emulator),
    stack,
    googleEnvironment(server.certificate),
    engine,
  );
  return {
    workspace,
    server,
    inventory: () => store.inventory().filter((name) => !REMAINS.test(name)),
    end: async () => {
      await workspace.remove();
      await server.stop();
    },
  };
}

/** Runs with an empty Google Cloud and a folder for a stack, and removes both. */
export async function withGoogle<T>(
  stack: string,
  use: (deployment: CloudDeployment) => Promise<T>,
  engine?: Engine,
): Promise<T> {
  const deployment = await beginGoogle(stack, engine);
  try {
    return await use(deployment);
  } finally {
    await deployment.end();
  }
}
