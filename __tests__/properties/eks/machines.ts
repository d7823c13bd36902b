import { withoutWindows } from "../../../modules/eks/node-groups/windows";
import { pinnedRelease, variantsOf } from "../../../modules/eks/node-groups/images";
import {
  hasLocalDisks,
  instanceType,
  instanceTypes,
  isNitro,
  podLimitOf,
} from "../../../modules/aws/machine-types";
import type { EksImageFamily, EksImageSpec, EksNodeGroupSpec } from "../../../modules/eks/spec";
import type { Draw } from "../draw";
import { fields } from "../vocabulary";
import { eks, type Frame, keyArn, type Part } from "./frame";

/** Pods on each node: three of the cluster, and those of the four drivers of storage. */
const mostDaemonSets = 7;

/** Instance types, without those that need other fields, and those that run only pods of DaemonSets with a separate pod network. */
const machines = instanceTypes().filter(
  ({ name, maxInterfaces, addressesPerInterface }) =>
    !/^(mac|u-|u7|c1|m1|t1|m2|cr1|hs1|g2|p2|hpc|f1|dl)/.test(name) &&
    (maxInterfaces - 1) * (addressesPerInterface - 1) + 2 > mostDaemonSets,
);

export function machinesOf(
  draw: Draw,
  { nitro }: Frame,
  image: EksImageSpec | undefined,
  isWindows: boolean,
): string[] {
  // A variant without an architecture is for x86-64.
  const architectureOfImage = isWindows || image?.variant ? "x86_64" : undefined;
  const architecture =
    image?.architecture ?? architectureOfImage ?? draw.one(["x86_64", "x86_64", "arm64"] as const);
  const accelerator = image?.variant === "nvidia" || image?.variant === "neuron" ? image.variant : undefined;
  const special = draw.seldom(
    () => draw.one([({ fabricAdapters }: (typeof machines)[0]) => fabricAdapters > 0, hasDisks]),
    20,
  );
  const fits = machines.filter(
    (type) =>
      type.architecture === architecture &&
      !(isWindows && withoutWindows.test(type.name)) &&
      (!nitro || isNitro(type.name)) &&
      (accelerator
        ? type.accelerator === accelerator
        : image?.family !== undefined || image?.variant !== undefined
          ? type.accelerator === undefined
          : true) &&
      (special?.(type) ?? true),
  );
  const count = special ? 1 : draw.one([1, 2, 4, 20]);
  if (fits.length === 0) return [architecture === "arm64" ? "m7g.large" : "m7i.large"];
  return draw.some(fits, 1, count).map(({ name }) => name);
}

const hasDisks = ({ name }: { readonly name: string }): boolean => hasLocalDisks(name);

export function requirements(draw: Draw, type: string): Part<"nodeGroups[].machines"> {
  const vcpus = instanceType(type)!.vcpus;
  return fields({
    vcpus: { min: draw.int(1, vcpus), max: draw.maybe(() => draw.int(vcpus, vcpus * 4)) },
    memoryGiB: { min: draw.int(1, 8), max: draw.maybe(() => draw.int(8, 512)) },
  });
}

export function maxPodsOf(draw: Draw, types: readonly string[]): number {
  const limits = types.map((name) => podLimitOf(instanceType(name)!));
  return draw.int(10, Math.min(250, ...limits));
}

export function imageOf(
  draw: Draw,
  { version }: Frame,
  family: EksImageFamily | undefined,
  isSelfManaged: boolean,
): EksImageSpec | undefined {
  const effective = family ?? "al2023";
  const isPinned = pinnedRelease(version, effective) !== undefined;
  const own = draw.seldom(() => `ami-${draw.hex(17)}`);
  if (own !== undefined && (effective !== "windows" || isSelfManaged)) return { family, id: own };

  const architecture = eks.maybe(draw, "nodeGroups[].image.architecture");
  const variants = variantsOf(
    effective,
    effective === "windows" ? "x86_64" : (architecture ?? "x86_64"),
  ).filter((variant) => !variant.startsWith("2025") || (isSelfManaged && Number(version.slice(2)) >= 35));
  const release =
    isPinned && effective !== "windows"
      ? draw.maybe(() => draw.one(["latest", pinnedRelease(version, effective)!]))
      : "latest";
  return {
    family,
    variant:
      effective === "windows" ? draw.one([undefined, ...variants]) : draw.maybe(() => draw.one(variants)),
    architecture: effective === "windows" ? undefined : architecture,
    release,
  };
}

export function diskOf(
  draw: Draw,
  frame: Frame,
  family: EksImageFamily | undefined,
): Part<"nodeGroups[].disk"> {
  const type = eks.maybe(draw, "nodeGroups[].disk.type");
  const sizeGiB = draw.int(family === "windows" ? 50 : 20, draw.one([200, 16384]));
  const kmsKeyArn = () => keyArn(draw, frame);
  if (type === "io1" || type === "io2") {
    const most = type === "io1" ? Math.min(64000, sizeGiB * 50) : Math.min(256000, sizeGiB * 1000);
    return fields({ type, sizeGiB, iops: draw.int(100, most), kmsKeyArn });
  }
  const iops = draw.maybe(() => draw.int(3000, Math.min(80000, Math.max(3000, sizeGiB * 500))));
  return fields({
    type,
    sizeGiB,
    iops,
    throughputMiBps: () => draw.int(125, Math.min(2000, Math.floor((iops ?? 3000) / 4))),
    kmsKeyArn,
  });
}

/** One to three disks with devices of Linux or Windows. */
export function moreDisksOf(
  draw: Draw,
  frame: Frame,
  isWindows: boolean,
): NonNullable<EksNodeGroupSpec["moreDisks"]> {
  return Array.from({ length: draw.int(1, 3) }, (_, i) => {
    const type = eks.maybe(draw, "nodeGroups[].moreDisks[].type");
    const isProvisioned = type === "io1" || type === "io2";
    return eks.map(draw, "nodeGroups[].moreDisks[]", {
      device: `${isWindows ? "xvd" : draw.one(["/dev/sd", "/dev/xvd"])}${"fgh"[i]}`,
      type,
      sizeGiB: draw.int(100, 1000),
      iops: isProvisioned ? draw.int(100, 5000) : () => draw.int(3000, 16000),
      throughputMiBps: isProvisioned ? undefined : () => draw.int(125, 750),
      kmsKeyArn: () => keyArn(draw, frame),
      snapshotId: () => `snap-${draw.hex(17)}`,
    });
  });
}

export function userData(draw: Draw, family: EksImageFamily | undefined): string {
  switch (family) {
    case "bottlerocket":
      return '[settings.kernel]\nlockdown = "integrity"\n';
    case "windows":
      return "Write-Output hello\n";
    default:
      return draw.one([
        "#!/bin/bash\necho ${HOME} %{ $(date) }\n",
        "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  kubelet:\n    config:\n      shutdownGracePeriod: 30s\n",
      ]);
  }
}
