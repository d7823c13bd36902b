import type { Document } from "yaml";
import { tablesOf } from "../../cli/compare";
import { type ClusterComparison, compareCluster, type Side } from "../../modules/compare";
import { type CloudEdit } from "../e2e/support/cloud-edits";
import { type ClusterDocument } from "../e2e/support/edits";
import { editsOf, optionalFields, type ShippedFile } from "../e2e/support/shipped-edits";
import { effectOf, sideOf, validSideOf } from "./side";

type Change = (cluster: ClusterDocument) => void;

/** An edit of a file, with its prediction. */
export interface PredictedEdit {
  readonly kind: CloudEdit["kind"];
  readonly title: string;
  readonly change: Change;
  readonly side: Side;
  readonly found: ClusterComparison;
}

/** The cluster of a shipped file, and the predictions for edits of it. */
export class ShippedPredictions {
  readonly base: Side;

  /** @param prepared - changes the file before each edit, such as the versions of its provider */
  constructor(
    private readonly file: ShippedFile,
    private readonly prepared: (document: Document) => void = () => undefined,
  ) {
    this.base = sideOf(this.document(), file.file);
  }

  compare(before: Side, after: Side): ClusterComparison {
    return compareCluster(before, after, tablesOf(this.file.platform));
  }

  /** The edits of the table that the file can have, and the removal of its optional settings. */
  edits(): PredictedEdit[] {
    const edits = editsOf(this.file).map(({ edit: { kind, title }, change }): PredictedEdit => {
      const side = sideOf(this.document(change), this.file.file);
      return { kind, title, change, side, found: this.compare(this.base, side) };
    });
    return [...edits, ...this.removal()];
  }

  /**
   * The removal of all settings that resources lose and get again in place, without a loss of data. A setting that stays when its field is
   * removed is turned off, as the field table states.
   */
  private removal(): PredictedEdit[] {
    const { fields: table } = tablesOf(this.file.platform);
    const stays = (field: string) => table[field]?.note?.startsWith("a removed field") === true;
    let removed: readonly string[] = [];
    let last: PredictedEdit | undefined;
    for (const field of optionalFields(this.file)) {
      const fields = [...removed, field];
      const change: Change = (one) =>
        fields.forEach((path) => (stays(path) ? one.set(path, false) : one.remove(path)));
      const side = validSideOf(this.document(change), this.file.file);
      if (side === undefined) continue;
      const found = this.compare(this.base, side);
      const isLost = found.resources.some(({ action }) => action === "forget");
      if (effectOf(found) !== "in place" || found.destructive.length > 0 || isLost) continue;
      if (effectOf(this.compare(side, this.base)) !== "in place") continue;
      // A field with the default changes nothing.
      if (isSame(found, last?.found)) continue;
      removed = fields;
      last = { kind: "removal", title: `without ${fields.join(", ")}`, change, side, found };
    }
    return last === undefined ? [] : [last];
  }

  /** The file with an edit. */
  document(change?: Change): Document {
    const document = this.file.edited(change);
    this.prepared(document);
    return document;
  }
}

const isSame = (one: ClusterComparison, other: ClusterComparison | undefined): boolean =>
  JSON.stringify(one.resources) === JSON.stringify(other?.resources);

/** The strongest effect of an edit is the one that the table states. */
export function expectKind({ kind, title, found }: PredictedEdit): void {
  expect([title, effectOf(found)]).toEqual([title, kind === "removal" ? "in place" : kind]);
}
