import { DescribeSubnetsCommand, type Subnet } from "@aws-sdk/client-ec2";
import { GetRoleCommand } from "@aws-sdk/client-iam";
import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import { type EksBackend } from "./backend";
import { invalidParameter } from "./errors";

/** The subnets with these ids. Throws the EKS error if one is missing or in another VPC. */
export async function requireSubnets(eks: EksBackend, ids: string[], vpcId?: string): Promise<Subnet[]> {
  if (ids.length === 0) throw invalidParameter("Subnet ids must not be empty.");
  const { Subnets: subnets = [] } = await eks.aws.ec2
    .send(new DescribeSubnetsCommand({ SubnetIds: ids }))
    .catch((error: Error) => {
      throw invalidParameter(error.message);
    });
  const vpcs = new Set([...subnets.map((subnet) => subnet.VpcId), ...(vpcId ? [vpcId] : [])]);
  if (vpcs.size > 1) throw invalidParameter("Subnets specified must be in the same VPC.");
  return subnets;
}

/** A role that exists and that the service may assume. In AWS a role without the trust policy fails only after minutes. */
export async function requireRole(
  eks: EksBackend,
  roleArn: string | undefined,
  trustedBy: string,
): Promise<string> {
  const name = roleArn?.split("/").at(-1);
  if (!name) throw invalidParameter(`The role ARN ${roleArn} is not valid.`);
  const role = await eks.aws.iam.send(new GetRoleCommand({ RoleName: name })).catch(() => undefined);
  const trust = decodeURIComponent(role?.Role?.AssumeRolePolicyDocument ?? "");
  if (!trust.includes(`"${trustedBy}"`)) {
    throw invalidParameter(
      `Role with arn: ${roleArn}, could not be assumed because it does not exist or the trusted entity is not correct`,
    );
  }
  return name;
}

/** A KMS key that can encrypt secrets: it exists, is enabled and symmetric. */
export async function requireSecretsKey(eks: EksBackend, keyArn: string | undefined): Promise<void> {
  const key = await eks.aws.kms.send(new DescribeKeyCommand({ KeyId: keyArn })).catch(() => undefined);
  const { Enabled: enabled, KeySpec: spec } = key?.KeyMetadata ?? {};
  if (!enabled || spec !== "SYMMETRIC_DEFAULT") {
    throw invalidParameter(`The keyArn ${keyArn} is not an enabled symmetric KMS key.`);
  }
}
