import type { GkeClusterSpec, GkeNetworkSpec } from "../../../modules/gke/spec";
import { mapOf, plainText } from "../common";
import type { Draw } from "../draw";
import { fieldsOf } from "../fields";
import { type FieldsAt, Vocabulary } from "../vocabulary";

export const gke = new Vocabulary<GkeClusterSpec>(fieldsOf("GkeClusterSpec"));

/** How a map of the cluster is drawn. */
export type Part<Path extends string> = FieldsAt<GkeClusterSpec, Path>;

/** Values that several parts of a description depend on. */
export interface Frame {
  readonly region: string;
  readonly minor: number;
  readonly isAutopilot: boolean;
  readonly isAlpha: boolean;
  readonly autoscaling: GkeClusterSpec["autoscaling"];
  readonly network: GkeNetworkSpec | undefined;
  readonly zones: readonly string[];

  /** Whether features that need Dataplane V2 are allowed. */
  readonly isV2: boolean;
  readonly disksKey: boolean;

  /** Whether the provider supports more fields than the version of the bindings. */
  readonly isNewer: boolean;
  readonly channel: NonNullable<GkeClusterSpec["upgrades"]>["channel"];
}

export const key = (draw: Draw, region: string): string =>
  `projects/shop-production/locations/${region}/keyRings/shop/cryptoKeys/${draw.label(20)}`;

/** Labels, which Google Cloud has instead of tags. */
export const tagsOf = (draw: Draw, most = 10): Record<string, string> =>
  mapOf(
    draw,
    most,
    () => `x${draw.text(`${plainText}_-`, 0, 62)}`,
    () => draw.text(`${plainText}_-`, 0, 63),
  );

export const managerTags = (draw: Draw): Record<string, string> =>
  mapOf(
    draw,
    5,
    () => `tagKeys/${draw.int(1, 999_999)}`,
    () => `tagValues/${draw.int(1, 999_999)}`,
  );

export const networkTags = (draw: Draw): string[] => draw.list(0, 4, () => draw.label(63));
