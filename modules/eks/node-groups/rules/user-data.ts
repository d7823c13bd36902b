import * as TOML from "smol-toml";
import { Token } from "cdktf";
import { error, type Path, type Finding } from "../../../cluster/problem";
import { forEachGroup, isKnown, defineRules } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import { limits } from "../../limits";
import type { EksClusterProps, EksImageFamily, EksNodeGroupSpec } from "../../spec";
import type { UserDataFormat } from "../images";
import { needsBootstrapUserData } from "../kinds";
import { type Bootstrap, isShellScript, mimeBoundary, userDataOf } from "../user-data";

/**
 * Bytes that EKS adds to the user data of a managed node group: name, address and certificate authority of the cluster,
 * labels and taints. Measured in launch templates of EKS, and rounded up.
 */
const addedByEks = 4096;

/** The connection to a cluster, with the maximum length of names, addresses and certificate authorities. */
const sampleBootstrap: Bootstrap = {
  clusterName: "n".repeat(100),
  endpoint: "e".repeat(128),
  certificateAuthority: "c".repeat(2048),
  serviceCidr: "255.255.255.255/32",
  clusterDns: "255.255.255.255",
};

/**
 * Keys of `settings.kubernetes` that EKS or a field sets.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
const bottlerocketKeys: readonly { key: string; field: keyof EksNodeGroupSpec | undefined }[] = [
  { key: "cluster-name", field: undefined },
  { key: "api-server", field: undefined },
  { key: "cluster-certificate", field: undefined },
  { key: "max-pods", field: "maxPods" },
  { key: "node-labels", field: "labels" },
  { key: "node-taints", field: "taints" },
];

/**
 * The same keys in a NodeConfig.
 *
 * @see https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/api/
 */
const nodeConfigKeys: readonly { key: string; pattern: RegExp; field: keyof EksNodeGroupSpec }[] = [
  { key: "maxPods", pattern: /["']?\bmaxPods["']?\s*:/, field: "maxPods" },
  { key: "--node-labels", pattern: /--node-labels\b/, field: "labels" },
  { key: "--register-with-taints", pattern: /--register-with-taints\b/, field: "taints" },
];

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * User data has at most 16 KiB, including the part that EKS adds.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
   */
  "user-data-size"(cluster) {
    return forEachUserData(cluster, (_, spec, path) => {
      const added = needsBootstrapUserData(spec) ? 0 : addedByEks;
      const most = limits.userDataBytes - added;
      const size = Buffer.byteLength(rendered(spec) ?? "");
      if (size <= most) return [];
      const why =
        added > 0 ? ` (EC2 supports ${limits.userDataBytes}, and EKS adds up to ${addedByEks})` : "";
      const got = added > 0 ? size : `${size} including the cluster, labels and taints`;
      return [
        error(
          path,
          `must be at most ${most} bytes${why}, got ${got}; use a short script that downloads the rest`,
        ),
      ];
    });
  },

  /**
   * User data has the format of the image: a script or NodeConfig, TOML, or PowerShell.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html#launch-template-user-data
   */
  "user-data-format"(cluster) {
    return forEachUserData(cluster, (text, { image }, path) => {
      const family = image?.family ?? defaults["nodeGroups[].image.family"];
      if (family === "bottlerocket") {
        const fault = tomlFault(text);
        if (!fault) return [];
        const what = isShellScript(text) ? "Bottlerocket has no shell for a script" : fault;
        return [error(path, `must be TOML settings such as [settings.kernel]: ${what}`)];
      }
      if (family === "windows") {
        return /<\/?powershell>|<\/?script>/i.test(text)
          ? [error(path, "must be PowerShell commands only; the <powershell> tag is added automatically")]
          : [];
      }
      if (isShellScript(text) || isNodeConfig(text)) return [];
      const got = /^MIME-Version:/im.test(text) ? "; the MIME parts are added automatically" : "";
      return [
        error(
          path,
          'must be a shell script that starts with "#!", or a NodeConfig document with apiVersion: node.eks.aws/v1alpha1' +
            got,
        ),
      ];
    });
  },

  /**
   * User data does not set what a field of the group or EKS sets.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html#launch-template-user-data
   */
  "user-data-not-contradictory"(cluster) {
    return forEachUserData(cluster, (text, spec, path) => {
      const both = (key: string, field: string) =>
        error(path, `sets ${key}, which the field ${field} of the group also sets; omit one of them`);
      if (spec.image?.family === "bottlerocket") {
        const settings = kubernetesSettings(text);
        return bottlerocketKeys
          .filter(({ key, field }) => Object.hasOwn(settings, key) && (!field || spec[field] !== undefined))
          .map(({ key, field }) =>
            field
              ? both(`settings.kubernetes.${key}`, field)
              : error(path, `sets settings.kubernetes.${key}, which EKS sets itself`),
          );
      }
      if (spec.image?.family === "windows") {
        return /Start-EKSBootstrap/i.test(text)
          ? [error(path, "calls Start-EKSBootstrap, which is called after these commands; omit it")]
          : [];
      }
      // https://docs.aws.amazon.com/eks/latest/userguide/al2023.html
      if (isShellScript(text) && callsBootstrapScript(text)) {
        return [
          error(
            path,
            "calls /etc/eks/bootstrap.sh, which images of AL2023 do not have: nodeadm starts the kubelet; omit the call, and use the fields " +
              "labels, taints and maxPods, or a NodeConfig document for other options of the kubelet",
          ),
        ];
      }
      if (!isNodeConfig(text)) return [];
      return nodeConfigKeys
        .filter(({ pattern, field }) => spec[field] !== undefined && pattern.test(text))
        .map(({ key, field }) => both(key, field));
    });
  },

  /**
   * User data has no line that starts with the MIME boundary.
   *
   * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
   */
  "user-data-boundary"(cluster) {
    return forEachUserData(cluster, (text, { image }, path) => {
      if (image?.family === "bottlerocket" || image?.family === "windows") return [];
      const line = text.split("\n").findIndex((one) => one.startsWith(`--${mimeBoundary}`));
      if (line < 0) return [];
      return [
        error(
          path,
          `must not have a line that starts with --${mimeBoundary}, which separates its parts; see line ${line + 1}`,
        ),
      ];
    });
  },

  /**
   * User data of Bottlerocket is literal if other fields are merged into its TOML document.
   *
   * @remarks Decision of this project: the document is merged before Terraform runs.
   */
  "user-data-literal"(cluster) {
    return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) => {
      const { userData, maxPods, localStorage, image } = spec;
      if (image?.family !== "bottlerocket" || userData === undefined || !isReference(userData)) return [];
      const others = [
        ...(maxPods !== undefined ? ["maxPods"] : []),
        ...(localStorage === "raid0" ? ["localStorage"] : []),
        ...(needsBootstrapUserData(spec) ? ["the connection to the cluster"] : []),
      ];
      if (others.length === 0) return [];
      return [
        error(
          [...group, "userData"],
          `must be a literal with ${others.join(" and ")}, which is merged into it` +
            (others.join() === "maxPods" ? "; or set settings.kubernetes.max-pods there" : ""),
        ),
      ];
    });
  },
});

