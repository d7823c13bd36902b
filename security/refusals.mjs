/** Checks the entries of `security/accepted.json`. */

/** The policies of workloads: prefix of their addresses in the component `identity` of an EKS cluster. */
const workloadPolicies = "aws_iam_role_policy.identity_";

/** The policies of machines, which kubeadm clusters have in the same component. */
const machinePolicies = [`${workloadPolicies}control_plane_policy`, `${workloadPolicies}workers_policy`];

/** The policies of programs of the catalogue whose task is what the scanner reports: External Secrets reads the secrets that a file names. */
const programPolicies = [`${workloadPolicies}external_secrets_external_secrets_role_statements`];

/**
 * Refuses entries without a reason or without stacks, and entries about the policies of a workload.
 *
 * @param accepted - the entries: `{ check, resources, stacks, reason }`
 * @param results - the results of the scanners, which must include policies of a workload: otherwise the last refusal proves nothing
 */
export function refusals(accepted, results) {
  const refused = accepted.flatMap(({ check, resources, stacks = [], reason }) => {
    const entry = `security/accepted.json: ${check} at ${resources.join(", ")}`;
    return [
      ...(isText(reason) ? [] : [`${entry} has no reason`]),
      ...(stacks.length === 0 ? [`${entry} has no stacks`] : []),
      ...(check.startsWith("CS_") && resources.some(isOfWorkload)
        ? [`${entry} must not accept policies of a workload`]
        : []),
    ];
  });
  const isScanned = results.some(({ check, resource }) => check.startsWith("CS_") && isOfWorkload(resource));
  return isScanned ? refused : [...refused, "scripts/security.mjs: no policy of a workload was scanned"];
}

function isText(value) {
  return typeof value === "string" && value.trim() !== "";
}

function isOfWorkload(pattern) {
  if ([...machinePolicies, ...programPolicies].includes(pattern)) return false;
  return pattern.startsWith(workloadPolicies) || covers(pattern, workloadPolicies);
}

/** A pattern matches a resource, or with `*` at the end all resources with its prefix. */
export function covers(pattern, resource) {
  return pattern.endsWith("*") ? resource.startsWith(pattern.slice(0, -1)) : pattern === resource;
}
