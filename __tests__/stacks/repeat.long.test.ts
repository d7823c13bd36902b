import { createStack } from "../../stacks";
import { shipped } from "../support/shipped";
import { Synthesized } from "../support/synthesized";

test.each(shipped("examples").clusters)("$name has the same bytes a second time", ({ cluster, stack }) => {
  expect(Synthesized.from((app) => createStack(app, cluster)).json).toBe(stack.json);
});
