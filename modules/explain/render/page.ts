import { changeText } from "../../cluster/change-text";
import { counted } from "../counted";
import { range } from "../billing";
import type { Explanation, Remark, Step } from "../model";
import { html, idOf } from "./escape";
import { styles } from "./styles";
import { pathKinds, pathNames, svgOf } from "./svg";

/** An explanation as one page of HTML without any other file: styles and the picture are inline, and there are no scripts. */
export function pageOf(explanation: Explanation): string {
  const { stack, service, region, kubernetesVersion, summary } = explanation;
  const sections = sectionsOf(explanation);
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${html(stack)}: ${html(service)}</title>`,
    `<style>${styles}</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#content">Skip to the content</a>',
    "<header>",
    `<h1>${html(stack)}</h1>`,
    `<p class="kicker">${html(service)} in ${html(region)}, Kubernetes ${html(kubernetesVersion)}</p>`,
    `<p>${html(summary)}</p>`,
    figuresOf(explanation),
    "</header>",
    '<nav aria-label="Sections"><ul>',
    ...sections.map(([title]) => `<li><a href="#${idOf(title)}">${html(title)}</a></li>`),
    "</ul></nav>",
    '<main id="content" tabindex="-1">',
    ...sections.map(
      ([title, body]) =>
        `<section id="${idOf(title)}" aria-labelledby="${idOf(title)}_title"><h2 id="${idOf(title)}_title">${html(title)}</h2>\n${body}</section>`,
    ),
    "</main>",
    "<footer><p>Written by cdktf-clusters explain, from the files alone. Times are estimates.</p></footer>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function figuresOf({ nodeGroups, zones, minutes, steps, support }: Explanation): string {
  const sum = (of: "min" | "max") => nodeGroups.reduce((total, group) => total + (group[of] ?? 0), 0);
  const figures: [string, string][] = [
    ["Nodes", nodeGroups.length > 0 ? range(sum("min"), sum("max")) : "for pods"],
    ["Zones", String(zones.length || "–")],
    ["Resources", String(steps.reduce((total, { resources }) => total + resources.length, 0))],
    ["Minutes to deploy", `≈ ${Math.ceil(minutes)}`],
    ["Standard support until", support.standardUntil ?? "unknown"],
  ];
  return `<dl class="figures">${figures.map(([name, value]) => `<div><dt>${html(name)}</dt><dd>${html(value)}</dd></div>`).join("")}</dl>`;
}

type Section = readonly [title: string, body: string];

function sectionsOf(explanation: Explanation): Section[] {
  return [
    ["Picture", pictureSection(explanation)],
    ["Sequence", sequenceSection(explanation)],
    ["Responsibilities", responsibilitySection(explanation)],
    ["Capacity", capacitySection(explanation)],
    ["Access", accessSection(explanation)],
    ["Billing", billingSection(explanation)],
    ["Support and facts", supportSection(explanation)],
    ["Changes and destroy", changeSection(explanation)],
    ["Next commands", commandSection(explanation)],
  ];
}

// --- Sections ----------------------------------------------------------------------------------------------------

function pictureSection({ picture, stack }: Explanation): string {
  const used = pathKinds.filter((kind) => picture.paths.some((path) => path.kind === kind));
  return [
    `<ul class="legend">${used.map((kind) => `<li><span class="${kind}"></span>${html(pathNames[kind])}</li>`).join("")}</ul>`,
    scroll("Picture of the cluster", svgOf(picture, `The cluster ${stack} and the paths of its traffic`)),
  ].join("\n");
}

function sequenceSection({ steps, minutes, criticalPath }: Explanation): string {
  const bar = ({ name, start, end, isCritical }: Step) => {
    const [left, width] = [share(start, minutes), share(end - start, minutes)];
    return [
      html(name),
      `${time(start)}–${time(end)}`,
      `<div class="bar"><i${isCritical ? ' class="critical"' : ""} style="left:${left}%;width:${width}%"></i></div>`,
    ];
  };
  return [
    "<p>Terraform creates a resource when all that it refers to exist, so steps overlap. Times are minutes from the begin; orange steps decide how long the deployment takes.</p>",
    scroll("Timeline", table(["Step", "Minutes", "Timeline"], steps.map(bar), [1])),
    details(
      `The critical path: ${counted(criticalPath.length, "resource")}`,
      table(
        ["Resource", "Minutes"],
        criticalPath.map(({ address, start, end }) => [code(address), `${time(start)}–${time(end)}`]),
        [1],
      ),
    ),
    `<ol class="steps">${steps.map(stepOf).join("\n")}</ol>`,
  ].join("\n");
}

