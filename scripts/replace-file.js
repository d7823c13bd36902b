const fs = require("node:fs");
const path = require("node:path");

/**
 * Writes a file that other processes may be reading: they see the old text or the new one.
 *
 * @returns false if the file cannot be written, as in a read-only checkout
 */
function replaceFile(file, text) {
  const next = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(next, text);
    fs.renameSync(next, file);
    return true;
  } catch {
    return false;
  }
}

module.exports = { replaceFile };
