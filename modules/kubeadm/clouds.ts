import { aws } from "./aws/cloud";
import { azure } from "./azure/cloud";
import type { Cloud } from "./cloud";
import { google } from "./google/cloud";
import type { KubeadmClusterProps } from "./spec";

/** The clouds of machines. */
export const clouds: Readonly<Record<string, Cloud>> = { aws, azure, google };

/** The facts of the cloud of a cluster; undefined if it is unknown. */
export function cloudOf({ cloud }: Pick<KubeadmClusterProps, "cloud">): Cloud | undefined {
  return typeof cloud === "string" && Object.hasOwn(clouds, cloud) ? clouds[cloud] : undefined;
}