function stepOf({ name, start, end, resources, waitsFor, hidden }: Step): string {
  const id = `step_${idOf(name)}`;
  const waits = waitsFor.map(
    ({ step, reason, example: [waiting, before] }) =>
      `<li>After <a href="#step_${idOf(step)}">${html(step)}</a>: ${html(reason)} <details><summary>for example</summary>${code(waiting)} waits for ${code(before)}</details></li>`,
  );
  return [
    `<li id="${id}"><h3>${html(capital(name))}</h3>`,
    `<p>Minute ${time(start)} to ${time(end)}${resources.length > 0 ? `, ${counted(resources.length, "resource")}` : ", without own resources: it happens on the machines"}.</p>`,
    waits.length > 0 ? `<ul>${waits.join("")}</ul>` : "",
    hidden.length > 0 ? `<p><strong>Behind the scenes</strong></p>${remarks(hidden)}` : "",
    resources.length > 0
      ? details(
          `Resources of the step ${name}`,
          `<ul>${resources.map(({ address }) => `<li>${code(address)}</li>`).join("")}</ul>`,
        )
      : "",
    "</li>",
  ].join("\n");
}

function responsibilitySection({ responsibilities, service }: Explanation): string {
  const { cloud, terraform, autoscaler, you } = responsibilities;
  const column = (title: string, items: readonly string[]) =>
    `<div><h3>${html(title)}</h3>${items.length > 0 ? list(items) : "<p>Nothing.</p>"}</div>`;
  return `<div class="columns">${column(service, cloud)}${column("Terraform", terraform)}${column("Autoscaler", autoscaler)}${column("You", you)}</div>`;
}

function capacitySection({ capacities, capacityNotes, nodeGroups }: Explanation): string {
  const groups = nodeGroups.map((group) => [
    html(group.name),
    html(group.machineTypes.join(", ")),
    html(range(group.min ?? "?", group.max ?? "?")),
    html(group.surge),
    html(group.capacity),
    html(group.podsPerNode ?? "–"),
  ]);
  return [
    nodeGroups.length > 0
      ? scroll(
          "Node groups",
          table(
            ["Node group", "Machine types", "Nodes", "More in an update", "Capacity", "Pods per node"],
            groups,
            [2, 3, 5],
          ),
        )
      : "",
    "<h3>Addresses and quotas</h3>",
    scroll(
      "Addresses and quotas",
      table(
        ["What", "", "At minimum", "At maximum", "In an update", "Size", "Status"],
        capacities.map(({ name, detail = "", size, atMinimum, atMaximum, duringUpdate, status }) => [
          html(name),
          html(detail),
          html(atMinimum),
          html(atMaximum),
          html(duringUpdate),
          html(size),
          `<span class="${status}">${html(status === "ok" ? "ok" : status.replace("-", " "))}</span>`,
        ]),
        [2, 3, 4, 5],
      ),
    ),
    list(capacityNotes),
  ].join("\n");
}

function accessSection({ access, secretsInState }: Explanation): string {
  const { reachability, principals } = access;
  return [
    "<h3>Who has rights in the cluster</h3>",
    scroll(
      "Rights in the cluster",
      table(
        ["Principal", "Right", "Administrator"],
        principals.map(({ name, right, isAdmin }) => [code(name), html(right), isAdmin ? "yes" : "no"]),
      ),
    ),
    "<h3>What is open to whom</h3>",
    scroll(
      "Open paths",
      table(
        ["From", "To", "Ports", "Opened by"],
        reachability.map(({ from, to, ports, address }) => [
          html(from),
          html(to),
          html(ports),
          code(address),
        ]),
      ),
    ),
    "<h3>Secrets in the state</h3>",
    secretsInState.length > 0 ? remarks(secretsInState) : "<p>None that is known.</p>",
  ].join("\n");
}

