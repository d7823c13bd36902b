import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document } from "yaml";
import { loadEnvironments } from "../../../modules/environment";
import { synthesizeStack } from "../../support/stack";
import { type ClusterDocument, type Edit } from "./edits";
import { type Answer, type Call } from "../emulator/rest/server";
import { type CloudDeployment } from "./cloud-stacks";
import { actions, differences } from "./plan";
import { synthesize } from "./synthesis";
import { type Workspace } from "./workspace";

/** An edit whose effect on nodes or resources is known; `removal` takes a setting away, which the cloud must then turn off. */
export interface CloudEdit extends Edit {
  readonly kind: "in place" | "rolling" | "replaced" | "refused" | "removal";

  /** Outputs that get their new value only with a second apply, because the provider does not plan it. */
  readonly late?: readonly string[];
}

type Change = (cluster: ClusterDocument) => void;
type Plan = Readonly<Record<string, string>>;

const planned = (kind: CloudEdit["kind"]) => (title: string, change: Change, plan: Plan) => ({
  ...{ kind, title, change, plan },
});

export const inPlace = planned("in place");
export const rolling = planned("rolling");
export const replaced = planned("replaced");
export const removal = planned("removal");

/**
 * An edit that Terraform refuses.
 *
 * @param addresses - the resources that its errors name. It does not plan those that depend on them
 */
export const refused = (title: string, change: Change, addresses: readonly string[]): CloudEdit => ({
  ...{ kind: "refused" as const, title, change },
  refused: new RegExp(addresses.map((address) => `(?=[^]*${refusalOf(address)})`).join("")),
});

/** As Terraform or `compare` state it. */
function refusalOf(address: string): string {
  const escaped = address.replace(".", "\\.");
  return `(?:Resource ${escaped}\\s+has\\s+lifecycle|refuses to replace ${escaped} )`;
}

