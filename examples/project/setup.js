// Adds the matchers of CDKTF to Jest.
require("cdktf").Testing.setupJest();
