import { load } from "./load";

load("clusters-and-stacks");
