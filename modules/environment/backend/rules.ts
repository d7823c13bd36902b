import { error, type Finding, type Path, type Problem, warning } from "../../cluster/problem";
import { checkRules, defineRules } from "../../cluster/rules/define-rules";
import { isWhole, shown } from "../../cluster/values";
import { nearest } from "../../cluster/nearest";
import { backendOf, placeholders, stateField, type StackName } from "./state";
import type { BackendSpec } from "./types";

/** All problems of a backend whose structure is valid; paths start at the backend. */
export function backendProblems(backend: BackendSpec, stacks: readonly StackName[]): Problem[] {
  // The later rules need the values of the earlier ones.
  const texts = checkRules(textRules, backend, undefined);
  if (texts.length > 0) return texts.filter(({ rule }) => rule === texts[0].rule);

  const names = stacks.length > 0 ? stacks : [{ environment: "e", stack: "e-c" }];
  return [
    ...checkRules(stateRules, backend, stacks),
    ...names.flatMap((name) => checkRules(fieldRules, backendOf(backend, name), undefined)),
  ];
}

const textRules = defineRules<BackendSpec, undefined>("backend", {
  /**
   * A backend has literals only: Terraform reads it before it knows any variable.
   *
   * @see https://developer.hashicorp.com/terraform/language/backend#define-a-backend-block
   */
  literals(backend) {
    return literalProblems(backend);
  },

  /**
   * Braces are `{stack}`, `{environment}` or `{cluster}`, and only in fields that locate the state.
   *
   * @remarks Decision of this project: all stacks of an environment share one backend block.
   */
  placeholders(backend) {
    return placeholderProblems(backend);
  },
});

const stateRules = defineRules<BackendSpec, readonly StackName[]>("backend", {
  /**
   * Each stack has a separate state, and a separate lock.
   *
   * @see https://developer.hashicorp.com/terraform/language/state
   */
  "state-per-stack"(backend, stacks) {
    return stateProblems(backend, stacks);
  },
});

const fieldRules = defineRules<BackendSpec, undefined>("backend", {
  /**
   * Names and ids have the form that the service accepts. Sources per service: naming rules of S3 buckets and object keys, of Azure
   * Storage, of Cloud Storage buckets, of HCP Terraform workspaces, of PostgreSQL identifiers.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   * @see https://cloud.google.com/storage/docs/buckets#naming
   * @see https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create#workspace-naming
   * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
   */
  "field-forms"(backend) {
    return formProblems(backend);
  },

  /**
   * The account guard has ids of 12 digits, and either allows or forbids.
   *
   * @see https://developer.hashicorp.com/terraform/language/backend/s3
   */
  accounts(backend) {
    return backend.type === "s3" ? accountProblems(backend) : [];
  },

  /**
   * The role to assume, its session name and external id have the form of the AWS API.
   *
   * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
   */
  "assume-role"(backend) {
    return backend.type === "s3" && backend.assumeRole
      ? roleProblems(backend.assumeRole, ["assumeRole"])
      : [];
  },

  /**
   * The state is locked while Terraform changes it.
   *
   * @see https://developer.hashicorp.com/terraform/language/state/locking
   */
  locking(backend) {
    return backend.type === "s3" && backend.useLockfile === false
      ? [
          warning(
            ["useLockfile"],
            "two runs at the same time are not prevented: each can undo the other's changes",
          ),
        ]
      : [];
  },

  /**
   * URLs are valid and without credentials, and use TLS unless the host is local.
   *
   * @see https://developer.hashicorp.com/terraform/language/backend/http
   */
  urls(backend) {
    if (backend.type !== "http") return [];
    return (["address", "lockAddress", "unlockAddress"] as const).flatMap((field) => {
      const text = backend[field];
      return text === undefined ? [] : urlProblems(text).map((found) => ({ ...found, path: [field] }));
    });
  },

  /**
   * Numbers of retries and seconds between them are whole numbers, the longest wait not below the shortest.
   *
   * @see https://developer.hashicorp.com/terraform/language/backend/http
   */
  retries(backend) {
    return backend.type === "http" ? retryProblems(backend) : [];
  },
});

