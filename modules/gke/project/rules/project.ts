import { defineRules, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { projectProblems, uniqueProblems } from "../../values";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/project", {
  /**
   * Projects are given by their ids, not by their names or numbers.
   *
   * @see https://cloud.google.com/resource-manager/docs/creating-managing-projects#before_you_begin
   */
  "project-ids"({ gke }) {
    if (!isKnown(gke)) return [];
    return [
      ...projectProblems(["gke", "project"], gke.project),
      ...projectProblems(["gke", "fleetProject"], gke.fleetProject),
      ...uniqueProblems(["gke", "imageProjects"], gke.imageProjects),
      ...knownEntries(gke.imageProjects).flatMap(([i, project]) =>
        projectProblems(["gke", "imageProjects", i], project),
      ),
    ];
  },
});
