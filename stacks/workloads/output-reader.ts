import { Fn, type IResolvable, propertyAccess, type TerraformRemoteState, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { InputError } from "../../modules/cluster/problem";
import { nameIsTaken } from "../cluster-stack";

/** The outputs of the cluster's stack, as tokens. */
export interface OutputReader {
  /** An output that is a text. */
  text(output: string): string;

  /** One text of an output that is a map. */
  entry(output: string, key: string): string;

  /** The objects of an output that is a list for kubectl. */
  objects(output: string): IResolvable;
}

/** The outputs in the state of the cluster's stack. */
export const outputsInState = (state: TerraformRemoteState): OutputReader => ({
  text: (output) => state.getString(output),
  entry: (output, key) => Fn.lookup(state.get(output), key) as string,
  objects: (output) => propertyAccess(state.get(output), ["items"]),
});

/** What an input takes from the output that it replaces. */
export interface OutputDescription {
  readonly description?: string;
  readonly sensitive?: boolean;
}

/** See {@link OutputsAsInputs}. */
export interface OutputsAsInputsProps {
  /** The outputs of the cluster's stack, by name. */
  readonly outputs: Readonly<Record<string, OutputDescription>>;

  /** Names of variables that the stack has. */
  readonly taken: readonly string[];
}

/** The outputs as variables of the same names, in a stack that is exported as a module: each that is read is declared. */
export class OutputsAsInputs extends Construct implements OutputReader {
  private readonly variables = new Map<string, TerraformVariable>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: OutputsAsInputsProps,
  ) {
    super(scope, id);
  }

  /** The names of the outputs that were read. */
  get names(): string[] {
    return [...this.variables.keys()];
  }

  text(output: string): string {
    return this.variable(output, "string").stringValue;
  }

  entry(output: string, key: string): string {
    return Fn.lookup(this.variable(output, "map(string)").value, key) as string;
  }

  objects(output: string): IResolvable {
    // Objects have different attributes, so they are no list of one type.
    return propertyAccess(this.variable(output, "object({items = any})").value, ["items"]);
  }

  /** @throws InputError if the environment has a variable of this name */
  private variable(output: string, type: string): TerraformVariable {
    const known = this.variables.get(output);
    if (known) return known;
    if (this.props.taken.includes(output)) throw new InputError(nameIsTaken(output));
    const { description, sensitive } = this.props.outputs[output] ?? {};
    const variable = new TerraformVariable(this, output, {
      type,
      description: `${description ?? "Output"}: the output ${output} of the cluster's module`,
      nullable: false,
      sensitive,
    });
    variable.overrideLogicalId(output);
    this.variables.set(output, variable);
    return variable;
  }
}
