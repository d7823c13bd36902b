import { platforms, type PlatformName } from "../modules/environment/platforms";

/** An option of a command. */
export interface Option {
  readonly description: string;
  readonly short?: string;

  /** Name of the value in help, such as `DIR`. If omitted, the option is a flag. */
  readonly argument?: string;

  /** The values to choose from. */
  readonly values?: readonly string[];
}

/** A command: parsing and help come from this table. */
export interface Command {
  /** One line in the list of commands; lower case, no full stop. */
  readonly summary: string;

  /** The operands in help: `[FILE…]`. If omitted, the command has none. */
  readonly operands?: string;

  /** @default any number, if the command has operands */
  readonly maxOperands?: number;

  /** Lines below the summary in the help of the command. */
  readonly details?: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples?: readonly string[];

  /** What exit codes mean, if they differ from {@link exitCodes}. */
  readonly exitCodes?: Readonly<Record<number, string>>;

  /** @default 2 */
  readonly usageErrorCode?: number;
}

/** Options of all commands. */
export const globalOptions = {
  help: { short: "h", description: "print help, also of a command" },
  version: { short: "v", description: "print the version" },
} as const satisfies Readonly<Record<string, Option>>;

/** In the order of their table: the preview is the last one. */
const platformNames = Object.keys(platforms) as readonly PlatformName[];

const strict: Option = { description: "fail if there are warnings" };

const filesAre = [
  "A FILE may be a directory of environment files. If omitted, it is the directory or file in the variable ENVIRONMENTS,",
  'or else "environments". A file, and those that it extends, must be in its directory or below it; the variable',
  "ENVIRONMENTS_ROOT allows a larger one.",
];

const stacksAre = [
  "A STACK is <environment>-<cluster>, and * in it matches any characters. If omitted, all stacks are selected. The",
  'environment files are those in the variable ENVIRONMENTS, or else in "environments".',
];

