import type { Path, Problem } from "../cluster/problem";

/** Fields that Terraform has and files must not: where the value belongs instead, by backend type or provider, and field. */
const secrets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  s3: {
    accessKey: "AWS_ACCESS_KEY_ID",
    secretKey: "AWS_SECRET_ACCESS_KEY",
    token: "AWS_SESSION_TOKEN",
    sseCustomerKey: "AWS_SSE_CUSTOMER_KEY",
  },
  azurerm: {
    accessKey: "ARM_ACCESS_KEY",
    sasToken: "ARM_SAS_TOKEN",
    clientSecret: "ARM_CLIENT_SECRET",
    clientCertificate: "ARM_CLIENT_CERTIFICATE",
    clientCertificatePassword: "ARM_CLIENT_CERTIFICATE_PASSWORD",
    oidcToken: "ARM_OIDC_TOKEN",
    oidcRequestToken: "ARM_OIDC_REQUEST_TOKEN",
  },
  gcs: {
    credentials: "GOOGLE_BACKEND_CREDENTIALS or GOOGLE_APPLICATION_CREDENTIALS",
    accessToken: "GOOGLE_OAUTH_ACCESS_TOKEN",
    encryptionKey: "GOOGLE_ENCRYPTION_KEY",
  },
  cloud: { token: "TF_TOKEN_app_terraform_io (TF_TOKEN_ and the host, with _ for its dots)" },
  remote: { token: "TF_TOKEN_app_terraform_io (TF_TOKEN_ and the host, with _ for its dots)" },
  http: {
    username: "TF_HTTP_USERNAME",
    password: "TF_HTTP_PASSWORD",
    clientPrivateKeyPem: "TF_HTTP_CLIENT_PRIVATE_KEY_PEM",
  },
  pg: { connStr: "PG_CONN_STR" },
  aws: {
    accessKey: "AWS_ACCESS_KEY_ID",
    secretKey: "AWS_SECRET_ACCESS_KEY",
    token: "AWS_SESSION_TOKEN",
  },
  google: {
    credentials: "GOOGLE_APPLICATION_CREDENTIALS",
    accessToken: "GOOGLE_OAUTH_ACCESS_TOKEN",
  },
};

/**
 * Says of an unknown field that is a secret where it belongs.
 *
 * @param owner - type of the backend, or name of the provider, that the problem is about
 */
export function withoutSecrets(problem: Problem, owner: string): Problem {
  const variable = problem.atKey === true ? variableFor(owner, problem.path) : undefined;
  if (variable === undefined) return problem;
  return { ...problem, message: `no file holds secrets: set ${variable} where Terraform runs` };
}

function variableFor(owner: string, path: Path): string | undefined {
  const field = String(path.at(-1)).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const known = secrets[owner] ?? {};
  return Object.hasOwn(known, field) ? known[field] : undefined;
}

/** The environment variables that secrets belong into. */
export function secretVariables(): string[] {
  const hints = Object.values(secrets).flatMap((fields) => Object.values(fields));
  return [...new Set(hints.flatMap((hint) => hint.match(/\b[A-Z]+(?:_[A-Za-z]+)+\b/g) ?? []))];
}
