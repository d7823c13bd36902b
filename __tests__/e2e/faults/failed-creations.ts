import { type Workspace } from "../support/workspace";
import { type AwsCall } from "./calls";
import { type FaultSource, noFaults } from "./fault-proxy";
import { type FaultyDeployment } from "./faulty-deployment";

/** The error of the injected faults. */
const INJECTED = /UnauthorizedOperation|AccessDenied/;

/**
 * AWS executes the first creation of each kind, and denies the next read of the same service. The creation then fails, and Terraform
 * taints the resource that exists.
 *
 * @param includes - whether an operation can fail
 */
export function failFirstCreations(includes: (operation: string) => boolean): FaultSource {
  const seen = new Set<string>();
  const denied = new Map<string, number>();
  return ({ service, operation, changes }: AwsCall) => {
    const kind = `${service} ${operation}`;
    const left = denied.get(service) ?? 0;
    if (changes) {
      if (includes(operation) && !seen.has(kind)) {
        seen.add(kind);
        denied.set(service, left + 1);
      }
      return {};
    }
    if (left === 0) return {};
    denied.set(service, left - 1);
    return { kind: "denied" };
  };
}

/** The applies that were needed, and the kinds of resources that were tainted before one of them. */
export interface Retries {
  readonly attempts: number;
  readonly tainted: readonly string[];
  /** Errors that were not injected, such as "already exists". */
  readonly unexpected: readonly string[];
}

/** Applies until nothing fails, as a user does: without any command in between. */
export async function applyUntilDone(
  { proxy, workspace }: FaultyDeployment,
  source: FaultSource,
): Promise<Retries> {
  const tainted = new Set<string>();
  const unexpected: string[] = [];
  proxy.use(source);
  for (let attempts = 1; attempts <= 60; attempts++) {
    const { code, output } = await workspace.begin("apply").result;
    for (const [, type] of output.matchAll(/# (aws_\w+)\.\S+ is tainted, so must be replaced/g))
      tainted.add(type);
    const errors = output.split(/^\s*│? ?Error: /m).slice(1);
    unexpected.push(...errors.filter((text) => !INJECTED.test(text)).map((text) => text.slice(0, 600)));
    if (code === 0 || unexpected.length > 0) {
      proxy.use(noFaults);
      return { attempts, tainted: [...tainted].sort(), unexpected };
    }
  }
  throw new Error("60 applies were not enough");
}

/** Taints resources as a failed creation does, and applies. Returns the error, and what the next plan would change. */
export async function replace(
  workspace: Workspace,
  addresses: readonly string[],
): Promise<string | undefined> {
  for (const address of addresses) await workspace.terraform(["taint", "-no-color", address]);
  const { code, output } = await workspace.begin("apply").result;
  if (code !== 0) return output.split("Error:").slice(1).join("Error:").slice(0, 1_500);
  const { empty, text } = await workspace.plan();
  return empty ? undefined : text.slice(0, 3_000);
}
