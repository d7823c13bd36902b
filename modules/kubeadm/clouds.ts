import { aws } from "./aws/cloud";
import type { Cloud } from "./cloud";
import { google } from "./google/cloud";
import type { KubeadmClusterProps } from "./spec";

/** The clouds with an adapter. Rules refuse the others. */
export const clouds: Readonly<Record<string, Cloud>> = { aws, google };

/** The facts of the cloud of a cluster; undefined without an adapter. */
export function cloudOf({ cloud }: Pick<KubeadmClusterProps, "cloud">): Cloud | undefined {
  return typeof cloud === "string" && Object.hasOwn(clouds, cloud) ? clouds[cloud] : undefined;
}