/** The Terraform JSON of the first cluster of a document. */
export async function synthesizeDocument(document: Document, file: string): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-edit-"));
  try {
    const path = join(folder, `${file}.yaml`);
    await writeFile(path, document.toString());
    const { environments, problems } = loadEnvironments(path, {});
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const [cluster] = environments[0].clusters;
    return synthesizeStack(cluster, environments[0].settings).terraform;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A folder in which Terraform runs, and its emulator. */
export interface EditedDeployment extends CloudDeployment {
  readonly end: () => Promise<void>;
}

/** How clusters are deployed for edits. */
export interface EditedSetup<Deployment extends EditedDeployment> {
  /** Starts an empty cloud. */
  readonly begin: () => Promise<Deployment>;

  /** The document with an edit. */
  readonly edited: (change: Change) => Document;

  /** Its name without the ending. */
  readonly file: string;

  /** A call that creates the cluster, or its first machine. */
  readonly isCreation: (call: Call) => boolean;

  /** An answer that fails the creation with {@link outOfCapacity}. */
  readonly failure: Answer;
}

/** The text of the error of a failed creation. */
export const outOfCapacity = "out of capacity";

/**
 * Deployed clusters of the same file, each in an empty cloud. A test that finds all others in use creates one more, because Terraform mostly
 * waits. The first creation of the first cluster fails.
 */
export class EditedClusters<Deployment extends EditedDeployment> {
  private readonly all: Promise<{ readonly deployment: Deployment; readonly cluster: EditedCluster }>[] = [];
  private readonly idle: Awaited<(typeof this.all)[number]>[] = [];

  constructor(private readonly setup: EditedSetup<Deployment>) {}

  /** Lends a cluster to one test alone. */
  async use(test: (cluster: EditedCluster, deployment: Deployment) => Promise<void>): Promise<void> {
    const one = this.idle.pop() ?? (await this.create());
    try {
      await test(one.cluster, one.deployment);
    } finally {
      this.idle.push(one);
    }
  }

  /** All clusters have an empty plan. Returns the number of edits that had the expected effect. */
  async expectEmptyPlans(): Promise<number> {
    const found = await Promise.all(this.all);
    await Promise.all(found.map(({ cluster }) => cluster.expectEmptyPlan()));
    return found.reduce((sum, { cluster }) => sum + cluster.applied, 0);
  }

  /** A destroy of all clusters leaves nothing. */
  async expectDestroyed(): Promise<void> {
    const left = (await Promise.all(this.all)).map(async ({ deployment: { workspace, inventory } }) => {
      await workspace.tearDown();
      return inventory();
    });
    expect((await Promise.all(left)).flat()).toEqual([]);
  }

  async end(): Promise<void> {
    for (const one of await Promise.allSettled(this.all))
      if (one.status === "fulfilled") await one.value.deployment.end();
  }

  private create(): (typeof this.all)[number] {
    const isFirst = this.all.length === 0;
    const { begin, edited, file } = this.setup;
    const created = begin().then(async (deployment) => {
      const cluster = await EditedCluster.in(deployment.workspace, edited, file);
      if (isFirst) await this.expectFailedCreation(cluster, deployment);
      else await cluster.create();
      return { deployment, cluster };
    });
    this.all.push(created);
    return created;
  }

  private async expectFailedCreation(cluster: EditedCluster, { server }: Deployment): Promise<void> {
    const { isCreation, failure } = this.setup;
    let creations = 0;
    server.fail((call) => (isCreation(call) && creations++ === 0 ? failure : undefined));
    await cluster.expectFailedCreation(new RegExp(outOfCapacity));
    expect(creations).toBeGreaterThan(1);
  }
}

/** Edits of a deployed cluster. Each is applied, with an empty plan after it, and reverted. */
export class EditedCluster {
  /** The number of edits that had the expected effect. */
  applied = 0;

  private constructor(
    private readonly workspace: Workspace,
    private readonly edited: (change: Change) => Document,
    private readonly settings: object,
    private readonly file: string,
  ) {}

  /**
   * Writes the stack of the file without an edit, and initializes its folder.
   *
   * @param edited - the document with an edit
   * @param file - its name without the ending, which is the start of the name of the stack
   */
  static async in(
    workspace: Workspace,
    edited: (change: Change) => Document,
    file: string,
  ): Promise<EditedCluster> {
    const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-edited-"));
    try {
      const environment = join(dir, `${file}.yaml`);
      await writeFile(environment, edited(() => undefined).toString());
      await synthesize(environment, join(dir, "out"));
      await workspace.use(join(dir, "out"));
    } finally {
      await rm(dir, { recursive: true });
    }
    await workspace.init();
    return new EditedCluster(workspace, edited, (await workspace.configuration()).terraform as object, file);
  }

  async create(): Promise<void> {
    await this.workspace.apply();
  }

  /** The first apply fails with an error, the second one creates the rest, and the plan after it is empty. */
  async expectFailedCreation(error: RegExp): Promise<void> {
    const { output } = await this.workspace.terraform(["apply", "-auto-approve", "-no-color"], [1]);
    expect(output).toMatch(error);
    await this.workspace.apply();
    await this.expectEmptyPlan();
  }

  /** Writes the stack of the file with an edit. */
  async use(change: Change = () => undefined): Promise<void> {
    const stack = await synthesizeDocument(this.edited(change), this.file);
    await this.workspace.put("cdk.tf.json", { ...stack, terraform: this.settings });
  }

  async expectEffect({ change, plan, refused, late }: CloudEdit): Promise<void> {
    await this.use(change);
    if (refused) {
      expect(await this.workspace.planError({ refresh: false })).toMatch(refused);
      await this.use();
      this.applied++;
      return;
    }
    // With a refresh: what the revert of the edit before left would be in this plan.
    const found = await this.workspace.plan();
    expect(actions(found.json)).toEqual(plan);
    try {
      await this.workspace.applyPlan();
      if (late) await this.expectNewOutputs(late);
      await this.expectEmptyPlan();
    } finally {
      await this.use();
      await this.workspace.apply({ refresh: false });
    }
    this.applied++;
  }

  /**
   * Applies an edit in place of the edit before. The plan after it is empty.
   *
   * @param plan - address -> action, for all changes
   */
  async expectNext(change: Change | undefined, plan: Plan): Promise<void> {
    await this.use(change);
    // The plan before was empty with a refresh.
    const found = await this.workspace.plan({ refresh: false });
    expect(actions(found.json)).toEqual(plan);
    await this.workspace.applyPlan();
    await this.expectEmptyPlan();
  }

  /** Terraform refuses an edit because of some of these resources, and because of no others. */
  async expectRefused(change: Change, addresses: readonly string[]): Promise<void> {
    await this.use(change);
    const error = await this.workspace.planError({ refresh: false });
    const found = [...error.matchAll(/Resource (\S+)\s+has\s+lifecycle/g)].map(([, address]) => address);
    expect(found).not.toEqual([]);
    expect(addresses).toEqual(expect.arrayContaining(found));
  }

  /** The plan changes only these outputs, and is applied. */
  async expectNewOutputs(names: readonly string[]): Promise<void> {
    const { json } = await this.workspace.plan();
    expect(differences(json)).toEqual(names.map((name) => `output.${name}`));
    await this.workspace.applyPlan();
  }

  async expectEmptyPlan(): Promise<void> {
    const { json, text } = await this.workspace.plan();
    const found = differences(json);
    if (found.length > 0) process.stderr.write(`${text}\n`);
    expect(found).toEqual([]);
  }
}
