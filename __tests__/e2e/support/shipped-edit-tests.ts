import { type Document } from "yaml";
import { actionsOf } from "../../compare/side";
import { expectKind, ShippedPredictions } from "../../compare/shipped-edits";
import { EditedCluster, type EditedDeployment } from "./cloud-edits";
import { cloudProvider, type CloudProvider, describeProvider, foundVersion } from "./cloud-providers";
import { stacksIn } from "./cloud-stacks";
import { Matrix } from "./matrix";
import { type ShippedFile, shippedFiles } from "./shipped-edits";

/** The stacks of a provider whose edits are applied. */
export interface ShippedEditsOf {
  readonly provider: CloudProvider["name"];

  /** Starts an empty cloud. */
  readonly begin: (stack: string) => Promise<EditedDeployment>;

  /** Changes each file, such as the versions of its provider. */
  readonly prepared?: (document: Document) => void;

  /** Stacks that have their own edits, or that the emulator cannot apply. */
  readonly without: readonly string[];
}

/** Applies the edits of each shipped file of a provider, and reverts them. */
export function describeShippedEdits({ provider, begin, prepared, without }: ShippedEditsOf): void {
  const version = foundVersion(provider) ?? "";
  const { platform } = cloudProvider(provider);
  const available = stacksIn(platform, foundVersion(provider));
  const files = shippedFiles(platform).filter(
    ({ stack }) => available.includes(stack) && !without.includes(stack),
  );
  describeProvider(provider)(`edits of shipped ${platform} stacks with ${provider} ${version}`, () => {
    const matrix = new Matrix(provider, version);

    test.concurrent.each(files.map((file) => [file.stack, file] as const))(
      "%s has the predicted plan and an empty one after each edit, and after their revert",
      async (stack, file) => {
        const deployment = await begin(stack);
        try {
          matrix.record(stack, "edits", String(await expectEdits(deployment, file, prepared)));
          matrix.write();
        } finally {
          await deployment.end();
        }
      },
      1_200_000,
    );
  });
}

/**
 * Deploys a file, and applies its edits. Each one takes the place of the one before. The file without an edit is the last one.
 *
 * @returns the number of edits
 */
async function expectEdits(
  { workspace }: EditedDeployment,
  file: ShippedFile,
  prepared?: (document: Document) => void,
): Promise<number> {
  const predictions = new ShippedPredictions(file, prepared);
  const edits = predictions.edits();
  const cluster = await EditedCluster.in(workspace, (change) => predictions.document(change), file.file);
  await cluster.create();
  await cluster.expectEmptyPlan();
  let current = predictions.base;
  for (const edit of edits) {
    const { kind, title, change, side, found } = edit;
    await reported(`${file.stack}: ${kind}: ${title}`, async () => {
      expectKind(edit);
      if (kind === "refused") {
        await cluster.expectRefused(
          change,
          found.refusals.flatMap(({ address }) => address ?? []),
        );
      } else {
        await cluster.expectNext(change, actionsOf(predictions.compare(current, side)));
        current = side;
      }
    });
  }
  await reported(`${file.stack}: the file`, () =>
    cluster.expectNext(undefined, actionsOf(predictions.compare(current, predictions.base))),
  );
  return edits.length;
}

/** Reports a step that fails at once: the other stacks need many minutes more. */
async function reported(step: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
    process.stderr.write(`${step}\n`);
  } catch (error) {
    process.stderr.write(`${step}: FAILED\n${error instanceof Error ? error.message : String(error)}\n`);
    throw error;
  }
}
