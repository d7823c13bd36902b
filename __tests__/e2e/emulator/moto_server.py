"""Moto's server on a free loopback port, for as long as standard input stays open: it never outlives its parent."""

import os
import sys
import threading

from moto.ec2.models.launch_templates import LaunchTemplateBackend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.server import main

create_launch_template = LaunchTemplateBackend.create_launch_template


def without_its_own_tags(self, name, description, template_data, tag_spec):
    """Moto writes the tags of a launch template into its data too, which every later plan would want to undo."""
    specifications = template_data.get("TagSpecifications", [])
    others = [one for one in specifications if one["ResourceType"] != "launch-template"]
    data = {**template_data, "TagSpecifications": others}
    return create_launch_template(self, name, description, data, tag_spec)


def description_of_any_source(rule):
    """Moto forgets the description of a rule whose source is another security group."""
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


def exit_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


LaunchTemplateBackend.create_launch_template = without_its_own_tags
SecurityGroupRule.description = property(description_of_any_source)
threading.Thread(target=exit_with_parent, daemon=True).start()
main(["-H", "127.0.0.1", "-p", "0"])
