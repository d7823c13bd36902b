"""Asks Checkov and cloudsplaining about synthesized stacks, and prints what they say as JSON.

Usage: judge.py DIRECTORY, which has a folder for each stack with its Terraform JSON.
Printed are "results", each {"stack", "check", "resource", "title", "passed"}, and "judged": the types of resources that there
are checks for. "resource" is an address; of a provider it is "provider.NAME".
"""

import json
import pathlib
import re
import subprocess
import sys

from checkov.common.checks_infra.registry import get_graph_checks_registry
from checkov.terraform import runner as _  # registers the checks
from checkov.terraform.checks.data.registry import data_registry
from checkov.terraform.checks.resource.registry import resource_registry
from cloudsplaining.scan.policy_document import PolicyDocument

# What each question of cloudsplaining finds, under a name that reads like Checkov's.
QUESTIONS = {
    "CS_PRIVILEGE_ESCALATION": ("allows_privilege_escalation", "Rights with which one gets more rights"),
    "CS_DATA_EXFILTRATION": ("allows_data_exfiltration_actions", "Data can be read"),
    "CS_CREDENTIALS_EXPOSURE": ("credentials_exposure", "Rights that hand out credentials"),
    "CS_SERVICE_WILDCARD": ("service_wildcard", "All actions of a service"),
    "CS_PERMISSIONS_MANAGEMENT": ("permissions_management_without_constraints", "Rights are given to others"),
}

# Resources whose policy says what somebody may do. Other policies say who may do something with the resource itself.
RIGHTS = ("aws_iam_policy", "aws_iam_role_policy")

# Checks of Checkov that look into policies. One that is missing here ends the judgement when it finds something.
OF_POLICIES = {
    *("CKV_AWS_33", "CKV_AWS_60", "CKV_AWS_61", "CKV_AWS_62", "CKV_AWS_63", "CKV_AWS_72", "CKV_AWS_168"),
    *("CKV_AWS_286", "CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355", "CKV_AWS_387"),
    *("CKV_AWS_393", "CKV2_AWS_40"),
}


def read_stacks(directory):
    """The configuration of each stack."""
    files = sorted(directory.glob("*/*.tf.json"))
    return {file.parent.name: json.loads(file.read_text()) for file in files}


def policies(resource):
    """The policies in a resource's arguments, with something like an ARN where Terraform will put one."""
    arn = "arn:aws:service:eu-central-1:111122223333:thing/name"
    return {
        argument: json.loads(re.sub(r"\$\{[^}]*\}", arn, value))
        for argument, value in resource.items()
        if argument.endswith("policy") and isinstance(value, str) and value.startswith("{")
    }


# --- Checkov --------------------------------------------------------------------------------------------------------


def checkov_results(directory, stacks):
    write_policies(directory, stacks)
    reports = {report["check_type"]: list(results_of(report, stacks)) for report in run_checkov(directory)}
    whole, policies_alone = reports["terraform_json"], reports["terraform"]
    check_of_policies(whole, policies_alone)
    yield from (said for said in whole if said["check"] not in OF_POLICIES)
    yield from (said for said in policies_alone if said["check"] in OF_POLICIES)


def results_of(report, stacks):
    if report["results"]["parsing_errors"]:
        sys.exit(f"checkov could not read {report['results']['parsing_errors']}")
    kinds = {"resource": types_by_check(resource_registry), "data": types_by_check(data_registry)}
    for check in report["results"]["passed_checks"] + report["results"]["failed_checks"]:
        stack = check["file_path"].strip("/").split("/")[0]
        address = address_of(check, stacks[stack], kinds)
        yield result(stack, check["check_id"], address, check["check_name"], check["check_result"]["result"] == "PASSED")


def check_of_policies(whole, policies_alone):
    """What is found in policies alone, and is judged nowhere else, must not be left out."""
    place = lambda said: (said["stack"], said["check"], said["resource"])
    known = {place(said) for said in whole}
    for said in policies_alone:
        if not said["passed"] and said["check"] not in OF_POLICIES and place(said) not in known:
            sys.exit(f"{said['check']} is found in policies, and OF_POLICIES does not have it: {place(said)}")


