/** What may not be in `security/accepted.json`, whatever the judges find. */

/** The rights of workloads, as the room `identity` of an EKS cluster names them. */
const workloadRights = "aws_iam_role_policy.identity_";

/**
 * Entries without a reason, those for stacks that nobody looked at, and those about the rights of a workload.
 *
 * @param accepted - the entries: `{ check, resources, stacks, reason }`
 * @param results - what the judges said, which must be something of the rights of a workload: else the last refusal shows nothing
 */
export function refusals(accepted, results) {
  const refused = accepted.flatMap(({ check, resources, stacks = [], reason }) => {
    const entry = `security/accepted.json: ${check} at ${resources.join(", ")}`;
    return [
      ...(isText(reason) ? [] : [`${entry} gives no reason`]),
      ...(stacks.length === 0 ? [`${entry} names no stacks`] : []),
      ...(check.startsWith("CS_") && resources.some(isOfWorkload)
        ? [`${entry} would accept rights of a workload`]
        : []),
    ];
  });
  const isJudged = results.some(({ check, resource }) => check.startsWith("CS_") && isOfWorkload(resource));
  return isJudged ? refused : [...refused, "scripts/security.mjs: no rights of a workload were judged"];
}

function isText(value) {
  return typeof value === "string" && value.trim() !== "";
}

function isOfWorkload(pattern) {
  return pattern.startsWith(workloadRights) || covers(pattern, workloadRights);
}

/** `node_groups_*` stands for all that begin so. */
export function covers(pattern, resource) {
  return pattern.endsWith("*") ? resource.startsWith(pattern.slice(0, -1)) : pattern === resource;
}
