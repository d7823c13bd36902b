export { commandLine } from "./commands";
export { type Ask, type Configuration, type Finding, findDifferences, type Recovery } from "./find";
export { stateResources } from "./state";
