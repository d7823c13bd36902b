import { type EksBackend } from "./backend";

/** One call of the EKS API: the variables of its path, its query and its JSON body. */
export interface Call<Body = unknown> {
  readonly eks: EksBackend;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
}
