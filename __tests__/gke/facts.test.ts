import type { Fact } from "../../modules/cluster/facts";
import { facts } from "../../modules/gke/facts";

test.each(Object.entries<Fact>(facts))(
  "%s has the date and the source of its table",
  (_, { asOf, source }) => {
    expect(asOf).toMatch(/^2026-\d\d-\d\d$/);
    expect(source).toMatch(/^https:\/\/(cloud\.google\.com|github\.com)\/.+/);
  },
);
