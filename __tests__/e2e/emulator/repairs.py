"""Corrections of moto's differences from AWS that affect Terraform."""

import json
from urllib.parse import unquote

import xmltodict
from moto.autoscaling.models import AutoScalingBackend
from moto.autoscaling.responses import AutoScalingResponse
from moto.backup.responses import BackupResponse
from moto.core.utils import utcnow
from moto.ec2.exceptions import EC2ClientError, ResourceAlreadyAssociatedError, RouteAlreadyExistsError
from moto.ec2.models.instances import Instance
from moto.ec2.models.internet_gateways import InternetGatewayBackend
from moto.ec2.models.launch_templates import LaunchTemplateBackend
from moto.ec2.models.nat_gateways import NatGatewayBackend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ec2.models.subnets import Subnet
from moto.ec2.models.vpcs import VPCBackend
from moto.ec2.utils import tag_filter_matches
from moto.efs.responses import EFSResponse
from moto.fsx.exceptions import FileSystemNotFound
from moto.fsx.models import FileSystem, FSxBackend
from moto.fsx.responses import FSxResponse
from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.route53.responses import Route53 as Route53Response
from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response
from moto.ssm.models import Parameter, ParameterDict

create_auto_scaling_group = AutoScalingResponse.create_auto_scaling_group
update_auto_scaling_group = AutoScalingResponse.update_auto_scaling_group
create_lifecycle_hook = AutoScalingBackend.create_lifecycle_hook
add_block_device = Instance.add_block_device
create_launch_template = LaunchTemplateBackend.create_launch_template
attach_internet_gateway = InternetGatewayBackend.attach_internet_gateway
create_nat_gateway = NatGatewayBackend.create_nat_gateway
delete_nat_gateway = NatGatewayBackend.delete_nat_gateway
describe_nat_gateways = NatGatewayBackend.describe_nat_gateways
create_vpc_endpoint = VPCBackend.create_vpc_endpoint
delete_vpc_endpoints = VPCBackend.delete_vpc_endpoints
modify_vpc_endpoint = VPCBackend.modify_vpc_endpoint
create_file_system = FSxResponse.create_file_system
describe_file_systems = FSxBackend.describe_file_systems
describe_file_system = FileSystem.to_dict
create_hosted_zone = Route53Response.create_hosted_zone
put_bucket = S3Response._bucket_response_put
check_loading_status = ParameterDict._check_loading_status

# An image of moto's EC2, which replaces every node image.
NODE_IMAGE = "ami-12c6146b"
NODE_IMAGES = ("/aws/service/eks/optimized-ami/", "/aws/service/bottlerocket/aws-k8s-", "/aws/service/ami-windows-latest/")


def launch_template_without_data_tags(self, name, description, template_data, tag_spec):
    """Moto also writes the tags of a launch template to its data, which every later plan would revert."""
    specifications = template_data.get("TagSpecifications", [])
    others = [one for one in specifications if one["ResourceType"] != "launch-template"]
    data = {**template_data, "TagSpecifications": others}
    return create_launch_template(self, name, description, data, tag_spec)


def rule_description(rule):
    """Moto forgets the description of a rule whose source is another security group."""
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


def modify_endpoint_with_routes(self, vpc_id, *args, **kwargs):
    """Moto adds a route table to a gateway endpoint without the route, and fails when the endpoint is deleted."""
    [endpoint] = self.describe_vpc_endpoints(vpc_end_point_ids=[vpc_id])
    before = set(endpoint.route_table_ids or [])
    modify_vpc_endpoint(self, vpc_id, *args, **kwargs)
    for table in set(endpoint.route_table_ids or []) - before:
        prefixes = endpoint.destination_prefix_list_id
        self.create_route(table, None, destination_prefix_list_id=prefixes, gateway_id=vpc_id)


def unique_endpoint_routes(self, **given):
    """Moto moves the routes of a gateway endpoint to a second one."""
    lists = {one.id for one in self.managed_prefix_lists.values() if one.prefix_list_name == given["service_name"]}
    for table in given["route_table_ids"] or []:
        for route in self.get_route_table(table)._routes.values():
            if route.destination_prefix_list_id in lists:
                raise RouteAlreadyExistsError(route.destination_prefix_list_id)
    return create_vpc_endpoint(self, **given)


def delete_existing_endpoints(self, vpce_ids=None):
    """Moto fails when an endpoint is deleted a second time, because its routes are missing."""
    there = [one for one in vpce_ids or [] if one in self.vpc_end_points and self.vpc_end_points[one].state != "deleted"]
    delete_vpc_endpoints(self, there)


