export { type AccessRequest, type Decision, evaluate } from "./evaluate";
export type { PolicyDocument, PolicyStatement } from "./policy";
