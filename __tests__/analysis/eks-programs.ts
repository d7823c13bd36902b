import { programsOf } from "../../modules/eks/programs";
import type { EksClusterSpec } from "../../modules/eks/spec";
import type { Arguments } from "../support/synthesized";
import { ClusterAnalysis } from "./eks";

/** What programs lack, by the table of programs and the JSON alone. */
export function missingOfPrograms(cluster: EksClusterSpec, terraform: Arguments): string[] {
  const analysis = new ClusterAnalysis(terraform);
  return programsOf(cluster).flatMap(
    ({ name, addOn, account, controllerLabels: labels, webhookPorts = [], ...program }) => {
      const namespace = program.namespace ?? account?.namespace ?? "kube-system";
      const onFargate = labels !== undefined && analysis.isOnFargate(namespace, labels);
      const given = account ? analysis.credentials(account.namespace, account.serviceAccount) : [];
      const needed = onFargate ? "token" : "agent";
      const hasPlace = onFargate ? program.runsOnFargate === true : analysis.places.length > 0;
      return [
        ...(account && !given.includes(needed) ? [`${name}: credentials by ${needed}`] : []),
        ...(addOn && labels && !hasPlace ? [`${name}: a node`] : []),
        ...webhookPorts
          .filter(() => !onFargate && terraform.resource.aws_security_group?.node_groups_security_group)
          .filter((port) => !analysis.isOpenToControlPlane(port))
          .map((port) => `${name}: port ${port}`),
      ];
    },
  );
}
