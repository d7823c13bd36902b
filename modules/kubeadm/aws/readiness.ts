import type {
  AutoscalingGroup,
  AutoscalingGroupInitialLifecycleHook,
} from "@cdktf/provider-aws/lib/autoscaling-group";
import type { AutoscalingLifecycleHookConfig } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
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

/** Ignored changes of a group: another hook in the group replaces it with all machines. {@link readyHook} changes it in place. */
export const ignoredHook = "initial_lifecycle_hook";

/** The same hook as a separate resource. Auto Scaling updates a hook that exists. */
export const readyHook = (group: AutoscalingGroup, minutes: number): AutoscalingLifecycleHookConfig => ({
  ...readinessHook(minutes),
  autoscalingGroupName: group.name,
});

/** The hook as the boot program completes it. */
export const hookOf = (group: string): HookSettings => ({ name: hookName, group });

/**
 * Seconds after which Auto Scaling ends a machine that sends no heartbeat: a dead one. It waits at most for 100 times as long.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html
 */
const leaveSeconds = 120;

/**
 * The hook by which a machine keeps Auto Scaling waiting until its pods have moved, and on the control plane until the others work without
 * it. It is a separate resource, so that Terraform deletes it before the group: then no machine waits while all are destroyed.
 */
export const leaveHook = (group: AutoscalingGroup): AutoscalingLifecycleHookConfig => ({
  name: "leave",
  autoscalingGroupName: group.name,
  lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
  heartbeatTimeout: leaveSeconds,
  defaultResult: "CONTINUE",
});
