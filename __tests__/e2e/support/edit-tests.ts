import { type CloudEdit, EditedClusters, type EditedDeployment, type EditedSetup } from "./cloud-edits";
import { type CloudProvider, describeProvider, foundVersion } from "./cloud-providers";
import { Matrix } from "./matrix";

/** A cluster whose edits are applied. */
export interface EditsOf<Deployment extends EditedDeployment> extends EditedSetup<Deployment> {
  /** What it is, for the title. */
  readonly what: string;
  readonly provider: CloudProvider["name"];
  readonly stack: string;
  readonly edits: readonly CloudEdit[];
}

/**
 * Applies each edit to a running cluster, and reverts it. The first creation fails before, and at the end all is destroyed.
 *
 * @param more - adds tests that use the clusters
 */
export function describeEdits<Deployment extends EditedDeployment>(
  { what, provider, stack, edits, ...setup }: EditsOf<Deployment>,
  more: (clusters: EditedClusters<Deployment>) => void = () => undefined,
): void {
  const version = foundVersion(provider) ?? "";
  describeProvider(provider)(`edits of ${what} with ${provider} ${version}`, () => {
    const matrix = new Matrix(provider, version);
    const clusters = new EditedClusters(setup);

    afterAll(() => clusters.end());

    test.concurrent("6.2, 6.3, 6.4: a failed first creation is repeated by the next apply", () =>
      clusters.use(async () => {}),
    );

    test.concurrent.each(edits)("$kind: $title", (edit) =>
      clusters.use((cluster) => cluster.expectEffect(edit)),
    );

    more(clusters);

    test("has an empty plan after the edits", async () => {
      matrix.record(stack, "edits", String(await clusters.expectEmptyPlans()));
      // The provider waits for minutes in a destroy. A run that is interrupted keeps what it verified.
      matrix.write();
    });

    test("is destroyed completely", () => clusters.expectDestroyed());
  });
}
