/**
 * Where a section of the documentation is, for messages. A project with the package has the pages in `node_modules/cdktf-clusters/docs/`, a
 * checkout in `docs/`.
 *
 * @param page - its path in `docs/`
 * @param section - a heading of the second or third level
 */
export const documentation = (page: string, section: string): string =>
  `section ${section} of docs/${page} in the package cdktf-clusters`;
