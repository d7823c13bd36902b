"""Asks Checkov and cloudsplaining about synthesized stacks, and prints their findings as JSON.

Usage: judge.py DIRECTORY, which has a folder for each stack with its Terraform JSON.
Each finding is {"stack", "check", "resource", "title"}.
"""

import json
import pathlib
import re
import subprocess
import sys

from cloudsplaining.scan.policy_document import PolicyDocument

# What each question of cloudsplaining finds, under a name that reads like Checkov's.
QUESTIONS = {
    "CS_PRIVILEGE_ESCALATION": ("allows_privilege_escalation", "Rights with which one gets more rights"),
    "CS_DATA_EXFILTRATION": ("allows_data_exfiltration_actions", "Data can be read without a limit to resources"),
    "CS_CREDENTIALS_EXPOSURE": ("credentials_exposure", "Rights that hand out credentials"),
    "CS_SERVICE_WILDCARD": ("service_wildcard", "All actions of a service"),
    "CS_PERMISSIONS_MANAGEMENT": ("permissions_management_without_constraints", "Rights are given without a limit to resources"),
}


def checkov_findings(directory):
    command = [str(pathlib.Path(sys.executable).with_name("checkov")), "-d", str(directory)]
    command += ["--framework", "terraform_json", "--skip-download", "--quiet", "--compact", "-o", "json"]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode not in (0, 1):
        sys.exit(f"checkov ended with {answer.returncode}:\n{answer.stderr[-2000:]}")
    reports = json.loads(answer.stdout)
    for report in reports if isinstance(reports, list) else [reports]:
        if report.get("results", {}).get("parsing_errors"):
            sys.exit(f"checkov could not read {report['results']['parsing_errors']}")
        for check in report.get("results", {}).get("failed_checks", []):
            yield {
                "stack": check["file_path"].strip("/").split("/")[0],
                "check": check["check_id"],
                "resource": check["resource"].split(".")[-1],
                "title": check["check_name"],
            }


def policies(directory):
    """The IAM policies of our own, with something like an ARN where Terraform will put one."""
    for file in sorted(directory.glob("*/*.tf.json")):
        resources = json.loads(file.read_text()).get("resource", {})
        for kind in ("aws_iam_policy", "aws_iam_role_policy"):
            for name, resource in resources.get(kind, {}).items():
                text = re.sub(r"\$\{[^}]*\}", "arn:aws:service:eu-central-1:111122223333:thing/name", resource["policy"])
                yield file.parent.name, name, json.loads(text)


def cloudsplaining_findings(directory):
    for stack, name, policy in policies(directory):
        document = PolicyDocument(policy)
        for check, (question, title) in QUESTIONS.items():
            answer = getattr(document, question)
            if answer:
                yield {"stack": stack, "check": check, "resource": name, "title": f"{title}: {answer}"}


def main():
    directory = pathlib.Path(sys.argv[1])
    findings = [*checkov_findings(directory), *cloudsplaining_findings(directory)]
    judged = {"stacks": len([*directory.iterdir()]), "policies": len([*policies(directory)])}
    json.dump({"judged": judged, "findings": findings}, sys.stdout)


main()