def attach_single_gateway(self, internet_gateway_id, vpc_id):
    """Moto attaches any number of internet gateways to a VPC."""
    if any(one.vpc and one.vpc.id == vpc_id and one.id != internet_gateway_id for one in self.internet_gateways.values()):
        raise EC2ClientError("InvalidParameterValue", f"Network {vpc_id} already has an internet gateway attached")
    return attach_internet_gateway(self, internet_gateway_id, vpc_id)


def nat_gateway_with_address_check(self, subnet_id, allocation_id, tags=None, connectivity_type="public"):
    """Moto refuses a NAT gateway with an elastic IP in use. AWS creates it, and it fails."""
    try:
        return create_nat_gateway(self, subnet_id, allocation_id, tags, connectivity_type)
    except ResourceAlreadyAssociatedError:
        gateway = create_nat_gateway(self, subnet_id, None, tags, connectivity_type)
        gateway.state = "failed"
        gateway.failure_code = "Resource.AlreadyAssociated"
        gateway.failure_message = f"Elastic IP address {allocation_id} is already associated"
        return gateway


def delete_nat_gateway_and_release_address(self, nat_gateway_id):
    """Moto does not release the elastic IP of a deleted NAT gateway."""
    gateway = delete_nat_gateway(self, nat_gateway_id)
    for address in self.addresses:
        if address.eni is gateway._eni:
            self.disassociate_address(association_id=address.association_id)
    return gateway


def filtered_by_tags(self, filters, nat_gateway_ids):
    """Moto ignores tags in a filter of NAT gateways, and returns all of them."""
    tags = [(name, values) for name, values in (filters or {}).items() if name.startswith("tag:")]
    found = describe_nat_gateways(self, filters, nat_gateway_ids)
    return [one for one in found if all(tag_filter_matches(one, name, values) for name, values in tags)]


def keep_all_settings(call):
    """Moto forgets some settings of an Auto Scaling group."""

    def keep(self):
        answer = call(self)
        given = self._get_params()
        group = self.autoscaling_backend.autoscaling_groups[given["AutoScalingGroupName"]]
        if "InstanceMaintenancePolicy" in given:
            group.instance_maintenance_policy = given["InstanceMaintenancePolicy"]
        if "MaxInstanceLifetime" in given:
            group.max_instance_lifetime = int(given["MaxInstanceLifetime"])
        return answer

    return keep


def hook_without_target(self, name, as_name, *args, **kwargs):
    """Moto invents a queue and a role for a lifecycle hook without them."""
    hook = create_lifecycle_hook(self, name, as_name, *args, **kwargs)
    hook.notification_target_arn = hook.role_arn = None
    return hook


def replace_default_disk(self, size, device_path, *args, **kwargs):
    """Moto creates a disk at /dev/sda1 for every instance, and loses it if the launch template defines a disk there."""
    if device_path in self.block_device_mapping:
        volume = self.block_device_mapping[device_path].volume_id
        self.ec2_backend.detach_volume(volume, self.id, device_path)
        self.ec2_backend.delete_volume(volume)
    add_block_device(self, size, device_path, *args, **kwargs)


def associated_ipv6_ranges(self):
    """Moto wraps the state of a subnet's IPv6 range twice, so it is never associated."""
    ranges = self.ipv6_cidr_block_associations.values()
    states = [(one, one["ipv6CidrBlockState"]["State"]) for one in ranges]
    return [{**one, "ipv6CidrBlockState": {"state": state}} for one, state in states if state == "associated"]


def file_system_with_version(self):
    """Moto forgets the Lustre version of a file system of FSx."""
    answer = create_file_system(self)
    created = json.loads(answer)["FileSystem"]
    file_system = self.fsx_backend.file_systems[created["FileSystemId"]]
    file_system.version = json.loads(self.body).get("FileSystemTypeVersion")
    return json.dumps({"FileSystem": file_system.to_dict()})


def available_file_system(self):
    """Moto's FSx file systems stay in the state CREATING."""
    known = {**describe_file_system(self), "Lifecycle": "AVAILABLE"}
    version = getattr(self, "version", None)
    return {**known, "FileSystemTypeVersion": version} if version else known


def only_existing_file_systems(self, file_system_ids=None, **pages):
    """Moto returns no error for a deleted FSx file system, AWS does."""
    for one in file_system_ids or []:
        if one not in self.file_systems:
            raise FileSystemNotFound(one)
    return describe_file_systems(self, file_system_ids=file_system_ids, **pages)