function literalProblems(value: unknown, path: Path = []): Finding[] {
  if (typeof value === "string") {
    return /[$%]\{/.test(value)
      ? [
          error(
            path,
            `must be a literal, got ${shown(value)}: Terraform reads a backend before it knows any variable`,
          ),
        ]
      : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    literalProblems(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function placeholderProblems(backend: BackendSpec): Finding[] {
  const known = Object.keys(placeholders);
  const templated = [stateField(backend), "lockAddress", "unlockAddress"];
  return Object.entries(backend).flatMap(([field, value]) => {
    if (typeof value !== "string") return [];
    return [...value.matchAll(/\{([^{}]*)\}|[{}]/g)].flatMap(([whole, name]) => {
      if (!templated.includes(field)) {
        return [error([field], `is the same for all stacks: ${whole} is not supported in it`)];
      }
      if (name !== undefined && known.includes(name)) return [];
      const intended = nearest(name ?? "", known);
      const advice =
        intended === undefined
          ? `known: ${known.map((placeholder) => `{${placeholder}}`).join(", ")}`
          : `did you mean {${intended}}?`;
      return [error([field], `unknown placeholder ${whole}; ${advice}`)];
    });
  });
}

function stateProblems(backend: BackendSpec, stacks: readonly StackName[]): Finding[] {
  const field = stateField(backend) as keyof BackendSpec;
  return ["lockAddress", "unlockAddress", field].flatMap((name) => {
    const places = stacks.map((stack) => (backendOf(backend, stack) as unknown as Fields)[name]);
    if (places[0] === undefined || new Set(places).size === stacks.length) return [];
    return [
      error(
        [name],
        `must be different for each stack, got ${shown(places[0])} for ${stacks.length} of them; use {stack}`,
      ),
    ];
  });
}

type Fields = Readonly<Record<string, unknown>>;

// --- Fields -----------------------------------------------------------------------------------------------------

/** A field's form: what it must match, and the message if it does not. */
type Form = readonly [pattern: RegExp, rule: string];

const uuid: Form = [
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  "must be a UUID such as 00000000-0000-0000-0000-000000000000",
];
const hostname: Form = [
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d+)?$/i,
  "must be a host without scheme and path, such as app.terraform.io",
];
const workspace: Form = [/^[\w-]{1,90}$/, "must be 1 to 90 letters, digits, _ and -"];
const organization: Form = [/^[A-Za-z0-9][\w-]*$/, "must be letters, digits, _ and -"];
const email: Form = [
  /^[a-z0-9-]+@[a-z0-9.:-]+\.gserviceaccount\.com$/,
  "must be the e-mail address of a service account, such as terraform@project.iam.gserviceaccount.com",
];

const forms: { readonly [Type in BackendSpec["type"]]: Readonly<Record<string, Form>> } = {
  local: {
    path: [
      /^(?!\/|~|[A-Za-z]:|.*\/$)(?!(\.\/)*cdktf\.out(\/|$))[^\\]+$/,
      "must be a relative path of a file from the project's folder, outside of cdktf.out",
    ],
  },
  s3: {
    bucket: [
      /^(?!\d+\.\d+\.\d+\.\d+$)(?!xn--)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      "must be 3 to 63 lower-case letters, digits, . and -, with a letter or digit at both ends",
    ],
    region: [/^[a-z]{2}(-[a-z]+)+-\d$/, "must be a region such as eu-central-1"],
    key: [
      /^(?!\/)(?!.*\/$)(?!.*\/\/).{1,1000}$/,
      "must be 1 to 1000 characters, without / at an end or two in a row",
    ],
    kmsKeyId: [/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/.+$/, "must be the ARN of a KMS key"],
  },
  azurerm: {
    storageAccountName: [/^[a-z0-9]{3,24}$/, "must be 3 to 24 lower-case letters and digits"],
    containerName: [
      /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
      "must be 3 to 63 lower-case letters, digits and single -, with a letter or digit at both ends",
    ],
    key: [
      /^(?!\/)(?!.*[/.]$).{1,1024}$/,
      "must be 1 to 1024 characters, without / at an end or a dot at the last one",
    ],
    resourceGroupName: [
      /^[\w.()-]{0,89}[\w()-]$/,
      "must be 1 to 90 letters, digits and _.()-, and not end in a dot",
    ],
    subscriptionId: uuid,
    tenantId: uuid,
    clientId: uuid,
  },
  gcs: {
    bucket: [
      /^(?!goog)(?!.*\.\.)[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/,
      "must be 3 to 63 lower-case letters, digits, -, _ and . (222 with dots), with a letter or digit at both ends",
    ],
    prefix: [
      /^(?!\/)(?!.*\/$)(?!.*\/\/).{1,1000}$/,
      "must be 1 to 1000 characters, without / at an end or two in a row",
    ],
    kmsEncryptionKey: [
      /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/,
      "must be projects/…/locations/…/keyRings/…/cryptoKeys/…",
    ],
    impersonateServiceAccount: email,
  },
  cloud: {
    organization,
    hostname,
    workspace,
    project: [/^[\w -]{3,40}$/, "must be 3 to 40 letters, digits, blanks, _ and -"],
  },
  remote: { organization, hostname, workspace },
  http: {},
  pg: {
    schemaName: [
      /^(?!pg_)[^"\0]{1,63}$/,
      "must be 1 to 63 characters, not start with pg_ and have no quotes",
    ],
  },
};

function formProblems(backend: BackendSpec): Finding[] {
  const fields = backend as unknown as Fields;
  const isLongBucket = backend.type === "gcs" && !backend.bucket.includes(".") && backend.bucket.length > 63;
  if (isLongBucket) {
    return [error(["bucket"], `must be at most 63 characters without dots, got ${backend.bucket.length}`)];
  }
  return Object.entries(forms[backend.type]).flatMap(([field, [pattern, rule]]) => {
    const value = fields[field];
    return typeof value === "string" && !pattern.test(value)
      ? [error([field], `${rule}, got ${shown(value)}`)]
      : [];
  });
}

/** Checks the account guard of the S3 backend or the AWS provider. */
export function accountProblems(guard: {
  readonly allowedAccountIds?: readonly string[];
  readonly forbiddenAccountIds?: readonly string[];
}): Finding[] {
  const both = guard.allowedAccountIds !== undefined && guard.forbiddenAccountIds !== undefined;
  return [
    ...(both ? [error(["forbiddenAccountIds"], "excludes allowedAccountIds: set one of the two")] : []),
    ...(["allowedAccountIds", "forbiddenAccountIds"] as const).flatMap((field) => {
      const ids = guard[field];
      if (!Array.isArray(ids)) return [];
      if (ids.length === 0)
        return [error([field], "must have at least one account; an empty list has no effect")];
      return ids.flatMap((id: string, i) =>
        /^\d{12}$/.test(id) || id.includes("${")
          ? []
          : [error([field, i], `must be the 12 digits of an account, got ${shown(id)}`)],
      );
    }),
  ];
}

/** Checks a role that the S3 backend or the AWS provider assumes. */
export function roleProblems(
  role: { readonly roleArn: string; readonly sessionName?: string; readonly externalId?: string },
  path: Path,
): Finding[] {
  const form: Readonly<Record<string, Form>> = {
    roleArn: [/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, "must be the ARN of a role"],
    sessionName: [/^[\w+=,.@-]{2,64}$/, "must be 2 to 64 letters, digits and +=,.@_-"],
    externalId: [/^[\w+=,.@:/-]{2,1224}$/, "must be 2 to 1224 letters, digits and +=,.@:/_-"],
  };
  return Object.entries(form).flatMap(([field, [pattern, rule]]) => {
    const value = (role as Fields)[field];
    if (typeof value !== "string" || value.includes("${") || pattern.test(value)) return [];
    return [error([...path, field], `${rule}, got ${shown(value)}`)];
  });
}

function retryProblems(backend: Extract<BackendSpec, { readonly type: "http" }>): Finding[] {
  const numbers = (["retryMax", "retryWaitMin", "retryWaitMax"] as const).flatMap((field) => {
    const value = backend[field];
    return value === undefined || isWhole(value, 0)
      ? []
      : [error([field], `must be a whole number of at least 0, got ${shown(value)}`)];
  });
  const { retryWaitMin: least = 1, retryWaitMax: most = 30 } = backend;
  return numbers.length > 0 || most >= least
    ? numbers
    : [error(["retryWaitMax"], `must be at least retryWaitMin (${least}), got ${most}`)];
}

function urlProblems(text: string): Finding[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return [error([], `must be a URL such as https://state.example.com/{stack}, got ${shown(text)}`)];
  }
  if (url.username !== "" || url.password !== "") {
    return [error([], "must not have user and password: set TF_HTTP_USERNAME and TF_HTTP_PASSWORD instead")];
  }
  const here = /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
  return url.protocol === "http:" && !here
    ? [warning([], "the state and its secrets are sent over the network in clear text: use https")]
    : [];
}
