import type { Arguments } from "../support/synthesized";
import { type Elements, reference, textOf } from "./elements";

/** The second stack of a cluster as JSON: its releases by the name of the program, and the outputs that it reads. */
export class SecondStack {
  constructor(private readonly terraform: Arguments) {}

  /** The values of each program, as the text of an expression. */
  get programs(): ReadonlyMap<string, string> {
    const releases = Object.values(
      (this.terraform.resource?.helm_release ?? {}) as Record<string, Arguments>,
    );
    return new Map(
      releases
        .filter(({ repository }) => repository !== undefined)
        .map(({ name, values }) => [name as string, textOf(values?.[0])]),
    );
  }

  /** Names of the outputs of the first stack that it reads. */
  get outputs(): string[] {
    const text = JSON.stringify(this.terraform);
    return [
      ...new Set([...text.matchAll(/remote_state\.cluster\.outputs\.(\w+)/g)].map(([, name]) => name)),
    ].sort();
  }
}

/** What the programs of the second stack need of the first one, by their JSON alone. Each row is empty if nothing is missing. */
export interface ProgramNeeds {
  readonly source: string;
  readonly missing: (first: Elements, second: SecondStack) => readonly string[];
}

const namespaces: Readonly<Record<string, string>> = {
  "external-dns": "external-dns",
  "cert-manager": "cert-manager",
  "external-secrets": "external-secrets",
};

const nodes = (first: Elements, second: SecondStack, count: number): string[] =>
  second.programs.size === 0 || count > 0 ? [] : [`${textOf(first.terraform.output?.cluster_name)}: a node`];

const isTolerated = (taint: string): boolean =>
  /:PreferNoSchedule$/.test(taint) || taint.startsWith("CriticalAddonsOnly");

/** Programs that call a cloud on their own account, so that they need an identity. */
const callsCloud = (program: string): boolean => program === "external-dns";

/** @see https://learn.microsoft.com/azure/aks/workload-identity-overview */
const aksIdentity: ProgramNeeds = {
  source: "https://learn.microsoft.com/azure/aks/workload-identity-overview",
  missing: (first, second) =>
    [...second.programs].flatMap(([program, values]) => {
      const account = `${namespaces[program]}/${program}`;
      const annotated = values.includes("azure.workload.identity/client-id");
      if (!annotated) return callsCloud(program) ? [`${program}: client id`] : [];
      const credential = first
        .all("azurerm_federated_identity_credential")
        .find(({ args }) => args.subject === `system:serviceaccount:${account.replace("/", ":")}`);
      // azurerm 5 has another name for the argument.
      const parent = credential?.args.parent_id ?? credential?.args.user_assigned_identity_id;
      const identity = first.target(parent, "azurerm_user_assigned_identity");
      const ids = first.terraform.output?.workload_identity_client_ids?.value as Arguments | undefined;
      return [
        ...(identity ? [] : [`${program}: federated identity`]),
        ...(values.includes(`"${account}"`) ? [] : [`${program}: client id of ${account}`]),
        ...(identity && ids?.[account] === reference(identity, "client_id")
          ? []
          : [`${program}: output of the client id`]),
        ...(values.includes('"azure.workload.identity/use" = "true"') ? [] : [`${program}: label of pods`]),
      ];
    }),
};

/** Pools without taints of AKS or of the file, on Linux, with a node from the start. */
const aksNodes: ProgramNeeds = {
  source:
    "https://learn.microsoft.com/azure/aks/use-system-pools, https://learn.microsoft.com/azure/aks/spot-node-pool",
  missing: (first, second) => {
    const pools = [
      ...first.args("azurerm_kubernetes_cluster").map(({ default_node_pool: pool }) => pool as Arguments),
      ...first.args("azurerm_kubernetes_cluster_node_pool"),
    ];
    const fits = ({ os_type, priority, node_taints, min_count, node_count }: Arguments) =>
      os_type !== "Windows" &&
      priority !== "Spot" &&
      ((node_taints ?? []) as string[]).every(isTolerated) &&
      Number(min_count ?? node_count ?? 1) > 0;
    return nodes(first, second, pools.filter(fits).length);
  },
};

