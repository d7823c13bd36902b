import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../emulator";
import {
  copyOf,
  exampleOf,
  exportAllTo,
  forOlderProvider,
  PlainTerraform,
  planned,
} from "../export/exported";
import { describeE2e } from "../setup/describe";
import { documentOf, unprotect } from "../support/environments";
import { exampleDirectory } from "../support/synthesis";

const STACK = "kubeadm-main";
const GOLDEN = join(__dirname, "../../stacks/golden", `${STACK}.addresses.txt`);

describeE2e("a kubeadm cluster", () => {
  let scratch: string;
  let emulator: Emulator;
  let terraform: PlainTerraform;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-kubeadm-"));
    emulator = await startEmulator();
    terraform = await PlainTerraform.create(scratch, emulator.endpoint);
    const document = documentOf(join(exampleDirectory, "kubeadm.yaml"), "kubeadm");
    unprotect(document);
    await mkdir(join(scratch, "environments"));
    await writeFile(join(scratch, "environments/kubeadm.yaml"), document.toString());
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  test("is exported as a root module and as a child module, which plan the same resources", async () => {
    const [roots, modules] = [join(scratch, "roots"), join(scratch, "modules")];
    expect(await exportAllTo(roots, join(scratch, "environments"))).toEqual([STACK]);
    expect(await exportAllTo(modules, join(scratch, "environments"), "--as", "module")).toEqual([STACK]);
    const root = join(roots, STACK);
    expect(await forOlderProvider(root)).toEqual([]);
    await terraform.run(root, ["init"]);
    const ofRoot = planned((await terraform.plan(root)).json);

    await forOlderProvider(join(modules, STACK));
    const caller = join(scratch, "caller");
    await mkdir(caller);
    await copyOf(join(modules, STACK), join(caller, STACK));
    await writeFile(join(caller, "main.tf"), await exampleOf(join(caller, STACK)));
    await terraform.run(caller, ["init"]);
    const ofModule = planned((await terraform.plan(caller)).json, "module.cluster");

    const golden = await readFile(GOLDEN, "utf8");
    const resources = (addresses: readonly string[]) =>
      addresses.filter((address) => !address.startsWith("data.")).sort();
    expect(resources(Object.keys(ofRoot))).toEqual(resources(golden.trimEnd().split("\n")));
    expect(Object.keys(ofModule).sort()).toEqual(Object.keys(ofRoot).sort());
    for (const slot of [0, 1, 2]) {
      expect(ofModule[`aws_autoscaling_group.control_plane_slot_${slot}_group`]).toMatchObject({
        min_size: 1,
        max_size: 1,
      });
    }
  });
});
