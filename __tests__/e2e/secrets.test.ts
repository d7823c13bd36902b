import { describeE2e } from "./setup/describe";
import { Deployment } from "./support/deployment";
import { eksDocument } from "./support/environments";
import { environmentFile } from "./support/synthesis";
import { type Workspace } from "./support/workspace";

const marker = "s3cr3t-marker";
const keyArn = (name: string) => `arn:aws:kms:eu-central-1:123456789012:key/${name}`;
const given = { TF_VAR_team: keyArn(`${marker}-team`) };

// A synthesis does not have the values, so these tests check the output of Terraform and CDKTF.
describeE2e("values of sensitive variables", () => {
  let deployment: Deployment;
  let workspace: Workspace;

  beforeAll(async () => {
    const environment = eksDocument(environmentFile("dev"));
    environment.setIn(["variables", "team"], { type: "string", sensitive: true });
    environment.setIn(["clusters", 0, "nodeGroups", 0, "disk", "kmsKeyArn"], "${var.team}");
    deployment = await Deployment.begin({ stack: "dev-main", region: "eu-central-1" }, given);
    ({ workspace } = deployment);
    await deployment.use(environment, "dev");
    await workspace.init();
  });

  afterAll(() => deployment?.end());

  test("are not in a plan", async () => {
    const { text } = await workspace.plan();
    expect(text).toMatch(/\(sensitive value\)/);
    expect(text).not.toContain(marker);
  });

  test("are not in the log of a deployment that uses them", async () => {
    const { output } = await workspace.deploy();
    expect(output).toMatch(/Apply complete/);
    expect(output).not.toContain(marker);
    const { stdout } = await workspace.terraform(["state", "pull"]);
    for (const value of Object.values(given)) expect(stdout).toContain(value);
  });

  test("are not in the outputs", async () => {
    const { output } = await workspace.terraform(["output", "-no-color"]);
    expect(output).toMatch(/dev-main/);
    expect(output).not.toContain(marker);
  });

  test("are not in the plan of a new value, nor in that of a destroy", async () => {
    for (const options of [["-var", `team=${keyArn(`${marker}-other`)}`], ["-destroy"]]) {
      const { output } = await workspace.terraform(["plan", "-no-color", ...options]);
      expect(output).toMatch(/\(sensitive value\)/);
      expect(output).not.toContain(marker);
    }
  });
});
