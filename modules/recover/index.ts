export { askAws } from "./aws";
export { type Ask, type Configuration, type Finding, findDifferences, type Recovery } from "./find";
export { stateResources } from "./state";
