// The tables of EKS, from the AWS CLI.
import { answerOf, dayIn, itemsIn, listIn, RefreshError, textIn } from "./answers.mjs";
import { groupByFamily } from "./instance-types.mjs";
import { familyTable, mergedFamilies, tableIn, withFact, withTable } from "./source.mjs";

const versionsFile = "modules/eks/versions.ts";
const typesFile = "modules/aws/machine-types.ts";
const tableFile = "modules/aws/machine-type-table.json";
const minorPattern = /^1\.\d+$/;

/** The parameters of Systems Manager with the newest release of each image. */
const parameters = {
  al2023: (minor) =>
    `/aws/service/eks/optimized-ami/${minor}/amazon-linux-2023/x86_64/standard/recommended/release_version`,
  bottlerocket: (minor) => `/aws/service/bottlerocket/aws-k8s-${minor}/x86_64/latest/image_version`,
};

/**
 * The changed files.
 *
 * @param read - the text of a file of this repository
 * @param options - the folder of recorded answers, if any, and the day of the answers
 */
export function refreshEks(read, { from, asOf }) {
  const aws = (file, ...args) => answerOf(file, ["aws", ...args, "--output", "json"], from);
  const supported = aws("describe-cluster-versions.json", "eks", "describe-cluster-versions");
  const addOns = aws("describe-addon-versions.json", "eks", "describe-addon-versions");
  const types = aws("describe-instance-types.json", "ec2", "describe-instance-types");

  const text = read(versionsFile);
  const table = tableIn(text, "export const kubernetesVersions = {", "} as const satisfies");
  const rows = JSON.parse(JSON.stringify(table.value));
  // Add-ons that the table pins for any minor.
  const pinned = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row.addOns)))];
  for (const [minor, dates] of supportDates(supported)) {
    rows[minor] = { addOns: {}, images: {}, ...rows[minor], ...dates };
  }
  for (const [name, minor, version] of defaultVersions(addOns, pinned)) {
    if (rows[minor] !== undefined) rows[minor].addOns[name] = version;
  }
  const minors = Object.keys(rows).sort((a, b) => b.split(".")[1] - a.split(".")[1]);
  for (const [family, minor, release] of imageReleases(aws, minors)) rows[minor].images[family] = release;

  let versions = withTable(text, table, literalOf(rows, minors, pinned));
  for (const [name, source] of [
    ["versionsFact", "https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeClusterVersions.html"],
    ["addOnsFact", "https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeAddonVersions.html"],
    ["imagesFact", "https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html"],
  ]) {
    versions = withFact(versions, name, { asOf, source });
  }
  const families = mergedFamilies(JSON.parse(read(tableFile)), familiesOf(types));
  return {
    files: {
      [versionsFile]: versions,
      [tableFile]: familyTable(families)(Object.keys(families).sort()),
      [typesFile]: withFact(read(typesFile), "machineTypesFact", {
        asOf,
        source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html",
      }),
    },
    notes: [],
  };
}

function supportDates({ value, source }) {
  return listIn(value?.clusterVersions, "clusterVersions", source).map((row, i) => {
    const path = `clusterVersions[${i}]`;
    const minor = textIn(row?.clusterVersion, minorPattern, `${path}.clusterVersion`, source);
    const standardSupportUntil = dayIn(
      row.endOfStandardSupportDate,
      `${path}.endOfStandardSupportDate`,
      source,
    );
    const extendedSupportUntil = dayIn(
      row.endOfExtendedSupportDate,
      `${path}.endOfExtendedSupportDate`,
      source,
    );
    if (extendedSupportUntil < standardSupportUntil) {
      throw new RefreshError(`${source}: ${path}: extended support ends before standard support`);
    }
    return [minor, { standardSupportUntil, extendedSupportUntil }];
  });
}

/** Name, minor and version of each default version. Versions of add-ons that the table does not pin can have other forms. */
function defaultVersions({ value, source }, pinned) {
  return listIn(value?.addons, "addons", source).flatMap((addOn, i) => {
    if (!pinned.includes(addOn?.addonName)) return [];
    return listIn(addOn.addonVersions, `addons[${i}].addonVersions`, source).flatMap((one, j) => {
      const path = `addons[${i}].addonVersions[${j}]`;
      const version = textIn(
        one?.addonVersion,
        /^v?\d+\.\d+\.\d+(?:[-+]\S*)?$/,
        `${path}.addonVersion`,
        source,
      );
      return itemsIn(one.compatibilities, `${path}.compatibilities`, source)
        .filter((of) => of?.defaultVersion === true)
        .map(({ clusterVersion }) => [addOn.addonName, clusterVersion, version]);
    });
  });
}

/** Releases of images. A parameter of a minor that is too new or too old does not exist. */
function imageReleases(aws, minors) {
  const names = minors.flatMap((minor) =>
    Object.entries(parameters).map(([family, of]) => ({ family, minor, name: of(minor) })),
  );
  const answers = [];
  // At most ten names for each call. Recorded answers are one file with all of them.
  for (let i = 0; i < names.length; i += 10) {
    const some = names.slice(i, i + 10).map(({ name }) => name);
    answers.push(aws("get-parameters.json", "ssm", "get-parameters", "--names", ...some));
  }
  const found = names.flatMap(({ family, minor, name }) => {
    for (const { value, source } of answers) {
      const found = itemsIn(value?.Parameters, "Parameters", source).find((one) => one?.Name === name);
      if (found === undefined) continue;
      return [
        [family, minor, textIn(found.Value, /^\d+\.\d+\.\d+-[0-9a-f]+$/, `the value of ${name}`, source)],
      ];
    }
    return [];
  });
  const [{ source }] = answers;
  if (found.length === 0) throw new RefreshError(`${source}: Parameters has no release of an image`);
  return found;
}

function familiesOf({ value, source }) {
  const list = listIn(value?.InstanceTypes, "InstanceTypes", source);
  try {
    return groupByFamily(list.filter(({ InstanceType }) => !InstanceType.startsWith("mac")));
  } catch (failure) {
    throw new RefreshError(`${source}: not the form of DescribeInstanceTypes: ${failure.message}`);
  }
}

/** Newest minor first. Add-ons in the order of the table. */
function literalOf(rows, minors, pinned) {
  const body = minors.map((minor) => {
    const { standardSupportUntil, extendedSupportUntil, addOns, images } = rows[minor];
    const sorted = Object.fromEntries(
      pinned.filter((name) => name in addOns).map((name) => [name, addOns[name]]),
    );
    const { al2023, bottlerocket } = images;
    const row = {
      standardSupportUntil,
      extendedSupportUntil,
      addOns: sorted,
      images: { al2023, bottlerocket },
    };
    return `"${minor}": ${JSON.stringify(row)}`;
  });
  return `{${body.join(",")}}`;
}
