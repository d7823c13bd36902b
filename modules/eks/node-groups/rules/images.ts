import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import { forEachGroup, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import { compareMinor } from "../../../cluster/kubernetes-version";
import { defaults } from "../../defaults";
import { amiTypeOf, hasDrivers, imageKind, variantsOf } from "../images";
import { acceleratorOf, architectureOf } from "../machine-types";
import type { EksClusterProps, EksImageFamily, EksNodeGroupSpec } from "../../spec";
import { awsProvider } from "../../versions";
import { isMinor } from "../../control-plane/rules/versions";

/**
 * How releases of a family are named. [EKS user guide] `<Kubernetes version>-<date>` of Amazon Linux and Windows;
 * [Bottlerocket] `<version>-<commit>`
 */
const releases: Readonly<Record<EksImageFamily, { pattern: RegExp; example: string }>> = {
  al2023: { pattern: /^(1\.\d+)\.\d+-\d{8}$/, example: "1.35.6-20260714" },
  bottlerocket: { pattern: /^\d+\.\d+\.\d+-[0-9a-f]{8}$/, example: "1.49.0-5a8b7c2d" },
  windows: { pattern: /^(1\.\d+)-\d{4}\.\d{2}\.\d{2}$/, example: "1.35-2026.09.09" },
};

const accelerators = { nvidia: "NVIDIA GPUs", neuron: "AWS Inferentia and Trainium" } as const;

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /** [EC2 user guide] instance type names: family and size. */
  "machine-type-names"(cluster) {
    return forEachMachineType(cluster, (type, path) =>
      architectureOf(type)
        ? []
        : [error(path, `must be an EC2 instance type such as m7i.large, got ${shown(type)}`)],
    );
  },

  /** [EKS API] CreateNodegroup: the types of a group have one architecture, that of its image. */
  "one-architecture"(cluster) {
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
  },

  /** [eksctl] accelerators need images with their drivers; groups that name no variant get them where there are any. */
  "accelerator-drivers"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      const types = knownEntries(spec.machineTypes);
      if (!isImageKnown(spec) || types.length === 0 || spec.image?.id !== undefined) return [];
      const { family, variant } = imageKind({ ...spec, machineTypes: [types[0][1]] });
      return types
        .map(([i, type]) => ({ i, type, accelerator: acceleratorOf(type) }))
        .filter(({ accelerator }) => accelerator && !hasDrivers(family, variant, accelerator))
        .slice(0, 1)
        .map(({ i, type, accelerator }) =>
          warning(
            [...group, "machineTypes", i],
            `${type} has ${accelerators[accelerator!]}, for which the ${variant} image of ${family} has no drivers; ` +
              "install them in the cluster, or take another image.variant or a type without",
          ),
        );
    });
  },

  /** [EKS API] amiType: not every family is there for every architecture and every purpose. */
  "image-exists"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      const types = knownEntries(spec.machineTypes);
      if (!isImageKnown(spec) || types.length === 0) return [];
      const { family, architecture, variant } = imageKind({ ...spec, machineTypes: [types[0][1]] });
      if (amiTypeOf(family, architecture, variant)) return [];
      const variants = variantsOf(family, architecture);
      const field = variants.length > 0 && spec.image?.variant !== undefined ? "variant" : "family";
      return [
        error(
          [...group, "image", field],
          variants.length > 0
            ? `there is no ${variant} image of ${family} for ${architecture}; there are: ${variants.join(", ")}`
            : `there is no image of ${family} for ${architecture}`,
        ),
      ];
    });
  },

  /** [EKS user guide] launch templates, specifying an AMI: an image of one's own is of no release that EKS knows. */
  "own-image-stands-alone"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image }, group) =>
      image?.id === undefined
        ? []
        : (["variant", "release"] as const)
            .filter((field) => image[field] !== undefined)
            .map((field) =>
              error(
                [...group, "image", field],
                `says nothing beside image.id, which is one image; leave it out`,
              ),
            ),
    );
  },

  /** [EC2 user guide] resource ids. */
  "own-image-id"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image }, group) =>
      !isKnown(image?.id) || /^ami-[0-9a-f]{8,17}$/.test(image.id)
        ? []
        : [
            error(
              [...group, "image", "id"],
              `must be the id of an image such as ami-0123456789abcdef0, got ${shown(image.id)}`,
            ),
          ],
    );
  },

  /** [EKS user guide] Windows: EKS can't tell that an own image is Windows, and lets its nodes in as Linux. */
  "own-windows-image-is-self-managed"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image, kind }, group) =>
      image?.id !== undefined && image.family === "windows" && kind !== "self-managed"
        ? [
            error(
              [...group, "image", "id"],
              'EKS lets the nodes of an own image in as Linux; take kind "self-managed" for an own Windows image',
            ),
          ]
        : [],
    );
  },

  /**
   * The image of a release is found by a parameter with the release in its name: Windows has none, and the date that
   * Amazon Linux goes by is taken from the release. [SSM] public parameters
   */
  "self-managed-release"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image, kind }, group) => {
      const release = image?.release;
      if (kind !== "self-managed" || release === undefined || image?.id !== undefined) return [];
      const path = [...group, "image", "release"];
      if (image?.family === "windows" && release !== "latest") {
        return [
          error(
            path,
            `AWS keeps no list of the images of Windows releases, got ${shown(release)}; say "latest", or name ` +
              "the image by image.id",
          ),
        ];
      }
      return isKnown(release)
        ? []
        : [error(path, "must be a literal in a self-managed group: the image is looked up by a part of it")];
    });
  },

  /**
   * Windows Server 2025 came with Kubernetes 1.35, in January 2026: after the oldest provider of the range, which checks the
   * AMI types of managed groups itself. https://github.com/eksctl-io/eksctl/pull/8648
   */
  windows2025(cluster) {
    const { kubernetesVersion: version } = cluster;
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image, kind }, group) => {
      const path = [...group, "image", "variant"];
      if (!image?.variant?.startsWith("2025-")) return [];
      if (kind !== "self-managed") {
        return [
          error(
            path,
            `${image.variant} is not known to version ${awsProvider.minimum} of the AWS provider, which may be in use; take ` +
              'kind "self-managed", or 2022',
          ),
        ];
      }
      return isKnown(version) && isMinor(version) && compareMinor(version, "1.35") < 0
        ? [error(path, `${image.variant} is there from Kubernetes 1.35 on, got ${version}; take 2022`)]
        : [];
    });
  },

  /** The release is named as its family names them. See {@link releases}. */
  "release-format"(cluster) {
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
  },

  /** [EKS API] CreateNodegroup: the release is of the Kubernetes version, and that is the cluster's. */
  "release-fits-version"(cluster) {
    const { kubernetesVersion: version } = cluster;
    if (!isKnown(version) || !isMinor(version)) return [];
    return forEachRelease(cluster, (release, family, path) => {
      const minor = releases[family].pattern.exec(release)?.[1];
      if (minor === undefined || minor === version) return [];
      return [error(path, `must be a release for Kubernetes ${version}, got ${shown(release)} for ${minor}`)];
    });
  },
});

function isImageKnown({ image = {} }: EksNodeGroupSpec): boolean {
  return [image, image.family, image.variant, image.architecture].every(
    (value) => value === undefined || isKnown(value),
  );
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
    const family = image?.family ?? defaults.image.family;
    if (!isKnown(image?.release) || image.release === "latest" || !isKnown(family)) return [];
    return check(image.release, family, [...group, "image", "release"]);
  });
}
