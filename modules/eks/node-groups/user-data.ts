import * as TOML from "smol-toml";
import type { EksNodeGroupSpec } from "../props";
import type { NodeImage } from "../images";

/** Between the parts of a node's user data. Fixed, so that equal input gives equal bytes. */
export const mimeBoundary = "==node==";

/** What goes to the nodes beside what EKS sends itself, as plain text; undefined when there is nothing to say. */
export function userDataOf(
  group: Pick<EksNodeGroupSpec, "userData" | "maxPods">,
  format: NodeImage["userData"],
): string | undefined {
  return format === "toml" ? bottlerocketSettings(group) : nodeadmParts(group);
}

/**
 * Amazon Linux 2023: MIME parts. nodeadm merges all NodeConfig documents, EKS' own being the last.
 * Source: https://awslabs.github.io/amazon-eks-ami/nodeadm/
 */
function nodeadmParts({
  userData,
  maxPods,
}: Pick<EksNodeGroupSpec, "userData" | "maxPods">): string | undefined {
  const parts: string[] = [];
  if (maxPods !== undefined)
    parts.push(mimePart("application/node.eks.aws", nodeConfig({ kubelet: { config: { maxPods } } })));
  if (userData !== undefined)
    parts.push(
      mimePart(isShellScript(userData) ? "text/x-shellscript" : "application/node.eks.aws", userData),
    );
  if (parts.length === 0) return undefined;

  return [
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${mimeBoundary}"`,
    "",
    ...parts,
    `--${mimeBoundary}--`,
    "",
  ].join("\n");
}

function mimePart(type: string, text: string): string {
  return [`--${mimeBoundary}`, `Content-Type: ${type}; charset="us-ascii"`, "", text.trimEnd(), ""].join(
    "\n",
  );
}

function nodeConfig(spec: object): string {
  // JSON is YAML, and nodeadm reads either.
  return JSON.stringify({ apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig", spec }, null, 2);
}

/** Bottlerocket: TOML, which EKS merges with its own settings. Source: https://bottlerocket.dev, settings reference. */
function bottlerocketSettings({
  userData,
  maxPods,
}: Pick<EksNodeGroupSpec, "userData" | "maxPods">): string | undefined {
  if (maxPods === undefined) return userData;
  const settings = TOML.parse(userData ?? "") as { settings?: { kubernetes?: object } };
  return TOML.stringify({
    ...settings,
    settings: { ...settings.settings, kubernetes: { ...settings.settings?.kubernetes, "max-pods": maxPods } },
  });
}

export function isShellScript(userData: string): boolean {
  return userData.startsWith("#!");
}
