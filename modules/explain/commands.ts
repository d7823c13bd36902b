/** The commands for a stack in a project without CDKTF, as `init` creates it: those for an export. */
export function exportCommands(
  stack: string,
): Readonly<Record<"write" | "init" | "plan" | "apply" | "destroy", string>> {
  const terraform = `terraform -chdir=terraform/${stack}`;
  return {
    write: `npx cdktf-clusters export ${stack} --out terraform --force`,
    init: `${terraform} init`,
    plan: `${terraform} plan`,
    apply: `${terraform} apply`,
    destroy: `${terraform} destroy`,
  };
}
