import type { KubeadmClusterSpec } from "../../modules/kubeadm/spec";
import { AwsFlows, type Flow, type Party } from "./aws-flows";
import { endpoint, natWorks, routeOf, subnetsOf, tableOf } from "./aws-network";
import { hasPolicy, may, type Rights, rightsOf } from "./eks-policies";
import { type Element, type Elements, reference, textOf } from "./elements";
import { egress, type End, hasEgress, type Path, pathMtu, pathRows, taintsIn, wants } from "./kubeadm-paths";
import { lacking, type Redundancy, type Requirement } from "./requirement";
import { missingTaints } from "./taints";

/** Launch templates of nodes, or of control-plane machines. */
const templates = (json: Elements, kind: "control_plane" | "node_groups"): readonly Element[] =>
  json.all("aws_launch_template").filter(({ name }) => name.startsWith(`${kind}_`));

const interfaces = (json: Elements): readonly Element[] => json.all("aws_network_interface");

/** The security group of the machines of a kind, or of the load balancer. */
function groupOf(json: Elements, end: "control plane" | "nodes" | "checks"): Party {
  const groups =
    end === "checks"
      ? json.args("aws_lb")[0].security_groups
      : end === "nodes"
        ? (templates(json, "node_groups")[0]?.args.network_interfaces?.[0]?.security_groups ??
          templates(json, "node_groups")[0]?.args.vpc_security_group_ids)
        : interfaces(json)[0].args.security_groups;
  return textOf((groups as string[])[0]);
}

function isOpen(json: Elements, from: End, to: Path[2], flow: Flow): boolean {
  const flows = new AwsFlows(json);
  const isMachine = from === "control plane" || from === "nodes";
  const source = isMachine || from === "checks" ? groupOf(json, from) : from;
  if (to === "anywhere") return flows.isOpen(source, "0.0.0.0/0", flow);
  const target = groupOf(json, to);
  const isApiServer = to === "control plane" && flow.protocol === "tcp" && flow.ports?.[0] === 6443;
  if (!isApiServer || from === "checks") return flows.isOpen(source, target, flow);
  // Requests pass through the load balancer, which has an own group. Machines that join ask a slot directly.
  const balancer = groupOf(json, "checks");
  const throughBalancer = flows.isOpen(source, balancer, flow) && flows.isOpen(balancer, target, flow);
  return throughBalancer && (from !== "control plane" || flows.isOpen(source, target, flow));
}

/** The rights of the machines of a launch template, by its instance profile. */
function rightsOfTemplate(json: Elements, { args }: Element): Rights | undefined {
  const profile = json.target(
    args.iam_instance_profile?.arn ?? args.iam_instance_profile?.name,
    "aws_iam_instance_profile",
  );
  return profile && rightsOf(json, profile.args.role);
}

/** A row: what machines of a kind may do, as an action or the name of a managed policy. */
function rights(
  name: string,
  source: string,
  kind: "control_plane" | "node_groups",
  needed: (
    cluster: KubeadmClusterSpec,
    json: Elements,
  ) => readonly (string | readonly [action: string, on: string])[],
): Requirement<KubeadmClusterSpec> {
  return {
    name,
    source,
    missing: (cluster, json) =>
      templates(json, kind).flatMap((template) => {
        const found = rightsOfTemplate(json, template);
        if (!found) return [`${template.name}: a role`];
        return needed(cluster, json)
          .filter((one) =>
            typeof one === "string"
              ? !(one.includes(":") ? may(found, one) : hasPolicy(found, one))
              : !mayOn(found, ...one),
          )
          .map((one) => `${template.name}: ${typeof one === "string" ? one : one.join(" on ")}`);
      }),
  };
}

const mayOn = ({ role, managed, statements }: Rights, action: string, on: string): boolean =>
  statements.some(
    (statement) =>
      may({ role, managed, statements: [statement] }, action) &&
      (statement.Resource as string[]).includes(on),
  );

const bucketOf = (json: Elements): Element => json.all("aws_s3_bucket")[0];
const objects = (json: Elements, folder: string): string => `${reference(bucketOf(json), "arn")}/${folder}`;

/** The statements of the policy of the store. */
const statementsOfStore = (json: Elements) =>
  json
    .args("aws_s3_bucket_policy")
    .filter(({ bucket }) => json.target(bucket, "aws_s3_bucket") !== undefined)
    .flatMap(({ policy }) => JSON.parse(textOf(policy)).Statement as Record<string, unknown>[]);

const privateLink = "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html";

