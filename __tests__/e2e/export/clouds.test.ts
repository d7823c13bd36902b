import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document } from "yaml";
import { forFoundAzurerm, withAzure } from "../aks/azure-cloud";
import { withGoogle } from "../gke/google-cloud";
import { type CloudProvider, describeProvider, foundVersion } from "../support/cloud-providers";
import { type CloudDeployment } from "../support/cloud-stacks";
import { documentOf, unprotect } from "../support/environments";
import { environmentFile, exampleDirectory } from "../support/synthesis";
import { copyOf, exampleOf, exportAllTo, PlainTerraform, planned } from "./exported";

const GOLDEN = join(__dirname, "../../stacks/golden");

type Resources = ReturnType<typeof planned>;

/** Runs with an empty cloud. */
type Within = (stack: string, use: (deployment: CloudDeployment) => Promise<void>) => Promise<void>;

const clouds: readonly [CloudProvider["name"], Within, (document: Document) => void, string][] = [
  ["azurerm", withAzure, forFoundAzurerm, "azure"],
  ["google", withGoogle, () => undefined, "google"],
];

/** Roles of people: their lists are inputs of a child module, so that it has other addresses for them. */
const isGrant = (address: string) => /_(role_assignment|iam_member)\.identity_/.test(address);
const withoutGrants = (resources: Resources) =>
  Object.fromEntries(Object.entries(resources).filter(([address]) => !isGrant(address)));
const grants = (resources: Resources) =>
  Object.entries(resources)
    .filter(([address]) => isGrant(address))
    .map(([, values]) => JSON.stringify(values))
    .sort();

// The real providers plan against emulators, which answer what they read.
for (const [provider, within, adapt, cloud] of clouds) {
  const platform = provider === "azurerm" ? "aks" : "gke";
  describeProvider(provider)(`exports for ${provider} ${foundVersion(provider) ?? ""}`, () => {
    test.concurrent.each([
      [`production-${platform}`, environmentFile("production"), platform],
      [`kubeadm-${cloud}-main`, join(exampleDirectory, `kubeadm-${cloud}.yaml`), "kubeadm"],
    ])("%s plans the same resources as a root module and as a child module", (stack, file, of) =>
      within(stack, async ({ env, override }) => {
        const scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-export-"));
        try {
          const terraform = await PlainTerraform.with(scratch, env);
          const environments = join(scratch, "environments");
          await mkdir(environments);
          const document = documentOf(file, of);
          unprotect(document);
          adapt(document);
          await writeFile(join(environments, `${stack.replace(/-[^-]+$/, "")}.yaml`), document.toString());

          const plan = async (folder: string, module?: string) => {
            await writeFile(join(folder, "cloud_override.tf.json"), JSON.stringify(override));
            await terraform.run(folder, ["init"]);
            return planned((await terraform.plan(folder)).json, module);
          };
          expect(await exportAllTo(join(scratch, "roots"), environments)).toEqual([stack]);
          const ofRoot = await plan(join(scratch, "roots", stack));

          await exportAllTo(join(scratch, "modules"), environments, "--as", "module");
          const caller = join(scratch, "caller");
          await mkdir(caller);
          await copyOf(join(scratch, "modules", stack), join(caller, stack));
          await writeFile(join(caller, "main.tf"), await exampleOf(join(caller, stack)));
          const ofModule = await plan(caller, "module.cluster");

          const golden = await readFile(join(GOLDEN, `${stack}.addresses.txt`), "utf8");
          const resources = (addresses: readonly string[]) =>
            addresses.filter((address) => !address.startsWith("data.")).sort();
          expect(resources(Object.keys(ofRoot))).toEqual(resources(golden.trimEnd().split("\n")));
          expect(withoutGrants(ofModule)).toEqual(withoutGrants(ofRoot));
          expect(grants(ofModule)).toEqual(grants(ofRoot));
        } finally {
          await rm(scratch, { recursive: true, force: true });
        }
      }),
    );
  });
}
