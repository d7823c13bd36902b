"""Adds to moto's Auto Scaling what groups with launching lifecycle hooks or an existing network interface need."""

from moto.autoscaling.exceptions import ValidationError
from moto.autoscaling.models import AutoScalingBackend, FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import EmptyResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.instances import Instance, InstanceBackend
from moto.ec2.responses import EC2Response

launch = FakeAutoScalingGroup.replace_autoscaling_group_instances
delete_group = AutoScalingBackend.delete_auto_scaling_group
run_instances = InstanceBackend.run_instances
terminate = Instance.terminate

LAUNCHING = "autoscaling:EC2_INSTANCE_LAUNCHING"
WAITING = "Pending:Wait"
VERSION = "2016-11-15"


def is_true(value):
    return str(value).lower() == "true"


def hooks_of(group):
    hooks = group.autoscaling_backend.lifecycle_hooks.values()
    return {hook.name for hook in hooks if hook.auto_scaling_group_name == group.name and hook.lifecycle_transition == LAUNCHING}


def launch_waiting(self, count_needed, propagated_tags):
    """Moto puts every instance into service at once. With a launching hook, it waits until the hook is completed."""
    before = {state.instance_id for state in self.instance_states}
    launch(self, count_needed, propagated_tags)
    for state in self.instance_states:
        if state.instance_id not in before and hooks_of(self):
            state.lifecycle_state = WAITING
            state.open_hooks = hooks_of(self)


def launched(self):
    """Instances that wait count as launched, or each update of the group would launch more."""
    return [state for state in self.instance_states if state.lifecycle_state in ("InService", WAITING)]


def complete_lifecycle_action(self):
    """https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CompleteLifecycleAction.html"""
    backend, instance_id = self.autoscaling_backend, self._get_param("InstanceId")
    hook, result = self._get_param("LifecycleHookName"), self._get_param("LifecycleActionResult")
    group = backend.autoscaling_groups.get(self._get_param("AutoScalingGroupName"))
    found = [state for state in group.instance_states if state.instance_id == instance_id] if group else []
    if not found or hook not in getattr(found[0], "open_hooks", ()):
        raise ValidationError(f"No active Lifecycle Action found with instance ID {instance_id}")
    if result not in ("CONTINUE", "ABANDON"):
        raise ValidationError("Lifecycle Action Result must be CONTINUE or ABANDON")
    [state] = found
    if result == "ABANDON":
        # The new instance can only have the interface of the old one when that is terminated.
        group.ec2_backend.terminate_instances([instance_id])
        backend.notify_terminate_instances([instance_id])
    else:
        state.open_hooks.discard(hook)
        if not state.open_hooks:
            state.lifecycle_state = "InService"
    return EmptyResult()


def delete_group_and_hooks(self, group_name):
    """Moto keeps the hooks of a deleted group."""
    delete_group(self, group_name)
    for key in [key for key, hook in self.lifecycle_hooks.items() if hook.auto_scaling_group_name == group_name]:
        del self.lifecycle_hooks[key]


def run_with_interface(self, image_id, count, user_data, security_group_names, **given):
    """Moto ignores an existing network interface in a launch template, and security groups of interfaces."""
    template = given.get("launch_template")
    if template and not given.get("nics"):
        listed = self._get_template_from_args(template).data.get("NetworkInterfaces", [])
        existing = [one for one in listed if one.get("NetworkInterfaceId")]
        for one in existing:
            interface = self.get_network_interface(one["NetworkInterfaceId"])
            check_interface(interface, one, count, given)
            interface.delete_on_termination = is_true(one.get("DeleteOnTermination"))
        if existing:
            given["nics"] = existing
            given["associate_public_ip"] = False
        groups = [group for one in listed[:1] for group in groups_of(self, one)]
        if groups and not given.get("security_group_ids"):
            given["security_group_ids"] = groups
    return run_instances(self, image_id, count, user_data, security_group_names, **given)


def groups_of(backend, listed):
    existing = listed.get("NetworkInterfaceId")
    return [group.id for group in backend.get_network_interface(existing)._group_set] if existing else listed.get("Groups", [])


def check_interface(interface, listed, count, given):
    if interface.status == "in-use" or count > 1:
        raise EC2ClientError("InvalidNetworkInterface.InUse", f"Interface: [{interface.id}] in use.")
    if listed.get("Groups") or listed.get("AssociatePublicIpAddress") is not None:
        raise EC2ClientError("InvalidParameterCombination", "A network interface may not be specified with settings of a new one")
    if given.get("subnet_id"):
        message = "Network interfaces and an instance-level subnet ID may not be specified on the same request"
        raise EC2ClientError("InvalidParameterCombination", message)
    if given.get("placement") not in (None, interface.subnet.availability_zone):
        raise EC2ClientError("InvalidParameterValue", f"The interface {interface.id} is not in {given['placement']}")


def describe_instance_topology(self):
    """Moto lacks the operation. The machines of these tests are in no placement of a network that AWS reports."""
    return f'<DescribeInstanceTopologyResponse xmlns="http://ec2.amazonaws.com/doc/{VERSION}/"><instanceSet/></DescribeInstanceTopologyResponse>'


def terminate_and_release(self):
    """Moto does not detach the network interfaces that survive an instance."""
    previous = terminate(self)
    for interface in self.nics.values():
        if not interface.delete_on_termination:
            interface.instance = interface.attachment_id = interface.attach_time = None
            interface.status = "available"
    return previous


def add_to_moto():
    AutoScalingBackend.delete_auto_scaling_group = delete_group_and_hooks
    AutoScalingResponse.complete_lifecycle_action = complete_lifecycle_action
    EC2Response.describe_instance_topology = describe_instance_topology
    FakeAutoScalingGroup.active_instances = launched
    FakeAutoScalingGroup.replace_autoscaling_group_instances = launch_waiting
    InstanceBackend.run_instances = run_with_interface
    Instance.terminate = terminate_and_release
