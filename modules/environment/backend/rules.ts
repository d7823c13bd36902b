import { error, type Path, type Problem, warning } from "../../cluster/problem";
import { isWhole, shown } from "../../cluster/values";
import { nearest } from "../../cluster/nearest";
import { backendOf, placeholders, stateField, type StackName } from "./state";
import type { BackendSpec } from "./types";

/** What is wrong with a backend of right structure; paths start at the backend. */
export function backendProblems(backend: BackendSpec, stacks: readonly StackName[]): Problem[] {
  const literal = literalProblems(backend);
  if (literal.length > 0) return literal;
  const words = placeholderProblems(backend);
  if (words.length > 0) return words;

  const sharing = stateIsOfOneStack(backend, stacks);
  const each = stacks.length > 0 ? stacks : [{ environment: "e", stack: "e-c" }];
  return [...sharing, ...each.flatMap((name) => fieldProblems(backendOf(backend, name)))];
}

/** [Terraform: backend configuration] a backend block takes no named values. */
function literalProblems(value: unknown, path: Path = []): Problem[] {
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

/** Braces stand for placeholders alone, and only in fields that say where state is. */
function placeholderProblems(backend: BackendSpec): Problem[] {
  const known = Object.keys(placeholders);
  const templated = [stateField(backend), "lockAddress", "unlockAddress"];
  return Object.entries(backend).flatMap(([field, value]) => {
    if (typeof value !== "string") return [];
    return [...value.matchAll(/\{([^{}]*)\}|[{}]/g)].flatMap(([whole, word]) => {
      if (!templated.includes(field)) {
        return [error([field], `is the same for all stacks, so that ${whole} means nothing in it`)];
      }
      if (word !== undefined && known.includes(word)) return [];
      const meant = nearest(word ?? "", known);
      const advice =
        meant === undefined
          ? `known: ${known.map((name) => `{${name}}`).join(", ")}`
          : `did you mean {${meant}}?`;
      return [error([field], `unknown placeholder ${whole}; ${advice}`)];
    });
  });
}

/** Two stacks on one state would take each other's clusters down. */
function stateIsOfOneStack(backend: BackendSpec, stacks: readonly StackName[]): Problem[] {
  const field = stateField(backend) as keyof BackendSpec;
  return ["lockAddress", "unlockAddress", field].flatMap((name) => {
    const places = stacks.map((stack) => (backendOf(backend, stack) as unknown as Fields)[name]);
    if (places[0] === undefined || new Set(places).size === stacks.length) return [];
    return [
      error(
        [name],
        `must tell stacks apart, got ${shown(places[0])} for ${stacks.length} of them; use {stack}`,
      ),
    ];
  });
}

type Fields = Readonly<Record<string, unknown>>;

// --- Fields -----------------------------------------------------------------------------------------------------

/** A field's form: what it must match, and what is said when it does not. */
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

/**
 * Sources: [S3] naming rules of buckets, limits of object keys; [Azure] naming rules of resources, Storage; [GCS] bucket names;
 * [HCP Terraform] names of workspaces; [PostgreSQL] identifiers.
 */
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
      "must be 1 to 63 characters, not begin with pg_ and have no quotes",
    ],
  },
};

function fieldProblems(backend: BackendSpec): Problem[] {
  const fields = backend as unknown as Fields;
  const faults = Object.entries(forms[backend.type]).flatMap(([field, [pattern, rule]]) => {
    const value = fields[field];
    return typeof value === "string" && !pattern.test(value)
      ? [error([field], `${rule}, got ${shown(value)}`)]
      : [];
  });
  return [...faults, ...moreOf(backend)];
}

/** What takes more than one field, or more than a pattern. */
function moreOf(backend: BackendSpec): Problem[] {
  switch (backend.type) {
    case "s3":
      return [
        ...accountProblems(backend),
        ...(backend.assumeRole ? roleProblems(backend.assumeRole, ["assumeRole"]) : []),
        ...(backend.useLockfile === false
          ? [warning(["useLockfile"], "nothing keeps two runs apart: each may undo what the other did")]
          : []),
      ];
    case "gcs":
      return !backend.bucket.includes(".") && backend.bucket.length > 63
        ? [error(["bucket"], `must be at most 63 characters without dots, got ${backend.bucket.length}`)]
        : [];
    case "http":
      return httpProblems(backend);
    default:
      return [];
  }
}

/** Ids of accounts, as the S3 backend and the AWS provider take them. */
export function accountProblems(guard: {
  readonly allowedAccountIds?: readonly string[];
  readonly forbiddenAccountIds?: readonly string[];
}): Problem[] {
  const both = guard.allowedAccountIds !== undefined && guard.forbiddenAccountIds !== undefined;
  return [
    ...(both ? [error(["forbiddenAccountIds"], "excludes allowedAccountIds: say one of the two")] : []),
    ...(["allowedAccountIds", "forbiddenAccountIds"] as const).flatMap((field) => {
      const ids = guard[field];
      if (!Array.isArray(ids)) return [];
      if (ids.length === 0)
        return [error([field], "must have at least one account; an empty list guards nothing")];
      return ids.flatMap((id: string, i) =>
        /^\d{12}$/.test(id) || id.includes("${")
          ? []
          : [error([field, i], `must be the 12 digits of an account, got ${shown(id)}`)],
      );
    }),
  ];
}

/** [AWS: STS] AssumeRole. */
export function roleProblems(
  role: { readonly roleArn: string; readonly sessionName?: string; readonly externalId?: string },
  path: Path,
): Problem[] {
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

function httpProblems(backend: Extract<BackendSpec, { readonly type: "http" }>): Problem[] {
  const urls = (["address", "lockAddress", "unlockAddress"] as const).flatMap((field) => {
    const text = backend[field];
    return text === undefined ? [] : urlProblems(text).map((found) => ({ ...found, path: [field] }));
  });
  const waits = (["retryMax", "retryWaitMin", "retryWaitMax"] as const).flatMap((field) => {
    const value = backend[field];
    return value === undefined || isWhole(value, 0)
      ? []
      : [error([field], `must be a whole number of at least 0, got ${shown(value)}`)];
  });
  const { retryWaitMin: least = 1, retryWaitMax: most = 30 } = backend;
  const order =
    waits.length === 0 && most < least
      ? [error(["retryWaitMax"], `must be at least retryWaitMin (${least}), got ${most}`)]
      : [];
  return [...urls, ...waits, ...order];
}

function urlProblems(text: string): Problem[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return [error([], `must be a URL such as https://state.example.com/{stack}, got ${shown(text)}`)];
  }
  if (url.username !== "" || url.password !== "") {
    return [
      error([], "must be without user and password: set TF_HTTP_USERNAME and TF_HTTP_PASSWORD instead"),
    ];
  }
  const here = /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
  return url.protocol === "http:" && !here
    ? [warning([], "state goes over the network in clear text, and so do the secrets in it: use https")]
    : [];
}