/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity */
const gkeIdentity: ProgramNeeds = {
  source: "https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity",
  missing: (first, second) =>
    [...second.programs].flatMap(([program, values]) => {
      const [namespace, name] = [namespaces[program], program];
      const members = ["google_project_iam_member", "google_dns_managed_zone_iam_member"].flatMap((type) =>
        first.args(type),
      );
      const isDirect = members.some(({ member }) =>
        textOf(member).endsWith(`/subject/ns/${namespace}/sa/${name}`),
      );
      if (!values.includes("iam.gke.io/gcp-service-account"))
        return callsCloud(program) && !isDirect ? [`${program}: a role`] : [];
      const impersonates = first
        .args("google_service_account_iam_member")
        .some(
          ({ role, member }) =>
            role === "roles/iam.workloadIdentityUser" && textOf(member).endsWith(`[${namespace}/${name}]`),
        );
      const emails = first.terraform.output?.workload_service_accounts?.value as Arguments | undefined;
      return [
        ...(impersonates ? [] : [`${program}: impersonation`]),
        ...(emails?.[`${namespace}/${name}`] ? [] : [`${program}: output of the account`]),
      ];
    }),
};

/** @see https://docs.cloud.google.com/kubernetes-engine/docs/reference/rest/v1/NodeConfig#ArchitectureTaintBehavior */
const gkeNodes: ProgramNeeds = {
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/reference/rest/v1/NodeConfig",
  missing: (first, second) => {
    const [cluster] = first.args("google_container_cluster");
    const creates = cluster.enable_autopilot === true || cluster.cluster_autoscaling?.enabled === true;
    const fits = ({ node_config: config = {}, autoscaling, initial_node_count, node_count }: Arguments) => {
      const { image_type, taint, guest_accelerator, gvisor, sandbox_config, machine_type } =
        config as Arguments;
      const least = autoscaling?.total_min_node_count ?? autoscaling?.min_node_count;
      return (
        !String(image_type).startsWith("WINDOWS") &&
        !guest_accelerator &&
        !gvisor &&
        !sandbox_config &&
        !/^(t2a|c4a|n4a|ct\d)/.test(String(machine_type)) &&
        ((taint ?? []) as Arguments[]).every(
          ({ key, effect }) => effect === "PREFER_NO_SCHEDULE" || key === "CriticalAddonsOnly",
        ) &&
        Number(least ?? node_count ?? initial_node_count ?? 1) > 0
      );
    };
    const pools = first.args("google_container_node_pool").filter(fits);
    return nodes(first, second, pools.length + Number(creates));
  },
};

/** Whether the machines of the control plane on AWS have a role that scales groups, and groups with a range have the tags. */
function missingOnAws(first: Elements, values: string): string[] {
  const slots = first.all("aws_launch_template").filter(({ name }) => /slot_\d+/.test(name));
  const scales = ({ args }: (typeof slots)[number]): boolean => {
    const profile = first.target(args.iam_instance_profile, "aws_iam_instance_profile");
    const role = first.target(profile?.args.role, "aws_iam_role");
    return first
      .args("aws_iam_role_policy")
      .some(
        ({ role: of, policy }) =>
          role !== undefined &&
          textOf(of).includes(`aws_iam_role.${role.name}.`) &&
          textOf(policy).includes("autoscaling:SetDesiredCapacity"),
      );
  };
  const cluster = /"clusterName" = "([^"]+)"/.exec(values)?.[1];
  const wanted = ["enabled", cluster].map((key) => `k8s.io/cluster-autoscaler/${key}`);
  const isFound = (args: Arguments) => {
    const keys = ((args.tag ?? []) as Arguments[]).map(({ key }) => key as string);
    return wanted.every((key) => keys.includes(key));
  };
  // A group with a fixed size is Terraform's.
  const groups = first
    .all("aws_autoscaling_group")
    .filter(({ name, args }) => !/slot_\d+/.test(name) && args.min_size !== args.max_size);
  return [
    ...(slots.length > 0 && slots.every(scales) ? [] : ["cluster-autoscaler: permissions"]),
    ...(groups.every(({ args }) => isFound(args)) ? [] : ["cluster-autoscaler: tags of groups"]),
  ];
}