def write_policies(directory, stacks):
    """
    Beside each stack's JSON, its resources with policies as HCL, with nothing but these. In JSON Checkov takes a policy for a
    text like any other, and finds nothing in it.
    """
    for stack, configuration in stacks.items():
        text = ""
        for kind, elements in configuration.get("resource", {}).items():
            for name, resource in elements.items():
                arguments = [f"  {key} = jsonencode({json.dumps(value, indent=2)})\n" for key, value in policies(resource).items()]
                if arguments:
                    text += f'resource "{kind}" "{name}" {{\n{"".join(arguments)}}}\n'
        (directory / stack / "policies.tf").write_text(text)


def run_checkov(directory):
    command = [str(pathlib.Path(sys.executable).with_name("checkov")), "-d", str(directory)]
    command += ["--framework", "terraform", "terraform_json", "--skip-download", "--compact", "-o", "json"]
    answer = subprocess.run(command, capture_output=True, text=True)
    # A check that fails by itself has found nothing, and is silent about it otherwise.
    if answer.returncode not in (0, 1) or "Failed to run check" in answer.stderr:
        sys.exit(f"checkov ended with {answer.returncode}:\n{answer.stderr[-2000:]}")
    reports = json.loads(answer.stdout)
    return reports if isinstance(reports, list) else [reports]


def types_by_check(registry):
    types = {}
    for kind, checks in registry.checks.items():
        for check in checks:
            types.setdefault(check.id, set()).add(kind)
    return types


def address_of(check, configuration, kinds):
    """The address of what was judged. Of elements in JSON, most checks give the name alone, behind "resource" or "data"."""
    first, *rest = check["resource"].split(".")
    if first == "provider" and rest and rest[0] in configuration.get("provider", {}):
        return f"provider.{rest[0]}"
    kind, name = check["resource"].split(".")[-2:]
    for block, before in (("resource", ""), ("data", "data.")):
        elements = configuration.get(block, {})
        if name in elements.get(kind, {}):
            return f"{before}{kind}.{name}"
        if kind == block:
            possible = [one for one in kinds[block].get(check["check_id"], ()) if name in elements.get(one, {})]
            if len(possible) != 1:
                sys.exit(f"{check['check_id']} is about {name}, which may be any of {possible}")
            return f"{before}{possible[0]}.{name}"
    sys.exit(f"{check['check_id']} is about {check['resource']}, which nobody knows")


def judged_types():
    graph = get_graph_checks_registry("terraform")
    graph.load_checks()
    # Some checks are listed for every type there is.
    specific = [check for check in graph.checks if len(check.resource_types or []) < 100]
    return sorted({*resource_registry.checks, *(kind for check in specific for kind in check.resource_types or [])})


# --- cloudsplaining -------------------------------------------------------------------------------------------------


def cloudsplaining_results(stacks):
    """Asked in its strictest way: rights count as well where a condition or the resources bound them."""
    for stack, configuration in stacks.items():
        for kind in RIGHTS:
            for name, resource in configuration.get("resource", {}).get(kind, {}).items():
                document = PolicyDocument(
                    policies(resource)["policy"], flag_conditional_statements=True, flag_resource_arn_statements=True
                )
                for check, (question, title) in QUESTIONS.items():
                    answer = getattr(document, question)
                    yield result(stack, check, f"{kind}.{name}", f"{title}: {answer}" if answer else title, not answer)


def result(stack, check, resource, title, passed):
    return {"stack": stack, "check": check, "resource": resource, "title": title, "passed": passed}


def main():
    directory = pathlib.Path(sys.argv[1])
    stacks = read_stacks(directory)
    results = [*checkov_results(directory, stacks), *cloudsplaining_results(stacks)]
    json.dump({"judged": judged_types(), "results": results}, sys.stdout)


main()
