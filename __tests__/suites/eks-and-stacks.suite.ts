import { load } from "./load";

load("eks-and-stacks");
