import { architectureOf } from "../../../modules/aws/machine-types";
import { partitionOf } from "../../../modules/aws/regions";
import { bootDisksOf } from "../../../modules/google/machine-types";
import type { Cloud } from "../../../modules/kubeadm/cloud";
import { clouds as adapters } from "../../../modules/kubeadm/clouds";
import type { KubeadmClusterSpec } from "../../../modules/kubeadm/spec";
import { systemDiskSizes } from "../../../modules/kubeadm/limits";
import { plainText } from "../common";
import type { Draw } from "../draw";

/** What the clouds of kubeadm clusters draw in different ways. */
export interface DrawnCloud {
  readonly name: KubeadmClusterSpec["cloud"];
  readonly adapter: Cloud;

  /** Machine types of which a cluster can have all. */
  readonly machineTypes: (draw: Draw) => readonly string[];

  /** Machine types of one group. */
  readonly typesOfGroup: (draw: Draw, choices: readonly string[]) => string[];
  readonly image: (draw: Draw) => { readonly id: string };
  readonly admin: (draw: Draw, region: string) => string;

  /** Whether each field of AWS has an effect. */
  readonly isAws: boolean;
}

const awsTypes = [
  "m7i.large",
  "m7i.xlarge",
  "m6i.xlarge",
  "c7i.2xlarge",
  "m7g.large",
  "c7g.xlarge",
  "r7g.xlarge",
];

const googleTypes = [
  "e2-standard-2",
  "n2-standard-4",
  "n2d-standard-2",
  "c3-standard-4",
  "t2a-standard-2",
  "n4-standard-2",
  "c4-standard-4",
  "c4a-standard-4",
];

const azureTypes = [
  "Standard_D2s_v5",
  "Standard_D4s_v5",
  "Standard_E4s_v5",
  "Standard_D4ps_v5",
  "Standard_F4s_v2",
];

/** The domain of an address with a mailbox. */
const domains = ["example.com", "example.org"];

export const clouds: Readonly<Record<DrawnCloud["name"], DrawnCloud>> = {
  aws: {
    name: "aws",
    adapter: adapters.aws,
    machineTypes: () => awsTypes,
    // One image has one architecture.
    typesOfGroup: (draw, choices) => {
      const architecture = architectureOf(draw.one(choices));
      return draw.some(
        choices.filter((type) => architectureOf(type) === architecture),
        1,
        3,
      );
    },
    image: (draw) => ({ id: `ami-${draw.hex(17)}` }),
    admin: (draw, region) => {
      const [kind, path] = draw.one([
        ["role", ""],
        ["user", ""],
        ["user", "people/"],
      ]);
      return `arn:${partitionOf(region)}:iam::111122223333:${kind}/${path}${draw.text(`${plainText}_-`, 1, 40)}`;
    },
    isAws: true,
  },
  azure: {
    name: "azure",
    adapter: adapters.azure,
    machineTypes: () => azureTypes,
    typesOfGroup: (draw, choices) => [draw.one(choices)],
    image: (draw) => ({
      id: `/subscriptions/${draw.uuid()}/resourceGroups/images/providers/Microsoft.Compute/images/${draw.label(40)}`,
    }),
    admin: (draw) => draw.uuid(),
    isAws: false,
  },
  google: {
    name: "google",
    adapter: adapters.google,
    // Storage classes have one type of disk.
    machineTypes: (draw) => {
      const disk = draw.one(["pd-balanced", "hyperdisk-balanced"] as const);
      return googleTypes.filter((type) => bootDisksOf(type)?.includes(disk));
    },
    typesOfGroup: (draw, choices) => [draw.one(choices)],
    image: (draw) => ({
      id: `projects/shop/global/images/${draw.one(["", "family/"])}${draw.label(40)}`,
    }),
    admin: (draw) =>
      draw.bool()
        ? `user:${draw.label(20)}@${draw.one(domains)}`
        : `serviceAccount:${draw.label(20)}@shop.iam.gserviceaccount.com`,
    isAws: false,
  },
};

/** The size of a system disk in GiB. */
export function diskSize(draw: Draw, { adapter }: DrawnCloud): number {
  const { least, most } = systemDiskSizes(adapter);
  return draw.int(least, most);
}
