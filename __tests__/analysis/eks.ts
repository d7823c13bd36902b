import * as TOML from "smol-toml";
import type { Arguments } from "../support/synthesized";

/**
 * What the Terraform JSON of an EKS cluster gives to the pods in it: credentials, places and open ports. It reads nothing but the JSON,
 * so that it can contradict the code and the tables of the cluster.
 */
export class ClusterAnalysis {
  constructor(private readonly terraform: Arguments) {}

  private all(type: string): [string, Arguments][] {
    return Object.entries((this.terraform.resource?.[type] ?? {}) as Record<string, Arguments>);
  }

  /** Whether a Fargate profile takes pods of a namespace with these labels. */
  isOnFargate(namespace: string, labels: Readonly<Record<string, string>>): boolean {
    return this.all("aws_eks_fargate_profile").some(([, { selector }]) =>
      (selector as Arguments[]).some(
        (one) =>
          new RegExp(`^${String(one.namespace).replace(/\*/g, ".*").replace(/\?/g, ".")}$`).test(namespace) &&
          Object.entries(one.labels ?? {}).every(([key, value]) => labels[key] === value),
      ),
    );
  }

  /** How pods of a service account get a role: from the agent of EKS Pod Identity, with a token, or not at all. */
  credentials(namespace: string, account: string): ("agent" | "token")[] {
    const given = [
      ...this.all("aws_eks_pod_identity_association")
        .filter(([, one]) => one.namespace === namespace && one.service_account === account)
        .map(([, { role_arn }]) => String(role_arn)),
      ...this.all("aws_eks_addon").flatMap(([, { pod_identity_association = [] }]) =>
        (pod_identity_association as Arguments[])
          .filter(({ service_account }) => service_account === account)
          .map(({ role_arn }) => String(role_arn)),
      ),
    ];
    const byAgent = given.some((arn) => {
      const trust = this.trustOf(arn);
      return (
        trust.includes("pods.eks.amazonaws.com") &&
        trust.includes(`"aws:RequestTag/kubernetes-namespace":["${namespace}"]`) &&
        trust.includes(`"aws:RequestTag/kubernetes-service-account":["${account}"]`)
      );
    });
    const byToken = this.all("aws_iam_role").some(([, { assume_role_policy }]) =>
      String(assume_role_policy).includes(`"system:serviceaccount:${namespace}:${account}"`),
    );
    const hasProvider = this.all("aws_iam_openid_connect_provider").length > 0;
    return [
      ...(byAgent ? (["agent"] as const) : []),
      ...(byToken && hasProvider ? (["token"] as const) : []),
    ];
  }

  private trustOf(arn: string): string {
    const name = /aws_iam_role\.([^.}]+)\.arn/.exec(arn)?.[1] ?? "";
    return String(this.terraform.resource?.aws_iam_role?.[name]?.assume_role_policy ?? "");
  }

  /** The node pools that run a pod from the start, if it tolerates only the taint of add-ons. */
  get places(): string[] {
    const managed = this.all("aws_eks_node_group")
      .filter(
        ([, one]) => Number(one.scaling_config.min_size) > 0 && !String(one.ami_type).startsWith("WINDOWS"),
      )
      .filter(([, { taint = [] }]) =>
        (taint as Arguments[]).every(
          ({ key, effect }) => effect === "PREFER_NO_SCHEDULE" || key === "CriticalAddonsOnly",
        ),
      );
    const own = this.all("aws_autoscaling_group")
      .filter(([, { min_size }]) => Number(min_size) > 0)
      .map(([name, group]) => [name, this.userDataOf(group)] as const)
      .filter(([, userData]) => !userData.startsWith("<powershell>"))
      .filter(([, userData]) =>
        taintsIn(userData).every((taint) => /:PreferNoSchedule$|^CriticalAddonsOnly=/.test(taint)),
      );
    const autoMode = this.all("aws_eks_cluster").filter(
      ([, { compute_config: compute }]) => compute?.enabled === true && compute.node_pools?.length > 0,
    );
    return [
      ...managed.map(([name]) => `aws_eks_node_group.${name}`),
      ...own.map(([name]) => `aws_autoscaling_group.${name}`),
      ...autoMode.map(([name]) => `aws_eks_cluster.${name}`),
    ];
  }

  /** The literal parts of the user data of an Auto Scaling group. */
  private userDataOf(group: Arguments): string {
    const name = /aws_launch_template\.([\w-]+)\.id/.exec(JSON.stringify(group))?.[1] ?? "";
    const encoded = String(this.terraform.resource.aws_launch_template?.[name]?.user_data ?? "");
    const parts = [...encoded.matchAll(/base64decode\("([^"]*)"\)/g)].map(([, part]) => part);
    return (parts.length > 0 ? parts : [encoded])
      .map((part) => Buffer.from(part, "base64").toString())
      .join("");
  }

  /** Whether nodes accept a TCP port from the control plane. */
  isOpenToControlPlane(port: number): boolean {
    return this.all("aws_vpc_security_group_ingress_rule").some(
      ([
        ,
        { security_group_id: group, referenced_security_group_id: from, ip_protocol: protocol, ...rule },
      ]) =>
        /aws_security_group\.node_groups_security_group/.test(String(group)) &&
        /aws_eks_cluster\.control_plane\.vpc_config/.test(String(from)) &&
        (protocol === "-1" ||
          (protocol === "tcp" && Number(rule.from_port) <= port && port <= Number(rule.to_port))),
    );
  }
}

/** The taints that user data gives a node, as `key=value:effect`: arguments of the kubelet, or settings of Bottlerocket. */
function taintsIn(userData: string): string[] {
  if (!userData.includes("[settings")) {
    return [...userData.matchAll(/--register-with-taints=([^\s"']+)/g)].flatMap(([, taints]) =>
      taints.split(","),
    );
  }
  const { settings } = TOML.parse(userData) as Arguments;
  const byKey = (settings.kubernetes["node-taints"] ?? {}) as Record<string, string[]>;
  return Object.entries(byKey).flatMap(([key, taints]) => taints.map((taint) => `${key}=${taint}`));
}

/** The JSON without one resource. */
export function without(terraform: Arguments, type: string, name: string): Arguments {
  const all = Object.entries(terraform.resource[type] as Record<string, Arguments>);
  const rest = Object.fromEntries(all.filter(([other]) => other !== name));
  return { ...terraform, resource: { ...terraform.resource, [type]: rest } };
}
