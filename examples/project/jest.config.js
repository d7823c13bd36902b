/** The tests are compiled by `npm run build`. */
module.exports = {
  roots: ["<rootDir>/dist"],
  testMatch: ["**/*.test.js"],
  setupFilesAfterEnv: ["<rootDir>/setup.js"],
};
