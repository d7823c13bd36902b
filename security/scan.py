"""Scans synthesized stacks with Checkov and cloudsplaining, and prints the results as JSON.

Usage: scan.py DIRECTORY. The directory has a folder for each stack with its Terraform JSON.
The output has "results", each {"stack", "check", "resource", "title", "passed"}, and "checked_types": the resource types with
checks. "resource" is an address; for a provider it is "provider.NAME".
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

# The analyses of cloudsplaining, with names in the format of Checkov.
ANALYSES = {
    "CS_PRIVILEGE_ESCALATION": ("allows_privilege_escalation", "Privilege escalation"),
    "CS_DATA_EXFILTRATION": ("allows_data_exfiltration_actions", "Data exfiltration"),
    "CS_CREDENTIALS_EXPOSURE": ("credentials_exposure", "Credentials exposure"),
    "CS_SERVICE_WILDCARD": ("service_wildcard", "Service wildcard"),
    "CS_PERMISSIONS_MANAGEMENT": ("permissions_management_without_constraints", "Permissions management"),
}

# Resources with an identity policy. Other policies are resource policies.
IDENTITY_POLICIES = ("aws_iam_policy", "aws_iam_role_policy")

# Checks of Checkov for policies. A finding of a policy check that is missing here ends the scan.
POLICY_CHECKS = {
    *("CKV_AWS_33", "CKV_AWS_60", "CKV_AWS_61", "CKV_AWS_62", "CKV_AWS_63", "CKV_AWS_72", "CKV_AWS_168"),
    *("CKV_AWS_286", "CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355", "CKV_AWS_387"),
    *("CKV_AWS_393", "CKV2_AWS_40"),
}


def read_stacks(directory):
    """The configuration of each stack."""
    files = sorted(directory.glob("*/*.tf.json"))
    return {file.parent.name: json.loads(file.read_text()) for file in files}


def policies(resource):
    """The policies in the arguments of a resource. An example ARN replaces each reference."""
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
    all_resources, only_policies = reports["terraform_json"], reports["terraform"]
    require_known_policy_checks(all_resources, only_policies)
    yield from (one for one in all_resources if one["check"] not in POLICY_CHECKS)
    yield from (one for one in only_policies if one["check"] in POLICY_CHECKS)


def results_of(report, stacks):
    if report["results"]["parsing_errors"]:
        sys.exit(f"checkov could not read {report['results']['parsing_errors']}")
    kinds = {"resource": types_by_check(resource_registry), "data": types_by_check(data_registry)}
    for check in report["results"]["passed_checks"] + report["results"]["failed_checks"]:
        stack = check["file_path"].strip("/").split("/")[0]
        address = address_of(check, stacks[stack], kinds)
        yield result(stack, check["check_id"], address, check["check_name"], check["check_result"]["result"] == "PASSED")


def require_known_policy_checks(all_resources, only_policies):
    """A finding that occurs only in policies must not be lost."""
    place = lambda one: (one["stack"], one["check"], one["resource"])
    known = {place(one) for one in all_resources}
    for one in only_policies:
        if not one["passed"] and one["check"] not in POLICY_CHECKS and place(one) not in known:
            sys.exit(f"POLICY_CHECKS must contain {one['check']}, which has a finding in policies: {place(one)}")


def write_policies(directory, stacks):
    """
    Writes the policies of each stack as HCL next to its JSON. In JSON Checkov treats a policy as a plain string, and finds
    nothing in it.
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
    # A check with an internal error finds nothing, and reports this only on stderr.
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
    """The address of the checked element. For JSON, most checks give only the name, after "resource" or "data"."""
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
                sys.exit(f"{check['check_id']}: {name} is ambiguous: {possible}")
            return f"{before}{possible[0]}.{name}"
    sys.exit(f"{check['check_id']}: unknown resource {check['resource']}")


def checked_types():
    graph = get_graph_checks_registry("terraform")
    graph.load_checks()
    # Some checks apply to every type.
    specific = [check for check in graph.checks if len(check.resource_types or []) < 100]
    return sorted({*resource_registry.checks, *(kind for check in specific for kind in check.resource_types or [])})


# --- cloudsplaining -------------------------------------------------------------------------------------------------


def cloudsplaining_results(stacks):
    """Runs the strictest mode, which also reports actions that a condition or the resources limit."""
    for stack, configuration in stacks.items():
        for kind in IDENTITY_POLICIES:
            for name, resource in configuration.get("resource", {}).get(kind, {}).items():
                document = PolicyDocument(
                    policies(resource)["policy"], flag_conditional_statements=True, flag_resource_arn_statements=True
                )
                for check, (analysis, title) in ANALYSES.items():
                    answer = getattr(document, analysis)
                    yield result(stack, check, f"{kind}.{name}", f"{title}: {answer}" if answer else title, not answer)


def result(stack, check, resource, title, passed):
    return {"stack": stack, "check": check, "resource": resource, "title": title, "passed": passed}


def main():
    directory = pathlib.Path(sys.argv[1])
    stacks = read_stacks(directory)
    results = [*checkov_results(directory, stacks), *cloudsplaining_results(stacks)]
    json.dump({"checked_types": checked_types(), "results": results}, sys.stdout)


main()
