import type { Arguments } from "../support/synthesized";
import type { Finding, Property } from "./properties";

/**
 * The arguments that identify what a resource creates, for resources without a name: permissions, rules of firewalls, and
 * tags. Two resources with the same values create one thing: the second creation fails, or the deletion of one deletes both.
 */
const identities: Readonly<Record<string, readonly string[]>> = {
  aws_iam_role_policy_attachment: ["role", "policy_arn"],
  aws_eks_access_entry: ["cluster_name", "principal_arn"],
  aws_eks_access_policy_association: ["cluster_name", "principal_arn", "policy_arn"],
  aws_eks_pod_identity_association: ["cluster_name", "namespace", "service_account"],
  aws_ec2_tag: ["resource_id", "key"],
  aws_vpc_endpoint: ["vpc_id", "service_name"],
  aws_lb_target_group_attachment: ["target_group_arn", "target_id", "port"],
  aws_network_interface: ["subnet_id", "private_ips"],
  aws_vpc_security_group_ingress_rule: ruleOf("security_group_id"),
  aws_vpc_security_group_egress_rule: ruleOf("security_group_id"),
  azurerm_role_assignment: ["scope", "role_definition_name", "role_definition_id", "principal_id"],
  azurerm_federated_identity_credential: ["parent_id", "user_assigned_identity_id", "issuer", "subject"],
  // Without them, Google selects an address.
  google_compute_address: ["subnetwork", "address"],
  google_project_service: ["project", "service"],
};

function ruleOf(group: string): readonly string[] {
  return [
    group,
    "ip_protocol",
    "from_port",
    "to_port",
    "cidr_ipv4",
    "cidr_ipv6",
    "prefix_list_id",
    "referenced_security_group_id",
  ];
}

/** Arguments of Terraform itself, which do not describe the resource. */
const ofTerraform = ["depends_on", "lifecycle", "provider", "//"];

/** What a resource creates, as a text; undefined for resources with names. Azure does not distinguish cases. */
function identityOf(type: string, resource: Arguments): string | undefined {
  if (type.startsWith("google_") && type.endsWith("_iam_member")) {
    const all = Object.entries(resource).filter(([argument]) => !ofTerraform.includes(argument));
    return JSON.stringify(all.sort());
  }
  const values = identities[type]?.map((argument) => resource[argument] as unknown);
  if (values?.every((value) => value === undefined)) return undefined;
  const text = values && JSON.stringify(values);
  return type.startsWith("azurerm_") ? text?.toLowerCase() : text;
}

/** No two resources create the same permission, firewall rule or tag. */
export const nothingTwice: Property = ({ stack }): Finding => {
  const owners = new Map<string, string>();
  let checked = 0;
  const wrong = Object.entries(stack.terraform.resource as Arguments).flatMap(([type, all]) =>
    Object.entries(all as Arguments).flatMap(([name, resource]) => {
      const identity = identityOf(type, resource as Arguments);
      if (identity === undefined) return [];
      checked += 1;
      const address = `${type}.${name}`;
      const owner = owners.get(`${type} ${identity}`);
      owners.set(`${type} ${identity}`, address);
      return owner === undefined ? [] : [`${owner} and ${address} create one thing: ${identity}`];
    }),
  );
  return { checked, wrong };
};
