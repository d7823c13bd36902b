/**
 * Writes the entries of CHANGELOG.md. Each entry is the text of a changeset, and states its effect on existing clusters.
 *
 * @see https://github.com/changesets/changesets/blob/main/docs/modifying-changelog-format.md
 */
const lineOf = ({ id, summary }) => {
  if (!/\bState impact: \S/.test(summary.replace(/\s+/g, " "))) {
    throw new Error(`.changeset/${id}.md must state the effect on existing clusters: "State impact: none."`);
  }
  const [first, ...others] = summary.trim().split("\n");
  return [`- ${first}`, ...others.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
};

module.exports = {
  getReleaseLine: (changeset) => Promise.resolve(lineOf(changeset)),
  getDependencyReleaseLine: () => Promise.resolve(""),
};