export const commands = {
  init: {
    summary: "write a first environment file, and in an empty folder a project",
    details: [
      "On a terminal, asks for the options that are omitted, but --cloud. Elsewhere these are required. Existing files are never replaced.",
      'The file is written to "environments", or to the directory in the variable ENVIRONMENTS. Replace each value',
      '"replace-me" in it: "validate" reports an error for those that remain.',
    ],
    options: {
      platform: {
        argument: "NAME",
        values: platformNames,
        description: `${platformNames.slice(0, -1).join(", ")}, or ${platformNames.at(-1)} (preview)`,
      },
      cloud: {
        argument: "CLOUD",
        values: ["aws", "azure", "google"],
        description:
          "with --platform kubeadm: the cloud of the machines; if omitted, that of the region, which must then be a known one",
      },
      region: { argument: "REGION", description: "the region of the cluster, such as eu-central-1" },
      name: { argument: "NAME", description: "name of the environment and its file, such as dev" },
    },
    examples: ["init", "init --platform eks --region eu-central-1 --name dev"],
  },
  validate: {
    summary: "check environment files, and print every problem of every file",
    operands: "[FILE…]",
    details: [
      ...filesAre,
      "",
      "On a terminal, a problem is printed with its line. Otherwise it is one line: FILE:LINE:COLUMN FIELD: MESSAGE [RULE].",
    ],
    options: {
      plan: { description: "also print the peak usage and the capacity of each cluster" },
      format: {
        argument: "FORMAT",
        values: ["text", "json", "sarif", "github"],
        description:
          "text (the default; if given, with lines of the file also outside of a terminal), json, sarif (2.1.0), or github (workflow commands)",
      },
      strict,
    },
    examples: ["validate --plan", "validate environments/production.yaml --format sarif > problems.sarif"],
  },
  show: {
    summary: "print the effective configuration: every value, and where it comes from",
    operands: "[STACK…]",
    details: [
      ...stacksAre,
      "",
      "The output is YAML. The comment of a field is the file and line that set it, or default. Fields without a value have no line.",
    ],
    options: {
      format: { argument: "FORMAT", values: ["text", "json"], description: "text (the default) or json" },
    },
    examples: ["show production-main", "show --format json"],
  },
  export: {
    summary: "write stacks as plain Terraform JSON, for pipelines without CDKTF",
    operands: "[STACK…]",
    details: stacksAre,
    options: {
      out: { argument: "DIR", description: "the output directory, with a folder for each stack (required)" },
      as: {
        argument: "KIND",
        values: ["root", "module", "gitops"],
        description:
          "root (the default), a root module with provider and backend; or module, a child module without them, whose inputs are sizes, version, machine types, access and network ids, and for kubeadm clusters none; or gitops, outputs that describe the cluster to Argo CD and Flux",
      },
      backend: {
        argument: "TYPE",
        description: "with --as root: an empty backend of this type, for terraform init -backend-config=…",
      },
      force: { description: "replace the files of an earlier export; keep all other files" },
      strict,
    },
    exitCodes: {
      0: "success, with or without warnings",
      1: "a file has errors or cannot be written, or all selected stacks were skipped; with --strict: or has warnings",
      2: "invalid command line",
    },
    examples: ["export --out terraform", "export production-main --out terraform-modules --as module"],
  },
  compare: {
    summary: "compare files with an earlier version: what the edit does to running clusters",
    operands: "OLD [NEW]",
    maxOperands: 2,
    details: [
      "OLD and NEW are files, directories, or git:REVISION. If NEW is omitted, it is the directory or file in the variable ENVIRONMENTS, or",
      'else "environments". A revision has the files of that location. Nothing is deployed, and no credentials are needed: the prediction',
      "assumes that OLD is deployed without drift.",
    ],
    options: {
      format: {
        argument: "FORMAT",
        values: ["text", "markdown", "json"],
        description: "text (the default), markdown (for a comment of a pull request), or json",
      },
      allow: {
        argument: "KINDS",
        description:
          "accept destructive changes of these kinds, separated by commas: refused, data-lost, workloads-stopped, cluster-removed",
      },
    },
    examples: ["compare git:main", "compare old/environments environments --format markdown"],
    exitCodes: {
      0: "nothing changes",
      1: "error, or invalid command line",
      2: "clusters change",
      3: "clusters change destructively, and --allow does not accept it",
    },
    usageErrorCode: 1,
  },
  explain: {
    summary: "explain what a deployment does, and how the cluster works afterwards",
    operands: "[STACK…]",
    details: [
      "Reads the environment files alone: without credentials, without network, and before anything is deployed.",
      ...stacksAre,
    ],
    options: {
      format: {
        argument: "FORMAT",
        values: ["terminal", "html", "markdown", "json"],
        description:
          "terminal (the default without --out), html (one page without other files; the default with --out), markdown (with a picture in Mermaid), or json",
      },
      out: { argument: "DIR", description: "write a file for each stack to this directory" },
    },
    examples: [
      "explain production-main",
      "explain --out docs/clusters",
      "explain production-main --format markdown > explanation.md",
    ],
  },
  permissions: {
    summary: "print the permissions that a deployment needs",
    operands: "[STACK…]",
    details: [
      "Derives the permissions of the identity that runs Terraform from the environment files alone: IAM policies for clusters on AWS, custom",
      "roles with their scopes or bindings for clusters on Azure and Google Cloud. Kubeadm clusters have those of their cloud. An apply may",
      "also replace and delete resources. A policy has at most 6,144 characters, so that a stack may need several.",
      ...stacksAre,
    ],
    options: {
      phase: {
        argument: "PHASE",
        values: ["plan", "apply", "destroy"],
        description: "what the identity does: plan, apply or destroy (required)",
      },
      format: {
        argument: "FORMAT",
        values: ["json", "markdown"],
        description: "json (the default) or markdown; without effect on --out, which writes JSON",
      },
      out: { argument: "DIR", description: "write a file for each policy or role to this directory" },
    },
    examples: [
      "permissions production-main --phase plan",
      "permissions production-main --phase apply --out policies",
    ],
  },
  recover: {
    summary: "compare a stack with its cloud after an interrupted apply",
    operands: "STACK",
    maxOperands: 1,
    details: [
      "Prints what exists in the cloud and not in the state, and the reverse, with the commands that import or delete it.",
      "Changes nothing, and needs the command line tool of the cloud: aws, az or gcloud. A STACK is <environment>-<cluster>.",
    ],
    options: {
      state: {
        argument: "FILE",
        description: "the state, such as the output of terraform state pull; default: the local state file",
      },
      "no-state": { description: "Terraform was interrupted before it wrote a state" },
      format: { argument: "KIND", values: ["text", "json"], description: "text (the default) or json" },
    },
    exitCodes: { 0: "nothing to recover", 1: "error, or invalid command line", 2: "something to recover" },
    usageErrorCode: 1,
  },
  software: {
    summary: "list the files that machines of kubeadm clusters download",
    operands: "[STACK…]",
    details: [
      "Prints the SHA-256 and the path of each file, as sha256sum --check reads them. The file is https://PATH; a mirror has it as PATH, the",
      "store of the cluster as assets/PATH. Clusters on other platforms are omitted.",
      ...stacksAre,
    ],
    options: {
      format: { argument: "KIND", values: ["text", "json"], description: "text (the default) or json" },
    },
    examples: ["software production-main", "software --format json"],
  },
  manifests: {
    summary: "write what kubeadm clusters need from charts: the network of pods, drivers",
    operands: "[STACK…]",
    details: [
      "Runs helm template with the values of the file, and writes what it prints to the folder kubeadm.software.manifests: Cilium for",
      '"network.cni: cilium", the CSI driver of Amazon EBS or Azure Disk for "storage.block". Needs Helm, whose path can be in the environment variable HELM.',
      "More values of a chart are in FOLDER/values/CHART.yaml, where FOLDER is that of kubeadm.software.manifests.",
      "Replaces only files that it wrote, and removes those that a cluster does not need any more. Clusters on other platforms are omitted.",
      ...stacksAre,
    ],
    options: {
      charts: {
        argument: "LOCATION",
        description:
          "where the charts are: a folder with the files of helm pull, a repository (https://…) or a registry (oci://…). Default: workloads.charts.repository, or the repository of each chart",
      },
      check: { description: "write nothing, and exit with 1 if a file differs from what the chart has" },
      print: { description: "write nothing, and print the commands of Helm, for a machine that has it" },
      rendered: {
        argument: "FOLDER",
        description:
          "do not run Helm, and read what the commands of --print wrote to this folder. With --print: the folder; default: rendered",
      },
      "chart-version": {
        argument: "CHART=VERSION",
        description:
          "the version of a chart, if none that is known supports the minor of Kubernetes. Later runs keep it",
      },
    },
    exitCodes: {
      0: "success",
      1: "a file has errors or cannot be written, Helm fails, or no version of a chart is known; with --check: or a file differs",
      2: "invalid command line",
    },
    examples: ["manifests production-main", "manifests --check", "manifests production-main --print"],
  },
  fields: {
    summary: "document the fields of environment files",
    operands: "[FIELD]",
    maxOperands: 1,
    details: [
      "A FIELD is a path such as nodeGroups.size. If omitted, the fields of the first level are listed.",
    ],
    options: {
      platform: {
        argument: "NAME",
        values: platformNames,
        description: "only the fields of this platform",
      },
    },
    examples: ["fields nodeGroups.size", "fields network --platform aks"],
  },
  versions: {
    summary: "print the known versions and machine types, their age, and the ends of support",
    details: [
      "Prints what this version of the program knows of each platform, with the day and the source of each table, and what facts.yaml next to the",
      'environment files adds. These are in the variable ENVIRONMENTS, or else in "environments".',
    ],
    options: {
      platform: {
        argument: "NAME",
        values: platformNames,
        description: "only this platform",
      },
      format: {
        argument: "FORMAT",
        values: ["text", "json"],
        description: "text (the default), or json (with all rows)",
      },
    },
    examples: ["versions --platform eks", "versions --format json"],
  },
  completion: {
    summary: "print the completion of a shell",
    operands: "SHELL",
    details: [
      "A SHELL is bash, zsh or fish. The script completes commands, options, their values, stacks and fields.",
      "",
      "  bash: source <(npx cdktf-clusters completion bash)",
      "  zsh:  source <(npx cdktf-clusters completion zsh)",
      "  fish: npx cdktf-clusters completion fish | source",
    ],
    options: {},
    examples: ["completion bash > /etc/bash_completion.d/cdktf-clusters"],
  },
  help: {
    summary: "print this text, or the help of a command",
    operands: "[COMMAND]",
    maxOperands: 1,
    options: {},
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

/** The table by name, with the type that all rows have. */
export const commandTable: Readonly<Record<CommandName, Command>> = commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

/** What exit codes mean. */
export const exitCodes: Readonly<Record<number, string>> = {
  0: "success, with or without warnings",
  1: "a file has errors or cannot be written; with --strict: or has warnings",
  2: "invalid command line",
};
