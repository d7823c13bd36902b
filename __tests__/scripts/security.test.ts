import accepted from "../../security/accepted.json";
import { callScript } from "./modules";

const entry = {
  check: "CKV_1",
  resources: ["aws_vpc.network_vpc"],
  stacks: ["dev-main"],
  reason: "It is so.",
};

/** What the judges must have looked at for a refusal to show something. */
const judged = [{ check: "CS_1", resource: "aws_iam_role_policy.identity_queue", passed: true }];

const refusals = (entries: unknown, results: unknown = judged) =>
  callScript("security/refusals.mjs", "refusals", entries, results);

test("a reason, a stack and no rights of a workload are all that is asked", () => {
  expect(refusals([entry])).toEqual([]);
});

const at = "security/accepted.json: CKV_1 at aws_vpc.network_vpc";
test.each([
  ["no reason", { ...entry, reason: undefined }, `${at} gives no reason`],
  ["an empty reason", { ...entry, reason: "" }, `${at} gives no reason`],
  ["a blank reason", { ...entry, reason: " \n" }, `${at} gives no reason`],
  ["a reason that is no text", { ...entry, reason: true }, `${at} gives no reason`],
  ["no stacks", { ...entry, stacks: [] }, `${at} names no stacks`],
  [
    "rights of a workload",
    { ...entry, check: "CS_1", resources: ["aws_iam_role_policy.identity_queue"] },
    "security/accepted.json: CS_1 at aws_iam_role_policy.identity_queue would accept rights of a workload",
  ],
  [
    "rights of workloads among others",
    { ...entry, check: "CS_1", resources: ["aws_iam_role_policy.*"] },
    "security/accepted.json: CS_1 at aws_iam_role_policy.* would accept rights of a workload",
  ],
])("an entry with %s is refused", (_, one, refusal) => {
  expect(refusals([entry, one])).toEqual([refusal]);
});

test("judges that see no rights of workloads are told", () => {
  expect(refusals([entry], [])).toEqual(["scripts/security.mjs: no rights of a workload were judged"]);
});

test("the entries of this project are none that are refused", () => {
  expect(accepted.length).toBeGreaterThan(0);
  expect(refusals(accepted)).toEqual([]);
});
