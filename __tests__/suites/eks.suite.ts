import { load } from "./load";

load("eks");
