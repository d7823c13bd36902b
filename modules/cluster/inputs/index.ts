export { grantsOf, isInputGrant, type PrincipalGrant } from "./grants";
export type { Input, InputTable, InputValidation, InputValue } from "./input";
export { machineTypesInput, type MachineTypeLimits, sizesInput } from "./node-groups";
export {
  type Declared,
  type Declaration,
  existingNetworkInput,
  isLiteral,
  matches,
  type NetworkPart,
  principalInputs,
  rangesInput,
  tableOf,
  versionInput,
} from "./table";
export { derivedFrom, eachOf, inputOf, ModuleInputs } from "./module-inputs";
