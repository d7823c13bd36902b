import { isDocument, referencePlaces, referringTexts, variable } from "./references";

/** One place in so many is tested, from a seed that is printed; `PAYLOADS=all` tests all of them. */
const share = process.env.PAYLOADS === "all" ? 1 : 40;
const seed = Number(process.env.PAYLOADS_SEED ?? new Date().getDate());

test.each(["eks", "aks", "gke"] as const)(
  "a sensitive variable in a field of %s reaches no document",
  (platform) => {
    const places = referencePlaces(platform, share === 1 ? 300 : 25);
    const chosen = places.filter((_, i) => (i * 7919 + seed) % share === 0);
    const shown: string[] = [];
    let accepted = 0;
    for (const place of chosen) {
      const texts = referringTexts(place, `\${var.${variable}}`, { sensitive: true });
      if (texts === undefined) continue;
      accepted++;
      // Terraform hides outputs that show a sensitive variable.
      const documents = texts.filter((text) => isDocument(text) && !text.argument.startsWith("output"));
      if (documents.length > 0)
        shown.push(`${place.name}: ${documents[0].argument} ${documents[0].text.slice(0, 200)}`);
    }
    process.stdout.write(
      `${platform}: a sensitive variable in ${chosen.length} of ${places.length} places (seed ${seed}): ${accepted} accepted\n`,
    );
    expect(shown).toEqual([]);
    expect(chosen.length).toBeGreaterThan(0);
  },
  3_600_000,
);

test("documents are known by their argument or by the functions that encode them", () => {
  const argument = "aws_iam_role_policy.policy";
  expect(isDocument({ argument, text: "${var.zqxj}" })).toBe(true);
  expect(isDocument({ argument: "aws_instance.tags.Name", text: "${var.zqxj}" })).toBe(true);
  expect(isDocument({ argument: "a.user_data", text: "x" })).toBe(true);
  expect(isDocument({ argument: "a.b", text: '{"a":${jsonencode("${var.zqxj}")}}' })).toBe(true);
  expect(isDocument({ argument: "aws_subnet.vpc_id", text: "${var.zqxj}" })).toBe(false);
});
