"""Moto's server on a free loopback port, for as long as standard input stays open: it never outlives its parent."""

import os
import sys
import threading

from moto.ec2.models.launch_templates import LaunchTemplateBackend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.core.utils import utcnow
from moto.ec2.models.vpcs import VPCBackend
from moto.server import main
from moto.ssm.models import Parameter, ParameterDict

create_launch_template = LaunchTemplateBackend.create_launch_template
modify_vpc_endpoint = VPCBackend.modify_vpc_endpoint
check_loading_status = ParameterDict._check_loading_status

# An image that moto's EC2 knows, for every image of nodes.
NODE_IMAGE = "ami-12c6146b"
NODE_IMAGES = ("/aws/service/eks/optimized-ami/", "/aws/service/bottlerocket/aws-k8s-", "/aws/service/ami-windows-latest/")


def without_its_own_tags(self, name, description, template_data, tag_spec):
    """Moto writes the tags of a launch template into its data too, which every later plan would want to undo."""
    specifications = template_data.get("TagSpecifications", [])
    others = [one for one in specifications if one["ResourceType"] != "launch-template"]
    data = {**template_data, "TagSpecifications": others}
    return create_launch_template(self, name, description, data, tag_spec)


def description_of_any_source(rule):
    """Moto forgets the description of a rule whose source is another security group."""
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


def with_routes_of_added_tables(self, vpc_id, *args, **kwargs):
    """Moto adds a route table to a gateway endpoint without the route, which it then misses when the endpoint goes."""
    [endpoint] = self.describe_vpc_endpoints(vpc_end_point_ids=[vpc_id])
    before = set(endpoint.route_table_ids or [])
    modify_vpc_endpoint(self, vpc_id, *args, **kwargs)
    for table in set(endpoint.route_table_ids or []) - before:
        prefixes = endpoint.destination_prefix_list_id
        self.create_route(table, None, destination_prefix_list_id=prefixes, gateway_id=vpc_id)


def with_images_of_nodes(self, key):
    """AWS publishes the ids of its images as parameters; moto has those of ECS, not those of EKS."""
    check_loading_status(self, key)
    name = str(key or "")
    if name.startswith(NODE_IMAGES) and name.endswith("/image_id") and not dict.__contains__(self, name):
        fields = dict(description=None, allowed_pattern=None, keyid=None, last_modified_date=utcnow())
        fields.update(parameter_type="String", version=1, data_type="text", name=name, value=NODE_IMAGE)
        dict.__setitem__(self, name, [Parameter(account_id=self.account_id, **fields)])


def exit_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


LaunchTemplateBackend.create_launch_template = without_its_own_tags
ParameterDict._check_loading_status = with_images_of_nodes
SecurityGroupRule.description = property(description_of_any_source)
VPCBackend.modify_vpc_endpoint = with_routes_of_added_tables
threading.Thread(target=exit_with_parent, daemon=True).start()
main(["-H", "127.0.0.1", "-p", "0"])
