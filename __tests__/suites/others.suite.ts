import { load } from "./load";

load("others");