function forEachUserData(
  cluster: EksClusterProps,
  check: (text: string, spec: EksNodeGroupSpec, path: Path) => Finding[],
): Finding[] {
  return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) =>
    spec.userData === undefined ||
    isReference(spec.userData) ||
    (spec.image?.family && !isKnown(spec.image.family))
      ? []
      : check(spec.userData, spec, [...group, "userData"]),
  );
}

/** `${…}` of a script is text. A reference of Terraform, or a text that only consists of one, cannot be checked. */
const isReference = (text: string): boolean => Token.isUnresolved(text) || /^\$\{[^}]*\}$/.test(text);

/**
 * Whether a script calls what joined nodes of Amazon Linux 2 to their cluster. A script that tests for the file runs on images of both
 * systems.
 */
const callsBootstrapScript = (script: string): boolean => {
  const lines = script.split("\n").map((line) => line.replace(/(^|\s)#.*/, ""));
  return (
    lines.some((line) => bootstrapScript.called.test(line)) &&
    !lines.some((line) => bootstrapScript.tested.test(line))
  );
};

/** The script in the position of a command, after others that run it, and as the file that a test looks for. */
const bootstrapScript = {
  called:
    /(^|&&|\|\||;|\b(then|else|do)\s)\s*((sudo|exec|source|\.|(\/bin\/)?(ba)?sh|-\S+|\w+=\S*)\s+)*["']?\/etc\/eks\/bootstrap\.sh(?![\w.-])/,
  tested: /(\[|\btest)\s+(!\s+)?-[efrsx]\s+["']?\/etc\/eks\/bootstrap\.sh(?![\w.-])/,
};

const isNodeConfig = (text: string): boolean =>
  /["']?\bapiVersion["']?\s*:\s*["']?node\.eks\.aws\//.test(text);

function rendered(spec: EksNodeGroupSpec): string | undefined {
  const family = spec.image?.family ?? defaults["nodeGroups[].image.family"];
  if (family === "bottlerocket" && tomlFault(spec.userData ?? "")) return spec.userData;
  return userDataOf(spec, formats[family], needsBootstrapUserData(spec) ? sampleBootstrap : undefined);
}

const formats: Readonly<Record<EksImageFamily, UserDataFormat>> = {
  al2023: "nodeadm",
  bottlerocket: "toml",
  windows: "powershell",
};

function tomlFault(text: string): string | undefined {
  try {
    TOML.parse(text);
    return undefined;
  } catch (cause) {
    return (cause as Error).message.split("\n")[0].replace("Invalid TOML document: ", "");
  }
}

function kubernetesSettings(text: string): object {
  if (tomlFault(text)) return {};
  const { settings } = TOML.parse(text) as { settings?: { kubernetes?: object } };
  const kubernetes = settings?.kubernetes;
  return typeof kubernetes === "object" && kubernetes !== null ? kubernetes : {};
}
