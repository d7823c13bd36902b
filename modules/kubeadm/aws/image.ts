import { architectureOf } from "../../aws/machine-types";
import { fileArchitecture } from "../software/architecture";

/** Device of the root disk in the images of Canonical. */
export const rootDevice = "/dev/sda1";

/**
 * The id of an image for a launch template. If the file names none, EC2 looks the newest image of Canonical up when it starts a machine:
 * the plan does not change with each release, and a replaced machine has all security fixes. Ubuntu 26.04 has cgroup v2 only.
 *
 * @see https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-launch-template.html#use-an-ssm-parameter-instead-of-an-ami-id
 */
export function imageIdOf(image: { readonly id: string } | undefined, machineType: string): string {
  const architecture = fileArchitecture(architectureOf(machineType));
  const parameter = `/aws/service/canonical/ubuntu/server/26.04/stable/current/${architecture}/hvm/ebs-gp3/ami-id`;
  return image?.id ?? `resolve:ssm:${parameter}`;
}
