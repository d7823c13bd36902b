import { defineProblems, type Path, type Problem } from "../cluster/problem";

const report = defineProblems("secrets", {
  /**
   * The file has no credentials: Terraform reads them from environment variables.
   *
   * @remarks Decision of this project: files are committed, and all values in them end up in the Terraform JSON.
   */
  "not-in-file": "error",
});

/** Where a secret is set instead of in the file. */
interface Place {
  /** The environment variables that it is read from. */
  readonly variables: readonly string[];

  /** Replaces their names in the message, if these do not explain enough. */
  readonly hint?: string;
}

const only = (variable: string): Place => ({ variables: [variable] });

const tokenOfHost: Place = {
  variables: ["TF_TOKEN_app_terraform_io"],
  hint: "TF_TOKEN_app_terraform_io (TF_TOKEN_ and the host, with _ for its dots)",
};

/** Fields that Terraform has and the file must not have, by backend type or provider, and field. */
export const secrets: Readonly<Record<string, Readonly<Record<string, Place>>>> = {
  s3: {
    accessKey: only("AWS_ACCESS_KEY_ID"),
    secretKey: only("AWS_SECRET_ACCESS_KEY"),
    token: only("AWS_SESSION_TOKEN"),
    sseCustomerKey: only("AWS_SSE_CUSTOMER_KEY"),
  },
  azurerm: {
    accessKey: only("ARM_ACCESS_KEY"),
    sasToken: only("ARM_SAS_TOKEN"),
    clientSecret: only("ARM_CLIENT_SECRET"),
    clientCertificate: only("ARM_CLIENT_CERTIFICATE"),
    clientCertificatePassword: only("ARM_CLIENT_CERTIFICATE_PASSWORD"),
    oidcToken: only("ARM_OIDC_TOKEN"),
    oidcRequestToken: only("ARM_OIDC_REQUEST_TOKEN"),
  },
  gcs: {
    credentials: { variables: ["GOOGLE_BACKEND_CREDENTIALS", "GOOGLE_APPLICATION_CREDENTIALS"] },
    accessToken: only("GOOGLE_OAUTH_ACCESS_TOKEN"),
    encryptionKey: only("GOOGLE_ENCRYPTION_KEY"),
  },
  cloud: { token: tokenOfHost },
  remote: { token: tokenOfHost },
  http: {
    username: only("TF_HTTP_USERNAME"),
    password: only("TF_HTTP_PASSWORD"),
    clientPrivateKeyPem: only("TF_HTTP_CLIENT_PRIVATE_KEY_PEM"),
  },
  pg: { connStr: only("PG_CONN_STR") },
  aws: {
    accessKey: only("AWS_ACCESS_KEY_ID"),
    secretKey: only("AWS_SECRET_ACCESS_KEY"),
    token: only("AWS_SESSION_TOKEN"),
  },
  google: {
    credentials: only("GOOGLE_APPLICATION_CREDENTIALS"),
    accessToken: only("GOOGLE_OAUTH_ACCESS_TOKEN"),
  },
};

/**
 * If a problem is about an unknown field that is a secret, reports instead where to set the secret.
 *
 * @param owner - type of the backend, or name of the provider
 */
export function withoutSecrets(problem: Problem, owner: string): Problem {
  const place = problem.atKey === true ? placeFor(owner, problem.path) : undefined;
  if (place === undefined) return problem;
  const { variables, hint = variables.join(" or ") } = place;
  const { path, atKey } = problem;
  return report["not-in-file"](path, `secrets are not supported in files: set ${hint} where Terraform runs`, {
    atKey,
  });
}

function placeFor(owner: string, path: Path): Place | undefined {
  const field = String(path.at(-1)).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const known = secrets[owner] ?? {};
  return Object.hasOwn(known, field) ? known[field] : undefined;
}
