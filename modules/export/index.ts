export { objectOf, plainConfiguration, type Configuration } from "./configuration";
export { fileNames, type Files } from "./files";
export { childModule, programsModule } from "./module";
export { backendTypes, rootModule, type RootOptions } from "./root";
export { checkFree, checkOrigin, exportsIn, writeFolder, writeFolders, type WriteOptions } from "./write";