/** The same on Google Cloud, where the values have the groups whose size Terraform ignores. */
function missingOnGoogle(first: Elements, values: string): string[] {
  const role = first
    .all("google_project_iam_custom_role")
    .find(({ args }) => textOf(args.permissions).includes("compute.instanceGroupManagers.update"));
  const account = first
    .all("google_compute_instance_template")
    .filter(({ name }) => /slot_\d+/.test(name))
    .map(({ args }) => first.target(args.service_account, "google_service_account"));
  const isBound = first
    .args("google_project_iam_member")
    .some(
      ({ role: of, member }) =>
        role !== undefined &&
        textOf(of).includes(`google_project_iam_custom_role.${role.name}.`) &&
        account.length > 0 &&
        account.every((one) => one !== undefined && textOf(member).includes(`.${one.name}.`)),
    );
  const owned = first
    .all("google_compute_instance_group_manager")
    .filter(({ args }) => textOf(args.lifecycle?.ignore_changes).includes("target_size"))
    .map(({ args }) => `/zones/${args.zone}/instanceGroups/${args.name}"`);
  const listed = [...values.matchAll(/\/zones\/[^"]*"/g)].map(([text]) => text);
  return [
    ...(isBound ? [] : ["cluster-autoscaler: permissions"]),
    ...(owned.sort().join() === listed.sort().join() ? [] : ["cluster-autoscaler: groups"]),
  ];
}

/** The same on Azure, where groups are found by their tags. */
function missingOnAzure(first: Elements, values: string): string[] {
  const role = first
    .all("azurerm_role_definition")
    .find(({ args }) => textOf(args.permissions).includes("Microsoft.Compute/virtualMachineScaleSets/write"));
  const machines = first.all("azurerm_linux_virtual_machine");
  const identities = machines.map(({ args }) =>
    first.target(args.identity, "azurerm_user_assigned_identity"),
  );
  const isAssigned = first
    .args("azurerm_role_assignment")
    .some(
      ({ role_definition_id, principal_id }) =>
        role !== undefined &&
        textOf(role_definition_id).includes(`azurerm_role_definition.${role.name}.`) &&
        identities.length > 0 &&
        identities.every((one) => one !== undefined && textOf(principal_id).includes(`.${one.name}.`)),
    );
  const cluster = /"clusterName" = "([^"]+)"/.exec(values)?.[1];
  const scaled = first
    .args("azurerm_linux_virtual_machine_scale_set")
    .filter(({ lifecycle }) => textOf(lifecycle?.ignore_changes).includes("instances"));
  const isFound = ({ tags = {} }: Arguments) =>
    tags["cluster-autoscaler-enabled"] === "true" && tags["cluster-autoscaler-name"] === cluster;
  return [
    ...(isAssigned ? [] : ["cluster-autoscaler: permissions"]),
    ...(scaled.every(isFound) ? [] : ["cluster-autoscaler: tags of groups"]),
  ];
}

const onCloud = { aws: missingOnAws, gce: missingOnGoogle, azure: missingOnAzure } as const;

/** The Cluster Autoscaler runs on machines of the control plane, whose permissions it uses. */
const kubeadmAutoscaler: ProgramNeeds = {
  source: "https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/cloudprovider",
  missing: (first, second) => {
    const values = second.programs.get("cluster-autoscaler");
    if (values === undefined) return [];
    const cloud = /"cloudProvider" = "(\w+)"/.exec(values)?.[1] as keyof typeof onCloud;
    return [
      ...onCloud[cloud](first, values),
      ...(values.includes('"hostNetwork" = true') ? [] : ["cluster-autoscaler: network of the host"]),
    ];
  },
};

/** What the second stack reads, the first one has. */
const outputs: ProgramNeeds = {
  source: "https://developer.hashicorp.com/terraform/language/state/remote-state-data",
  missing: (first, second) =>
    second.outputs
      .filter((name) => first.terraform.output?.[name] === undefined)
      .map((name) => `output ${name}`),
};

/** By platform. EKS has a separate table of programs, with add-ons. */
export const programNeeds: Readonly<Record<"aks" | "gke" | "kubeadm", readonly ProgramNeeds[]>> = {
  aks: [outputs, aksIdentity, aksNodes],
  gke: [outputs, gkeIdentity, gkeNodes],
  kubeadm: [outputs, kubeadmAutoscaler],
};

/** Everything that the programs of a cluster lack. */
export const missingOfSecond = (
  needs: readonly ProgramNeeds[],
  first: Elements,
  second: SecondStack,
): string[] => needs.flatMap(({ missing }) => missing(first, second));
