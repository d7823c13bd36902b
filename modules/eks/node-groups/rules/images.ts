import { error, type Path, type Finding, warning } from "../../../cluster/problem";
import { forEachGroup, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import { compareMinor } from "../../../cluster/kubernetes-version";
import { defaults } from "../../fields.generated";
import { amiTypeOf, hasDrivers, imageKind, variantsOf } from "../images";
import { acceleratorOf, architectureOf, instanceType, typesNamed } from "../../../aws/machine-types";
import type { EksClusterProps, EksImageFamily, EksNodeGroupSpec } from "../../spec";
import { awsProvider } from "../../../aws/provider";
import { isMinor } from "../../versions";

/**
 * Format of releases: `<Kubernetes version>-<date>` of Amazon Linux and Windows, `<version>-<commit>` of Bottlerocket.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-linux-ami-versions.html
 * @see https://github.com/bottlerocket-os/bottlerocket/releases
 */
const releases: Readonly<Record<EksImageFamily, { pattern: RegExp; example: string }>> = {
  al2023: { pattern: /^(1\.\d+)\.\d+-\d{8}$/, example: "1.35.6-20260714" },
  bottlerocket: { pattern: /^\d+\.\d+\.\d+-[0-9a-f]{8}$/, example: "1.49.0-5a8b7c2d" },
  windows: { pattern: /^(1\.\d+)-\d{4}\.\d{2}\.\d{2}$/, example: "1.35-2026.09.09" },
};

const accelerators = { nvidia: "NVIDIA GPUs", neuron: "AWS Inferentia and Trainium" } as const;

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * Machine types are names of EC2 instance types.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html
   */
  "machine-type-names"(cluster) {
    return forEachMachineType(cluster, (type, path) =>
      architectureOf(type)
        ? []
        : [error(path, `must be an EC2 instance type such as m7i.large, got ${shown(type)}`)],
    );
  },

  /**
   * Machine types of a group have one processor architecture, that of the image.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
   */
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
              `${other.architecture}; use two groups`,
          ),
        ];
      }
      if (!isKnown(image?.architecture) || image.architecture === first.architecture) return [];
      // The architecture of unknown types is a guess from their names.
      if (!types.some(({ type }) => typesNamed(type).some(instanceType))) return [];
      return [
        error(
          [...group, "image", "architecture"],
          `must be that of the machine types: ${first.type} is ${first.architecture}, got ${shown(image.architecture)}`,
        ),
      ];
    });
  },

  /**
   * Machines with accelerators have an image with drivers. A group without `image.variant` gets such an image where one
   * exists.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html
   */
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
            `${type} has ${accelerators[accelerator!]}, for which the ${variant} image of ${family} has no drivers; install ` +
              "them in the cluster, or use another image.variant or machine type",
          ),
        );
    });
  },

  /**
   * EKS has an image of the family for the architecture and the variant.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
   */
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
            ? `there is no ${variant} image of ${family} for ${architecture}; supported: ${variants.join(", ")}`
            : `there is no image of ${family} for ${architecture}`,
        ),
      ];
    });
  },

  /**
   * `variant` and `release` are not set in addition to `image.id`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html#launch-template-custom-ami
   */
  "custom-image-exclusive"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image }, group) =>
      image?.id === undefined
        ? []
        : (["variant", "release"] as const)
            .filter((field) => image[field] !== undefined)
            .map((field) =>
              error([...group, "image", field], "has no effect in addition to image.id; omit it"),
            ),
    );
  },

  /**
   * `image.id` is the id of an AMI.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
   */
  "custom-image-id"(cluster) {
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

  /**
   * A custom Windows image needs a self-managed group: EKS registers nodes of a custom image as Linux.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
   */
  "custom-windows-image-self-managed"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image, kind }, group) =>
      image?.id !== undefined && image.family === "windows" && kind !== "self-managed"
        ? [
            error(
              [...group, "image", "id"],
              'EKS registers nodes of a custom image as Linux; set kind to "self-managed" for a custom Windows image',
            ),
          ]
        : [],
    );
  },

  /**
   * The release of a self-managed group is literal, and `latest` for Windows: a public parameter with the release in its
   * name gives the image.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
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
            `AWS publishes no parameters for releases of Windows, got ${shown(release)}; set "latest", or image.id`,
          ),
        ];
      }
      return isKnown(release)
        ? []
        : [error(path, "must be a literal in a self-managed group: a part of it identifies the image")];
    });
  },

  /**
   * Windows Server 2025 needs a self-managed group and Kubernetes 1.35: the oldest allowed provider does not know its AMI
   * types.
   *
   * @see https://github.com/eksctl-io/eksctl/pull/8648
   */
  "windows-2025"(cluster) {
    const { kubernetesVersion: version } = cluster;
    return forEachGroup<EksNodeGroupSpec>(cluster, ({ image, kind }, group) => {
      const path = [...group, "image", "variant"];
      if (!image?.variant?.startsWith("2025-")) return [];
      if (kind !== "self-managed") {
        return [
          error(
            path,
            `${image.variant} is not supported by version ${awsProvider.minimum} of the AWS provider, which the range ` +
              'allows; set kind to "self-managed", or use 2022',
          ),
        ];
      }
      return isKnown(version) && isMinor(version) && compareMinor(version, "1.35") < 0
        ? [error(path, `${image.variant} needs Kubernetes 1.35 or later, got ${version}; use 2022`)]
        : [];
    });
  },

  /**
   * `image.release` has the format of the image family.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
   */
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

  /**
   * `image.release` belongs to the Kubernetes version of the cluster.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
   */
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
  check: (type: string, path: Path) => Finding[],
): Finding[] {
  return forEachGroup(cluster, ({ machineTypes }, group) =>
    knownEntries(machineTypes).flatMap(([i, type]) => check(type, [...group, "machineTypes", i])),
  );
}

function forEachRelease(
  cluster: EksClusterProps,
  check: (release: string, family: EksImageFamily, path: Path) => Finding[],
): Finding[] {
  return forEachGroup<EksNodeGroupSpec>(cluster, ({ image }, group) => {
    const family = image?.family ?? defaults["nodeGroups[].image.family"];
    if (!isKnown(image?.release) || image.release === "latest" || !isKnown(family)) return [];
    return check(image.release, family, [...group, "image", "release"]);
  });
}
