"""Adds placement groups to moto's EC2: create, describe, delete, with the errors of EC2."""

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.responses import EC2Response
from moto.ec2.utils import random_resource_id

STRATEGIES = ("cluster", "partition", "spread")


def groups_of(response):
    return response.ec2_backend.__dict__.setdefault("placement_groups", {})


def unknown(name):
    return EC2ClientError("InvalidPlacementGroup.Unknown", f"The Placement Group '{name}' is unknown.")


def create_placement_group(self):
    groups, name, strategy = groups_of(self), self._get_param("GroupName"), self._get_param("Strategy", "cluster")
    if name in groups:
        raise EC2ClientError("InvalidPlacementGroup.Duplicate", f"The Placement Group '{name}' already exists.")
    if strategy not in STRATEGIES:
        raise EC2ClientError("InvalidParameterValue", f"Value '{strategy}' is not a placement strategy.")
    backend, tags = self.ec2_backend, self._parse_tag_specification("placement-group").get("placement-group", {})
    group_id = f"pg-{random_resource_id(17)}"
    arn = f"arn:aws:ec2:{backend.region_name}:{backend.account_id}:placement-group/{name}"
    groups[name] = {"GroupId": group_id, "GroupName": name, "GroupArn": arn, "State": "available", "Strategy": strategy}
    backend.create_tags([group_id], tags)
    return ActionResult({"PlacementGroup": with_tags(self, groups[name])})


def describe_placement_groups(self):
    groups, names = groups_of(self), self._get_param("GroupNames", [])
    for name in names:
        if name not in groups:
            raise unknown(name)
    found = [with_tags(self, group) for name, group in groups.items() if not names or name in names]
    return ActionResult({"PlacementGroups": found})


def delete_placement_group(self):
    name = self._get_param("GroupName")
    if groups_of(self).pop(name, None) is None:
        raise unknown(name)
    return ActionResult({})


def with_tags(response, group):
    tags = response.ec2_backend.tags.get(group["GroupId"], {})
    return {**group, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}


def add_to_moto():
    for action in (create_placement_group, describe_placement_groups, delete_placement_group):
        setattr(EC2Response, action.__name__, action)
