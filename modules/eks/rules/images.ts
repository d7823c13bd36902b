import { error, type Path, type Problem, warning } from "../../cluster/problem";
import { forEachGroup, isKnown, knownEntries, shown } from "../../cluster/rules/rule";
import { acceleratorOf, architectureOf } from "../instance-types";
import type { EksClusterProps, EksImageFamily, EksNodeGroupSpec } from "../props";
import { isMinor } from "./versions";

/**
 * How releases of a family are named. [EKS user guide] `<Kubernetes version>-<date>` of Amazon Linux;
 * [Bottlerocket] `<version>-<commit>`
 */
const releases: Readonly<Record<EksImageFamily, { pattern: RegExp; example: string }>> = {
  al2023: { pattern: /^(1\.\d+)\.\d+-\d{8}$/, example: "1.35.6-20260714" },
  bottlerocket: { pattern: /^\d+\.\d+\.\d+-[0-9a-f]{8}$/, example: "1.49.0-5a8b7c2d" },
};

const accelerators = { nvidia: "NVIDIA GPUs", neuron: "AWS Inferentia and Trainium" } as const;

/** [EC2 user guide] instance type names: family and size. */
export function machineTypeNames(cluster: EksClusterProps): Problem[] {
  return forEachMachineType(cluster, (type, path) =>
    architectureOf(type)
      ? []
      : [error(path, `must be an EC2 instance type such as m7i.large, got ${shown(type)}`)],
  );
}

/** [EKS API] CreateNodegroup: the types of a group have one architecture, that of its image. */
export function oneArchitecture(cluster: EksClusterProps): Problem[] {
  return forEachGroup(cluster, ({ machineTypes, image }, group) => {
    const types = knownEntries(machineTypes).flatMap(([i, type]) => {
      const architecture = architectureOf(type);
      return architecture ? [{ i, type, architecture }] : [];
    });
    if (types.length === 0) return [];

    const [first] = types;
    const other = types.find(({ architecture }) => architecture !== first.architecture);
    if (other) {
      return [
        error(
          [...group, "machineTypes", other.i],
          `must all have one processor architecture: ${first.type} is ${first.architecture}, ${other.type} is ` +
            `${other.architecture}; make two groups`,
        ),
      ];
    }
    if (!isKnown(image?.architecture) || image.architecture === first.architecture) return [];
    return [
      error(
        [...group, "image", "architecture"],
        `must be that of the machine types: ${first.type} is ${first.architecture}, got ${shown(image.architecture)}`,
      ),
    ];
  });
}

/** [eksctl] accelerators need images with drivers, which the families here have not. */
export function acceleratorDrivers(cluster: EksClusterProps): Problem[] {
  return forEachGroup(cluster, ({ machineTypes, image }, group) =>
    knownEntries(machineTypes)
      .map(([i, type]) => ({ i, type, accelerator: acceleratorOf(type) }))
      .filter(({ accelerator }) => accelerator)
      .slice(0, 1)
      .map(({ i, type, accelerator }) =>
        warning(
          [...group, "machineTypes", i],
          `${type} has ${accelerators[accelerator!]}, for which the ${image?.family ?? "al2023"} image has no drivers; ` +
            "install them in the cluster, or take a type without",
        ),
      ),
  );
}

/** The release is named as its family names them. See {@link releases}. */
export function releaseFormat(cluster: EksClusterProps): Problem[] {
  return forEachRelease(cluster, (release, family, path) => {
    const { pattern, example } = releases[family];
    return pattern.test(release)
      ? []
      : [
          error(
            path,
            `must be a release of ${family} such as ${shown(example)}, or "latest"; got ${shown(release)}`,
          ),
        ];
  });
}

/** [EKS API] CreateNodegroup: the release is of the Kubernetes version, and that is the cluster's. */
export function releaseFitsVersion(cluster: EksClusterProps): Problem[] {
  const { kubernetesVersion: version } = cluster;
  if (!isKnown(version) || !isMinor(version)) return [];
  return forEachRelease(cluster, (release, family, path) => {
    const minor = releases[family].pattern.exec(release)?.[1];
    if (minor === undefined || minor === version) return [];
    return [error(path, `must be a release for Kubernetes ${version}, got ${shown(release)} for ${minor}`)];
  });
}

function forEachMachineType(
  cluster: EksClusterProps,
  check: (type: string, path: Path) => Problem[],
): Problem[] {
  return forEachGroup(cluster, ({ machineTypes }, group) =>
    knownEntries(machineTypes).flatMap(([i, type]) => check(type, [...group, "machineTypes", i])),
  );
}

function forEachRelease(
  cluster: EksClusterProps,
  check: (release: string, family: EksImageFamily, path: Path) => Problem[],
): Problem[] {
  return forEachGroup<EksNodeGroupSpec>(cluster, ({ image }, group) => {
    const family = image?.family ?? "al2023";
    if (!isKnown(image?.release) || image.release === "latest" || !isKnown(family)) return [];
    return check(image.release, family, [...group, "image", "release"]);
  });
}