function billingSection({ billing }: Explanation): string {
  return [
    "<p>Units in a month of 730 hours. Prices depend on the region and the contract.</p>",
    scroll(
      "Billed units",
      table(
        ["Kind", "What", "At minimum", "At maximum", "Unit"],
        billing.map(({ kind, of, atMinimum, atMaximum, unit }) => [
          html(kind),
          html(of),
          html(atMinimum.toLocaleString("en")),
          html(atMaximum.toLocaleString("en")),
          html(unit),
        ]),
        [2, 3],
      ),
    ),
  ].join("\n");
}

function supportSection({ support, facts }: Explanation): string {
  const { minor, standardUntil, lateUntil, lateName } = support;
  return [
    `<p>Kubernetes ${html(minor)}: ${standardUntil ? `standard support until <strong>${html(standardUntil)}</strong>` : "no date of its support is known"}${lateUntil ? `, ${html(lateName ?? "later support")} until <strong>${html(lateUntil)}</strong>` : ""}.</p>`,
    table(
      ["Table of facts", "Read on", "Source"],
      facts.map(({ name, asOf, source }) => [html(name), html(asOf), link(source)]),
    ),
  ].join("\n");
}

function changeSection({ destroy, immutableFields }: Explanation): string {
  const refused = immutableFields.filter(({ change }) => change === "refused");
  const replaced = immutableFields.filter(({ change }) => change === "replace");
  const rows = (fields: typeof refused) =>
    table(
      ["Field", "Effect of a change"],
      fields.map(({ field, change, note }) => [
        code(field),
        html(change === "replace" ? changeText({}, change, note) : (note ?? "refused")),
      ]),
    );
  return [
    "<h3>Fields that cannot change</h3><p>A change would replace the cluster or lose data. Protection refuses it.</p>",
    details(counted(refused.length, "field"), rows(refused)),
    "<h3>Fields whose change replaces a part</h3>",
    details(counted(replaced.length, "field"), rows(replaced)),
    "<h3>What Terraform refuses to destroy</h3>",
    destroy.protectedResources.length > 0
      ? details(
          counted(destroy.protectedResources.length, "protected resource"),
          `<ul>${destroy.protectedResources.map((address) => `<li>${code(address)}</li>`).join("")}</ul>`,
        )
      : "<p>Nothing: the cluster has no protection.</p>",
    "<h3>What a destroy leaves behind</h3>",
    remarks(destroy.remains),
  ].join("\n");
}

function commandSection({ nextCommands }: Explanation): string {
  return table(
    ["To do", "Command"],
    nextCommands.map(({ purpose, command }) => [html(purpose), code(command)]),
  );
}

// --- Elements ----------------------------------------------------------------------------------------------------

const code = (text: string): string => `<code>${html(text)}</code>`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${html(item)}</li>`).join("")}</ul>`;

const link = (url: string): string => `<a href="${html(url)}" rel="noreferrer">${html(hostOf(url))}</a>`;

const hostOf = (url: string): string => url.replace(/^https:\/\//, "").split("/")[0];

function remarks(all: readonly Remark[]): string {
  return `<ul>${all
    .map(({ text, source, resources = [] }) => {
      const about =
        resources.length > 0
          ? ` <span class="source">(${resources.length === 1 ? code(resources[0]) : counted(resources.length, "resource")})</span>`
          : "";
      const from = source ? ` <span class="source">${link(source)}</span>` : "";
      return `<li>${html(text)}${from}${resources.length === 1 ? "" : about}</li>`;
    })
    .join("")}</ul>`;
}

/** A table whose cells are HTML. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const of = (i: number) => (numbers.includes(i) ? ' class="number"' : "");
  return [
    "<table>",
    `<thead><tr>${head.map((name, i) => (name === "" ? `<td${of(i)}></td>` : `<th scope="col"${of(i)}>${html(name)}</th>`)).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((cells) => `<tr>${cells.map((cell, i) => `<td${of(i)}>${cell}</td>`).join("")}</tr>`),
    "</tbody></table>",
  ].join("\n");
}

/** Content that may be wider than the window. The keyboard can scroll it. */
const scroll = (label: string, body: string): string =>
  `<div class="scroll" tabindex="0" role="group" aria-label="${html(label)}">${body}</div>`;

const details = (summary: string, body: string): string =>
  `<details><summary>${html(summary)}</summary>${body}</details>`;

const share = (part: number, whole: number): string =>
  whole === 0 ? "0" : ((100 * part) / whole).toFixed(2);

/** Minutes with at most one decimal. */
const time = (minutes: number): string => String(Math.round(minutes * 10) / 10);

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
