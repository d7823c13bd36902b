"""Adds to moto's AWS Backup: the selections of a plan, and the recovery points of a vault, which are always empty."""

import json
from time import time
from uuid import uuid4

from moto.backup import urls
from moto.backup.exceptions import InvalidParameterValueException, InvalidRequestException
from moto.backup.responses import BackupResponse

delete_backup_plan = BackupResponse.delete_backup_plan


def selections_of(response):
    """The selections of the plan in the path of the call by id, the plan, and the selection in the path."""
    [plan, _, *selection] = response.path.split("/plans/")[1].rstrip("/").split("/")
    response.backup_backend.get_backup_plan(plan, None)
    plans = response.backup_backend.__dict__.setdefault("selections", {})
    return plans.setdefault(plan, {}), plan, *selection


def create_backup_selection(self):
    selections, plan = selections_of(self)
    given = json.loads(self.body)["BackupSelection"]
    if not given.get("Resources") and not given.get("ListOfTags"):
        raise InvalidParameterValueException("A selection requires resources or tags.")
    if any(one["BackupSelection"]["SelectionName"] == given["SelectionName"] for one in selections.values()):
        raise InvalidRequestException(f"The plan already has a selection with the name {given['SelectionName']}.")
    head = {"SelectionId": str(uuid4()), "BackupPlanId": plan, "CreationDate": time()}
    selections[head["SelectionId"]] = {**head, "BackupSelection": given}
    return json.dumps(head)


def get_backup_selection(self):
    return json.dumps(known(*selections_of(self)))


def delete_backup_selection(self):
    selections, plan, selection = selections_of(self)
    known(selections, plan, selection)
    del selections[selection]
    return "{}"


def known(selections, _, selection):
    if selection not in selections:
        raise InvalidParameterValueException(f"Cannot find Backup selection {selection}")
    return selections[selection]


def delete_backup_plan_without_selections(self):
    plans = self.backup_backend.__dict__.get("selections", {})
    if plans.get(self.path.split("/")[-1]):
        raise InvalidRequestException("Related backup plan selections must be deleted prior to backup plan deletion")
    return delete_backup_plan(self)


def list_recovery_points_by_backup_vault(self):
    return json.dumps({"RecoveryPoints": []})


def add_to_moto():
    urls.url_paths["{0}/backup-vaults/(?P<name>[^/]+)/recovery-points/?$"] = urls.response.dispatch
    BackupResponse.delete_backup_plan = delete_backup_plan_without_selections
    actions = (create_backup_selection, get_backup_selection, delete_backup_selection)
    for action in (*actions, list_recovery_points_by_backup_vault):
        setattr(BackupResponse, action.__name__, action)
