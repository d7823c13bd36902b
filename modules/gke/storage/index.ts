export { GkeStorage } from "./storage";
