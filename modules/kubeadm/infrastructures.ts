import type { Construct } from "constructs";
import type * as aws from "./aws";
import type { AwsInfrastructure } from "./aws";
import type * as google from "./google";
import type { GoogleInfrastructure } from "./google";
import type { KubeadmCloud, KubeadmClusterProps } from "./spec";

/** The resources of a cluster, by cloud. */
export interface Infrastructures {
  readonly aws: AwsInfrastructure;
  readonly google: GoogleInfrastructure;
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would need the bindings of every cloud */
const creators: {
  readonly [Name in keyof Infrastructures]: () => new (
    scope: Construct,
    props: KubeadmClusterProps,
    zones: readonly string[],
  ) => Infrastructures[Name];
} = {
  aws: () => (require("./aws") as typeof aws).AwsInfrastructure,
  google: () => (require("./google") as typeof google).GoogleInfrastructure,
};
/* eslint-enable */

/** Creates the resources of a cluster. Rules refuse clouds without an adapter. */
export function createInfrastructure(
  scope: Construct,
  props: KubeadmClusterProps,
  zones: readonly string[],
): Infrastructures[keyof Infrastructures] {
  const Created = creators[props.cloud as Exclude<KubeadmCloud, "azure">]();
  return new Created(scope, props, zones);
}
