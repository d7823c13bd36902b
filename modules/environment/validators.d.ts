/** A check of a value, and the errors that its last call found. */
interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly object[] | null;
}

// The code is generated from environment.schema.json and not in Git: see scripts/validators.js.
export const Environment: Validator;

export const EksClusterSpec: Validator;
export const AksClusterSpec: Validator;
export const GkeClusterSpec: Validator;
export const KubeadmClusterSpec: Validator;

export const LocalBackendSpec: Validator;
export const S3BackendSpec: Validator;
export const AzurermBackendSpec: Validator;
export const GcsBackendSpec: Validator;
export const CloudBackendSpec: Validator;
export const RemoteBackendSpec: Validator;
export const HttpBackendSpec: Validator;
export const PgBackendSpec: Validator;
