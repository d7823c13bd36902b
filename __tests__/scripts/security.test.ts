import accepted from "../../security/accepted.json";
import { callScript } from "./modules";

const entry = {
  check: "CKV_1",
  resources: ["aws_vpc.network_vpc"],
  stacks: ["dev-main"],
  reason: "The reason.",
};

/** Results that include a policy of a workload. */
const scanned = [{ check: "CS_1", resource: "aws_iam_role_policy.identity_queue", passed: true }];

const refusals = (entries: unknown, results: unknown = scanned) =>
  callScript("security/refusals.mjs", "refusals", entries, results);

test("an entry with a reason and a stack is accepted", () => {
  expect(refusals([entry])).toEqual([]);
});

const at = "security/accepted.json: CKV_1 at aws_vpc.network_vpc";
test.each([
  ["no reason", { ...entry, reason: undefined }, `${at} has no reason`],
  ["an empty reason", { ...entry, reason: "" }, `${at} has no reason`],
  ["a blank reason", { ...entry, reason: " \n" }, `${at} has no reason`],
  ["a reason that is not a string", { ...entry, reason: true }, `${at} has no reason`],
  ["no stacks", { ...entry, stacks: [] }, `${at} has no stacks`],
  [
    "policies of a workload",
    { ...entry, check: "CS_1", resources: ["aws_iam_role_policy.identity_queue"] },
    "security/accepted.json: CS_1 at aws_iam_role_policy.identity_queue must not accept policies of a workload",
  ],
  [
    "a pattern that matches policies of workloads",
    { ...entry, check: "CS_1", resources: ["aws_iam_role_policy.*"] },
    "security/accepted.json: CS_1 at aws_iam_role_policy.* must not accept policies of a workload",
  ],
])("an entry with %s is refused", (_, one, refusal) => {
  expect(refusals([entry, one])).toEqual([refusal]);
});

test("scanners that skip policies of workloads are reported", () => {
  expect(refusals([entry], [])).toEqual(["scripts/security.mjs: no policy of a workload was scanned"]);
});

test("the entries of this project are accepted", () => {
  expect(accepted.length).toBeGreaterThan(0);
  expect(refusals(accepted)).toEqual([]);
});
