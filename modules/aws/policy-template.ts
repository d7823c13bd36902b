import { ec2ServicePrincipal, partitionOf } from "./regions";
import type { Conditions, Statement } from "./statement";

/**
 * An IAM policy in the format of AWS, with placeholders such as `{cluster}` in strings and in keys of conditions. The files
 * `*-policy.json` next to the controllers have this type.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface PolicyTemplate {
  readonly Statement: readonly StatementTemplate[];
}

interface StatementTemplate {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: object;
}

/**
 * The statements of a template with values in place of its placeholders. `{partition}`, `{region}` and `{ec2Service}` follow
 * from the region.
 *
 * @throws Error if a placeholder has no value.
 */
export function fillPolicy(
  template: PolicyTemplate,
  region: string,
  values: Readonly<Record<string, string>> = {},
): Statement[] {
  const all: Readonly<Record<string, string>> = {
    partition: partitionOf(region),
    region,
    ec2Service: ec2ServicePrincipal(region),
    ...values,
  };
  const fillText = (text: string) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      if (!Object.hasOwn(all, name)) throw new Error(`no value for ${placeholder} of a policy`);
      return all[name];
    });
  // Two placeholders of a list can have the same value.
  const fillList = (list: readonly string[]) => [...new Set(list.map(fillText))];
  const fillConditions = (conditions: object): Conditions =>
    mapEntries(conditions, (keys) =>
      mapEntries(keys as object, (list) => fillList(list as string[]), fillText),
    );

  return template.Statement.map(({ Sid, Action, Resource, Condition }) => ({
    sid: Sid,
    actions: Action,
    resources: fillList(Resource),
    conditions: Condition && fillConditions(Condition),
  }));
}

function mapEntries<T>(
  map: object,
  value: (value: unknown) => T,
  key: (key: string) => string = (name) => name,
): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([name, member]) => [key(name), value(member)]));
}