/** Who must reach whom, what machines may do and what they need, in a kubeadm cluster on AWS. */
export const kubeadmAws: readonly Requirement<KubeadmClusterSpec>[] = [
  ...pathRows(isOpen, [pathMtu("0.0.0.0/0"), egress]),
  {
    name: "machines are in the groups of the rules",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
    missing: (_, json) => [
      ...interfaces(json)
        .filter(
          ({ args }) => textOf(args.security_groups) !== JSON.stringify([groupOf(json, "control plane")]),
        )
        .map(({ name }) => name),
      ...templates(json, "node_groups")
        .filter(
          ({ args }) =>
            !textOf([args.network_interfaces, args.vpc_security_group_ids]).includes(groupOf(json, "nodes")),
        )
        .map(({ name }) => name),
    ],
  },
  {
    name: "egress of machines",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    missing: (cluster, json) =>
      hasEgress(cluster)
        ? subnetsOf(json, "private")
            .filter(
              (subnet) =>
                !natWorks(
                  json,
                  json.target(routeOf(json, subnet, "ipv4")?.args.nat_gateway_id, "aws_nat_gateway"),
                ),
            )
            .map(({ name }) => name)
        : [],
  },
  {
    name: "public subnets reach the internet",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    missing: (_, json) =>
      subnetsOf(json, "public")
        .filter(
          (subnet) =>
            json.target(routeOf(json, subnet, "ipv4")?.args.gateway_id, "aws_internet_gateway") === undefined,
        )
        .map(({ name }) => name),
  },
  {
    name: "subnets without egress have a table",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html (explicit associations)",
    missing: (_, json) =>
      [...subnetsOf(json, "intra"), ...subnetsOf(json, "private")]
        .filter((subnet) => !tableOf(json, subnet))
        .map(({ name }) => name),
  },
  {
    name: "the store comes through the endpoint of S3",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html",
    missing: (_, json) => {
      const tables = textOf(endpoint(json, "s3")?.args.route_table_ids);
      return subnetsOf(json, "private")
        .filter((subnet) => !tables.includes(`aws_route_table.${tableOf(json, subnet)?.name}.`))
        .map(({ name }) => name);
    },
  },
  {
    name: "services without egress",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
    missing: (cluster, json) =>
      hasEgress(cluster)
        ? []
        : [
            "autoscaling",
            "ec2",
            "elasticloadbalancing",
            "sts",
            ...(cluster.kubeadm?.sessionManager ? ["ssm", "ssmmessages"] : []),
          ].filter((service) => endpoint(json, service)?.args.private_dns_enabled !== true),
  },
  {
    name: "interface endpoints",
    source: privateLink,
    missing: (_, json) => {
      const flows = new AwsFlows(json);
      return json
        .all("aws_vpc_endpoint")
        .filter(({ args }) => args.vpc_endpoint_type === "Interface")
        .filter(
          (one) =>
            !flows.isOpen(
              textOf(json.args("aws_vpc")[0].cidr_block),
              flows.groupOf(one, "security_group_ids"),
              {
                protocol: "tcp",
                ports: [443, 443],
              },
            ),
        )
        .map(({ name }) => name);
    },
  },
  {
    name: "the API server has an address and a name",
    source:
      "https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/#first-steps-for-both-methods",
    missing: (_, json) => {
      const [balancer] = json.all("aws_lb");
      const listener = json
        .args("aws_lb_listener")
        .find(
          ({ load_balancer_arn: of, port }) => of === reference(balancer, "arn") && Number(port) === 6443,
        );
      const targets = json.target(listener?.default_action, "aws_lb_target_group");
      const addresses = json
        .args("aws_lb_target_group_attachment")
        .filter(({ target_group_arn: of }) => targets && of === reference(targets, "arn"))
        .map(({ target_id: id }) => textOf(id));
      const record = json
        .args("aws_route53_record")
        .find(({ alias }) => alias?.name === reference(balancer, "dns_name"));
      const zone = json.target(record?.zone_id, "aws_route53_zone");
      return [
        ...lacking({
          "a listener with targets": targets !== undefined,
          "a record in a zone of the VPC": json.target(zone?.args.vpc, "aws_vpc") !== undefined,
        }),
        ...interfaces(json)
          .filter(({ args }) => !addresses.includes(textOf(args.private_ips[0])))
          .map(({ name }) => `${name} as target`),
      ];
    },
  },
  rights(
    "the boot program of the control plane",
    "documentation of the store and of etcd disks (docs/kubeadm.md)",
    "control_plane",
    (_, json) => [
      "ec2:DescribeInstances",
      "ec2:DescribeVolumes",
      "ec2:AttachVolume",
      "autoscaling:CompleteLifecycleAction",
      ["s3:ListBucket", reference(bucketOf(json), "arn")],
      ["s3:GetObject", objects(json, "*")],
      ...["pki/*", "node/*", "admin/*", "backups/*", "initialized"].map(
        (folder) => ["s3:PutObject", objects(json, folder)] as const,
      ),
    ],
  ),
  rights(
    "the boot program of nodes",
    "documentation of the store (docs/kubeadm.md)",
    "node_groups",
    (_, json) => [
      "autoscaling:CompleteLifecycleAction",
      ["s3:ListBucket", reference(bucketOf(json), "arn")],
      ["s3:GetObject", objects(json, "node/*")],
      ["s3:GetObject", objects(json, "assets/*")],
    ],
  ),
  rights(
    "controllers on control-plane machines",
    "https://cloud-provider-aws.sigs.k8s.io/prerequisites/",
    "control_plane",
    (cluster, json) => {
      const { autoscaler, volumes, balancers } = wants(cluster);
      return [
        "ec2:DescribeRegions",
        ...(autoscaler ? ["autoscaling:DescribeAutoScalingGroups", "autoscaling:SetDesiredCapacity"] : []),
        ...(volumes ? ["AmazonEBSCSIDriverPolicy"] : []),
        ...(balancers
          ? ([
              "elasticloadbalancing:DescribeLoadBalancers",
              "elasticloadbalancing:CreateLoadBalancer",
              "elasticloadbalancing:RegisterTargets",
              "ec2:CreateTags",
              [
                "ec2:CreateSecurityGroup",
                `\${${json.all("aws_vpc").map(({ name }) => `aws_vpc.${name}.arn`)[0]}}`,
              ],
            ] as const)
          : []),
      ];
    },
  ),
  ...(["control_plane", "node_groups"] as const).map((kind) =>
    rights(
      `Session Manager on ${kind}`,
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html",
      kind,
      ({ kubeadm }) => (kubeadm?.sessionManager ? ["AmazonSSMManagedInstanceCore"] : []),
    ),
  ),
  {
    name: "the store is private",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    missing: (_, json) => {
      const denied = statementsOfStore(json).filter(({ Effect }) => Effect === "Deny");
      const block = json.args("aws_s3_bucket_public_access_block")[0];
      const [worker] = templates(json, "node_groups").flatMap(
        (one) => rightsOfTemplate(json, one)?.role ?? [],
      );
      return lacking({
        "encrypted connections only": denied.some(({ Condition }) =>
          textOf(Condition).includes("aws:SecureTransport"),
        ),
        "no keys for workers":
          worker === undefined ||
          ["pki", "admin", "backups"].every((folder) =>
            denied.some(
              ({ Principal, Resource }) =>
                textOf(Principal).includes(reference(worker, "arn")) &&
                (Resource as string[]).includes(objects(json, `${folder}/*`)),
            ),
          ),
        "no public access": block?.block_public_policy === true && block.restrict_public_buckets === true,
        "no owners of objects": json.all("aws_s3_bucket_ownership_controls").length > 0,
        encryption: json.all("aws_s3_bucket_server_side_encryption_configuration").length > 0,
      });
    },
  },
  {
    name: "taints keep other pods away",
    source: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
    missing: ({ nodeGroups }, json) =>
      missingTaints(nodeGroups, json, "aws_launch_template", (args) => taintsIn(args, args.user_data)),
  },
];

/** Types of resources that open a path, grant a permission or make the API server reachable. */
export const kubeadmAwsRuleTypes = [
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_route",
  "aws_route_table_association",
  "aws_nat_gateway",
  "aws_eip",
  "aws_internet_gateway",
  "aws_vpc_endpoint",
  "aws_iam_instance_profile",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_lb_listener",
  "aws_lb_target_group_attachment",
  "aws_route53_record",
  "aws_route53_zone",
];

/** Lists inside resources, of which each item is a rule; also in text that is JSON. */
export const kubeadmAwsRuleLists = [
  "aws_iam_role_policy.policy.Statement",
  "aws_s3_bucket_policy.policy.Statement",
];

export const kubeadmAwsRedundancies: readonly Redundancy[] = [
  {
    rule: /^aws_vpc_security_group_ingress_rule\.network_security_nodes_kubelet$/,
    containedIn: /^aws_vpc_security_group_ingress_rule\.network_security_nodes_from_control_plane$/,
    why: "with an own CNI, control-plane machines reach all ports of nodes",
  },
];
