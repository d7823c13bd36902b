import type { Config, StackView } from "./model";

/** The actions that the provider calls for one resource type. Reading is part of every operation. */
export interface ResourceActions {
  readonly read: readonly string[];
  readonly create?: readonly string[];
  readonly update?: readonly string[];
  readonly delete?: readonly string[];

  /** Actions that only some arguments need: whether a resource has these arguments. An update needs the action in any case. */
  readonly when?: Readonly<Record<string, (config: Config, view: StackView) => boolean>>;

  /** File of the provider that calls them. */
  readonly source: string;
}

export const provider = "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service";

/** Actions with the service as prefix: `ec2("CreateVpc")`. */
export const actionsOf =
  (service: string) =>
  (...names: readonly string[]): string[] =>
    names.map((name) => `${service}:${name}`);

/** Whether a resource has an argument. */
export const has =
  (argument: string) =>
  (config: Config): boolean => {
    const value = config[argument];
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  };
