export * from "../../modules/testing/graph";
