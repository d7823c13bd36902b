import type { Construct } from "constructs";
import type * as aws from "./aws";
import type { AwsInfrastructure } from "./aws";
import type * as azure from "./azure";
import type { AzureInfrastructure } from "./azure";
import type * as google from "./google";
import type { GoogleInfrastructure } from "./google";
import type { KubeadmClusterProps } from "./spec";

/** The resources of a cluster, by cloud. */
export interface Infrastructures {
  readonly aws: AwsInfrastructure;
  readonly azure: AzureInfrastructure;
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
  azure: () => (require("./azure") as typeof azure).AzureInfrastructure,
  google: () => (require("./google") as typeof google).GoogleInfrastructure,
};
/* eslint-enable */

/** Creates the resources of a cluster. */
export function createInfrastructure(
  scope: Construct,
  props: KubeadmClusterProps,
  zones: readonly string[],
): Infrastructures[keyof Infrastructures] {
  const Created = creators[props.cloud]();
  return new Created(scope, props, zones);
}
