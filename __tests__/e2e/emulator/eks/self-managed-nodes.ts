import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { type ClusterRecord, type EksBackend } from "./backend";
import { NODE_ACCESS_ENTRY_TYPES } from "./facts";

/**
 * Whether self-managed nodes have joined: they run, have the tag of the cluster, and an access entry of the user allows nodes. The
 * emulator does not read their user data.
 */
export async function hasSelfManagedNodes(eks: EksBackend, record: ClusterRecord): Promise<boolean> {
  const isLetIn = [...record.accessEntries.values()].some(
    ({ entry, madeByEks }) => !madeByEks && NODE_ACCESS_ENTRY_TYPES.has(entry.type ?? ""),
  );
  if (!isLetIn) return false;
  const { Reservations: reservations = [] } = await eks.aws.ec2.send(
    new DescribeInstancesCommand({
      Filters: [
        { Name: `tag:kubernetes.io/cluster/${record.cluster.name}`, Values: ["owned"] },
        { Name: "instance-state-name", Values: ["running"] },
      ],
    }),
  );
  return reservations.some(({ Instances: instances = [] }) => instances.length > 0);
}
