import { placeholderProblems } from "../../modules/environment/placeholders";
import { problemsOf, rightText, useEmptyDirectory } from "./directory";

useEmptyDirectory();

test.each([
  ["a text", "replace-me"],
  ["a part of a text", "arn:aws:iam::replace-me:role/admin"],
])("%s that init wrote is an error in each field", (_, text) => {
  const got = text === "replace-me" ? "" : `, got "${text}"`;
  const message = `the placeholder "replace-me" must be replaced by your value${got}`;
  const value = { backend: { bucket: text }, clusters: [{ access: { admins: ["mine", text] } }] };
  expect(placeholderProblems(value)).toEqual([
    { path: ["backend", "bucket"], message, severity: "error", rule: "environment/placeholders" },
    {
      path: ["clusters", 0, "access", "admins", 1],
      message,
      severity: "error",
      rule: "environment/placeholders",
    },
  ]);
});

test.each([["do-not-replace-me"], ["replace-me-not"], ["replaced"]])("%s is a value of the user", (text) => {
  expect(placeholderProblems({ tags: { text } })).toEqual([]);
});

test("other checks do not report the placeholder again", () => {
  const text = rightText.replace("region: us-east-1", "region: replace-me");
  expect(text).not.toBe(rightText);
  expect(problemsOf(text)).toEqual([
    expect.stringMatching(/region: the placeholder "replace-me" must be replaced by your value/),
  ]);
});
