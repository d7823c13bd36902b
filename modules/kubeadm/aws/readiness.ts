import type { AutoscalingGroupInitialLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-group";
import type { HookSettings } from "../boot/settings";

/** Name of the hook that keeps a new machine from service until it is a node. */
const hookName = "ready";

/** Longest time of a hook in seconds, after which Auto Scaling terminates the machine. */
const longest = 7200;

/**
 * The hook for new machines of a group. Terraform counts only machines in service, so that an apply waits for the boot program, or ends
 * with an error after its time. A hook in the group exists before the first machine; a separate resource would be too late.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html
 */
export function readinessHook(minutes: number): AutoscalingGroupInitialLifecycleHook {
  return {
    name: hookName,
    lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
    heartbeatTimeout: Math.min(minutes * 60, longest),
    defaultResult: "ABANDON",
  };
}

/** The hook as the boot program completes it. */
export const hookOf = (group: string): HookSettings => ({ name: hookName, group });