def delete_file_system_policy(self):
    """Moto's EFS does not support deleting file system policies."""
    file_system = self.efs_backend.file_systems_by_id[self._get_param("FileSystemId")]
    file_system.file_system_policy = None
    return "{}", {"Content-Type": "application/json"}


def tags_of_any_path(self):
    """Moto returns the tags of AWS Backup only for paths with a final slash, which current clients do not use."""
    arn = unquote(self.path.split("/tags/")[1].rstrip("/"))
    return json.dumps({"Tags": self.backup_backend.list_tags(resource_arn=arn)})


def parameters_with_node_images(self, key):
    """AWS publishes images as parameters. Moto has those of ECS, but not those of EKS."""
    check_loading_status(self, key)
    name = str(key or "")
    if not name.startswith(NODE_IMAGES) or dict.__contains__(self, name):
        return
    if name.endswith("/image_id"):
        value = NODE_IMAGE
    elif "-EKS_Optimized-" in name:
        value = json.dumps({"image_id": NODE_IMAGE, "release_version": name.split("-")[-1] + "-2026.11.10"})
    elif name.endswith("/release_version"):
        value = name.split("/")[5] + ".4-20261110"
    elif name.endswith("/image_version"):
        value = "1.50.0-5d1a3f8c"
    else:
        return
    fields = dict(description=None, allowed_pattern=None, keyid=None, last_modified_date=utcnow())
    fields.update(parameter_type="String", version=1, data_type="text", name=name, value=value)
    dict.__setitem__(self, name, [Parameter(account_id=self.account_id, **fields)])


def permission_of_bucket(self, action, resource):
    """Moto applies all statements of a bucket's policy to all callers, also those with conditions or for one role."""
    document = json.loads(self.policy) if self.policy else {"Statement": []}
    statements = [one for one in document["Statement"] if one["Principal"] == "*" and "Condition" not in one]
    if not statements:
        return PermissionResult.NEUTRAL
    return IAMPolicy(json.dumps({**document, "Statement": statements})).is_action_permitted(action, resource)


def bucket_with_tags(self, request, bucket_name, querystring):
    """Moto ignores the tags in the request that creates a bucket."""
    answer = put_bucket(self, request, bucket_name, querystring)
    settings = xmltodict.parse(self.body) if self.body and not querystring else {}
    tags = ((settings.get("CreateBucketConfiguration") or {}).get("Tags") or {}).get("Tag") or []
    given = tags if isinstance(tags, list) else [tags]
    if given:
        self.backend.put_bucket_tagging(bucket_name, {one["Key"]: one.get("Value") or "" for one in given})
    return answer


def private_zone_with_network(self):
    """Moto takes a zone with a network for public, unless the request also sets PrivateZone, and forgets the network."""
    network, region = self._get_param("VPC.VPCId"), self._get_param("VPC.VPCRegion")
    answer = create_hosted_zone(self)
    zone = list(self.backend.zones.values())[-1]
    if network and not zone.private_zone:
        zone.private_zone = True
        zone.add_vpc(network, region)
    return answer


def repair_moto():
    AutoScalingBackend.create_lifecycle_hook = hook_without_target
    AutoScalingResponse.create_auto_scaling_group = keep_all_settings(create_auto_scaling_group)
    AutoScalingResponse.update_auto_scaling_group = keep_all_settings(update_auto_scaling_group)
    BackupResponse.list_tags = tags_of_any_path
    EFSResponse.delete_file_system_policy = delete_file_system_policy
    FSxBackend.describe_file_systems = only_existing_file_systems
    FakeBucket.get_permission = permission_of_bucket
    FSxResponse.create_file_system = file_system_with_version
    FileSystem.to_dict = available_file_system
    Instance.add_block_device = replace_default_disk
    InternetGatewayBackend.attach_internet_gateway = attach_single_gateway
    LaunchTemplateBackend.create_launch_template = launch_template_without_data_tags
    NatGatewayBackend.create_nat_gateway = nat_gateway_with_address_check
    NatGatewayBackend.delete_nat_gateway = delete_nat_gateway_and_release_address
    NatGatewayBackend.describe_nat_gateways = filtered_by_tags
    S3Response._bucket_response_put = bucket_with_tags
    Route53Response.create_hosted_zone = private_zone_with_network
    ParameterDict._check_loading_status = parameters_with_node_images
    Subnet.ipv6_cidr_block_association_set = property(associated_ipv6_ranges)
    SecurityGroupRule.description = property(rule_description)
    VPCBackend.create_vpc_endpoint = unique_endpoint_routes
    VPCBackend.delete_vpc_endpoints = delete_existing_endpoints
    VPCBackend.modify_vpc_endpoint = modify_endpoint_with_routes
