import { type Step, stepsOf } from "./field-paths";
import type { FieldTable } from "./fields";
import type { Path } from "./problem";

/** What the text at a path is. The position decides, never the name of the last step. */
export class FieldTexts {
  private readonly programs: readonly (readonly Step[])[];
  private readonly shown: readonly (readonly Step[])[];

  constructor(fields: FieldTable) {
    const rows = Object.entries(fields);
    const pathsWith = (tag: "program" | "freeKeys" | "shown") =>
      rows.filter(([, field]) => field[tag]).map(([path]) => pathSteps(path));
    this.programs = pathsWith("program");
    this.shown = [...pathsWith("freeKeys"), ...pathsWith("shown")];
  }

  /** Whether the field has the tag `@program`: its text is not searched for references. */
  isProgram(path: Path): boolean {
    return this.programs.some((steps) => steps.length === path.length && isPrefix(steps, path));
  }

  /** Whether the cloud or the cluster shows the value: it is below a map with free keys, or has the tag `@shown`. */
  isShown(path: Path): boolean {
    return this.shown.some((steps) => isPrefix(steps, path));
  }
}

/** Steps that consume a part of a path: the type of a union's member is not part of it. */
const pathSteps = (path: string): readonly Step[] => stepsOf(path).filter(({ kind }) => kind !== "variant");

function isPrefix(steps: readonly Step[], path: Path): boolean {
  return (
    steps.length <= path.length &&
    steps.every((step, i) => {
      if (step.kind === "items") return typeof path[i] === "number";
      return step.kind === "field" ? path[i] === step.name : typeof path[i] === "string";
    })
  );
}
