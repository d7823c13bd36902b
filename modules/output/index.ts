export { createFiles } from "./create";
export { replaceFiles } from "./files";
export { filesOnDisk, removeFile, replaceTexts } from "./texts";
export { checkPlace, outputError, reportOutput, writing } from "./problems";
export { type NewFolder, repair, replaceFolders } from "./replacement";
