import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AccessRequest } from "../../../modules/permissions/iam";
import { phases, type Phase } from "../../../modules/permissions";
import { denied, unneeded, withoutIds } from "../../permissions/aws/accesses";

/** What a stack needs of IAM: compares the calls of Terraform with the derived policies, and writes them for the unit tests. */
export class RecordedAccesses {
  /** The stack as Terraform applied it, without arguments and types that the provider or the emulator does not support. */
  private readonly configuration: object;

  private readonly accesses: Record<Phase, AccessRequest[]> = { plan: [], apply: [], destroy: [] };

  /** @param standIns ids of the file -> ids of their stand-ins in the emulator */
  constructor(
    private readonly stack: { readonly stack: string; readonly region: string },
    configuration: object,
    private readonly standIns: Readonly<Record<string, string>> = {},
  ) {
    this.configuration = this.ofFile(configuration);
  }

  record(phase: Phase, accesses: readonly AccessRequest[]): void {
    this.accesses[phase].push(...accesses.map((one) => this.ofFile(one)));
  }

  /** What the policies deny, and their statements that no call needs. */
  problems(): string[] {
    const { stack: name, region } = this.stack;
    const source = { name, platform: "eks", region, configuration: this.configuration };
    return phases.flatMap((phase) => [
      ...denied(source, phase, this.accesses).map((one) => `${phase} denies ${one}`),
      ...unneeded(source, phase, this.accesses).map((one) => `${phase} does not need ${one}`),
    ]);
  }

  /** With `UPDATE_CALLS=1`, the unit tests of `permissions` get the accesses of this run. */
  write(): void {
    if (process.env.UPDATE_CALLS === undefined) return;
    const folder = join(__dirname, "../../permissions/aws/recorded");
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${this.stack.stack}.json`);
    const compact = Object.fromEntries(
      phases.map((phase) => [phase, withoutIds(this.accesses[phase], Object.keys(this.standIns))]),
    );
    const text = `${JSON.stringify(compact, undefined, 2)}\n`;
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  }

  /** A value with the ids of the file. */
  private ofFile<T extends object>(value: T): T {
    let text = JSON.stringify(value);
    for (const [id, standIn] of Object.entries(this.standIns)) text = text.replaceAll(standIn, id);
    return JSON.parse(text) as T;
  }
}
