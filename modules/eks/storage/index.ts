export { EksStorage } from "./storage";
