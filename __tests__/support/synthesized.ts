export * from "../../modules/testing/synthesized";
