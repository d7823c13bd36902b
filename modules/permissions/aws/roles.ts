import { type Config, patternOfName, type Permission, type StackView } from "./model";

/** Services to which a role is passed in addition to those that its trust policy names. */
const alsoPassedTo: Readonly<Record<string, string>> = {
  // EKS receives the role of its machines, and passes it on.
  "ec2.amazonaws.com": "eks.amazonaws.com",
  "eks-fargate-pods.amazonaws.com": "eks.amazonaws.com",
};

/** Arguments with an existing role -> the service that receives it. */
const receivers: Readonly<Record<string, string>> = {
  aws_backup_selection: "backup.amazonaws.com",
  aws_eks_addon: "pods.eks.amazonaws.com",
  aws_eks_capability: "capabilities.eks.amazonaws.com",
  aws_eks_cluster: "eks.amazonaws.com",
  aws_eks_fargate_profile: "eks-fargate-pods.amazonaws.com",
  aws_eks_node_group: "ec2.amazonaws.com",
  aws_eks_pod_identity_association: "pods.eks.amazonaws.com",
  aws_flow_log: "vpc-flow-logs.amazonaws.com",
};

/** `iam:PassRole` for each role, to the services that assume it. */
export function passedRoles(view: StackView): Permission[] {
  const own = view.of("aws_iam_role").flatMap((role): [string, string[]][] => {
    const services = servicesOf(role);
    const name = String(role.name);
    const arn = view.arn("iam", `role${String(role.path ?? "/")}${patternOfName(name)}`);
    return services.length > 0 ? [[arn, services]] : [];
  });
  const existing = Object.entries(receivers).flatMap(([type, service]) =>
    view
      .of(type)
      .flatMap(literalRoles)
      .map((arn): [string, string[]] => [arn, [service]]),
  );
  return [...own, ...existing].map(([resource, services]) => ({
    group: "Pass",
    action: "iam:PassRole",
    resource,
    conditions: {
      StringEquals: {
        "iam:PassedToService": [
          ...new Set(services.flatMap((one) => [one, ...(alsoPassedTo[one] ? [alsoPassedTo[one]] : [])])),
        ].sort(),
      },
    },
  }));
}

const literalRoles = (config: Config): string[] =>
  Object.entries(config)
    .filter(([key, value]) => key.endsWith("role_arn") && String(value).startsWith("arn:"))
    .map(([, value]) => String(value));

/** The services that may assume a role. Hybrid machines assume their role through Systems Manager, without PassRole. */
function servicesOf({ assume_role_policy: policy }: Config): string[] {
  return servicesIn(parsed(String(policy))).filter((service) => service !== "ssm.amazonaws.com");
}

/** A policy that is an expression of Terraform is not known. */
function parsed(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return undefined;
  }
}

/** The values of all elements `Service`. */
function servicesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === "Service" ? ([one].flat() as string[]) : servicesIn(one),
  );
}

/** Service-linked roles that a service creates with the permissions of the caller, once per account. */
const linked: Readonly<Record<string, readonly string[]>> = {
  aws_autoscaling_group: ["autoscaling.amazonaws.com"],
  aws_efs_file_system: ["elasticfilesystem.amazonaws.com"],
  aws_eks_cluster: ["eks.amazonaws.com"],
  aws_eks_fargate_profile: ["eks-fargate.amazonaws.com"],
  aws_eks_node_group: ["autoscaling.amazonaws.com", "eks-nodegroup.amazonaws.com", "spot.amazonaws.com"],
  aws_lb: ["elasticloadbalancing.amazonaws.com"],
  aws_fsx_lustre_file_system: ["fsx.amazonaws.com", "s3.data-source.lustre.fsx.amazonaws.com"],
};

export function serviceLinkedRoles(view: StackView): Permission[] {
  const services = Object.entries(linked).flatMap(([type, names]) => (view.of(type).length > 0 ? names : []));
  return [
    {
      group: "Service-linked",
      action: "iam:CreateServiceLinkedRole",
      resource: view.arn("iam", "role/aws-service-role/*"),
      conditions: { StringEquals: { "iam:AWSServiceName": [...new Set(services)].sort() } },
    },
  ];
}
