import { counted } from "../counted";
import type { Box, Explanation, Picture } from "../model";
import { code, idOf, markdown, mermaid } from "./escape";
import { pathKinds, pathNames } from "./svg";

/** An explanation as Markdown with a picture in Mermaid, for pull requests. */
export function markdownOf(explanation: Explanation): string {
  const { stack, summary, picture, steps, billing, capacities, access, responsibilities } = explanation;
  const { secretsInState, support, facts, destroy, immutableFields, nextCommands, service } = explanation;
  const bullets = (items: readonly string[]) => items.map((item) => `- ${markdown(item)}`).join("\n");
  const remarks = (all: readonly { text: string; source?: string }[]) =>
    all.map(({ text, source }) => `- ${markdown(text)}${source ? ` ([source](${source}))` : ""}`).join("\n");
  const parts: (readonly [title: string, body: string])[] = [
    ["Picture", `\`\`\`mermaid\n${mermaidOf(picture)}\`\`\``],
    [
      "Sequence",
      [
        table(
          ["Step", "Minutes", "Resources", "After"],
          steps.map(({ name, start, end, resources, waitsFor, isCritical }) => [
            `${markdown(name)}${isCritical ? " (critical)" : ""}`,
            `${start}–${end}`,
            String(resources.length),
            waitsFor.map(({ step, reason }) => `${markdown(step)}: ${markdown(reason)}`).join("; "),
          ]),
        ),
        ...steps.flatMap(({ name, hidden }) =>
          hidden.length > 0 ? [`**Behind the scenes: ${markdown(name)}**\n\n${remarks(hidden)}`] : [],
        ),
      ].join("\n\n"),
    ],
    [
      "Responsibilities",
      Object.entries({
        [service]: responsibilities.cloud,
        Terraform: responsibilities.terraform,
        Autoscaler: responsibilities.autoscaler,
        You: responsibilities.you,
      })
        .filter(([, items]) => items.length > 0)
        .map(([who, items]) => `**${markdown(who)}**\n\n${bullets(items)}`)
        .join("\n\n"),
    ],
    [
      "Capacity",
      table(
        ["What", "Detail", "At minimum", "At maximum", "In an update", "Size", "Status"],
        capacities.map((one) => [
          markdown(one.name),
          markdown(one.detail ?? ""),
          ...[one.atMinimum, one.atMaximum, one.duringUpdate, one.size].map(String),
          one.status,
        ]),
      ),
    ],
    [
      "Access",
      [
        table(
          ["Principal", "Right", "Administrator"],
          access.principals.map(({ name, right, isAdmin }) => [
            code(name),
            markdown(right),
            isAdmin ? "yes" : "no",
          ]),
        ),
        table(
          ["From", "To", "Ports"],
          access.reachability.map(({ from, to, ports }) => [from, to, ports].map(markdown)),
        ),
        secretsInState.length > 0 ? `**Secrets in the state**\n\n${remarks(secretsInState)}` : "",
      ]
        .filter((part) => part !== "")
        .join("\n\n"),
    ],
    [
      "Billing",
      table(
        ["Kind", "What", "At minimum", "At maximum", "Unit"],
        billing.map((one) => [
          markdown(one.kind),
          markdown(one.of),
          String(one.atMinimum),
          String(one.atMaximum),
          markdown(one.unit),
        ]),
      ),
    ],
    [
      "Support and facts",
      [
        `Kubernetes ${markdown(support.minor)}: standard support until ${markdown(support.standardUntil ?? "an unknown date")}${support.lateUntil ? `, ${markdown(`${support.lateName} until ${support.lateUntil}`)}` : ""}.`,
        table(
          ["Table of facts", "Read on", "Source"],
          facts.map(({ name, asOf, source }) => [markdown(name), markdown(asOf), `<${source}>`]),
        ),
      ].join("\n\n"),
    ],
    [
      "Changes and destroy",
      [
        `Fields whose change is refused, because it would replace the cluster or lose data: ${immutableFields
          .filter(({ change }) => change === "refused")
          .map(({ field }) => code(field))
          .join(", ")}.`,
        `Terraform refuses to destroy ${counted(destroy.protectedResources.length, "resource")}. A destroy leaves behind:`,
        remarks(destroy.remains),
      ].join("\n\n"),
    ],
    [
      "Next commands",
      table(
        ["To do", "Command"],
        nextCommands.map(({ purpose, command }) => [markdown(purpose), code(command)]),
      ),
    ],
  ];
  return [
    `# ${markdown(stack)}`,
    markdown(summary),
    ...parts.flatMap(([title, body]) => [`## ${title}`, body]),
    "",
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The picture as a flow chart of Mermaid. */
function mermaidOf({ boxes, paths }: Picture): string {
  const lines = ["flowchart TB"];
  const draw = (box: Box, indent: string): void => {
    const members = boxes.filter(({ parent }) => parent === box.id);
    const label = [box.title, ...box.lines].map(mermaid).join("<br/>");
    if (members.length === 0) {
      lines.push(`${indent}${idOf(box.id)}["${label}"]`);
      return;
    }
    lines.push(`${indent}subgraph ${idOf(box.id)} ["${label}"]`);
    for (const member of members) draw(member, `${indent}  `);
    lines.push(`${indent}end`);
  };
  for (const box of boxes.filter(({ parent }) => parent === undefined)) draw(box, "  ");
  for (const kind of pathKinds) {
    for (const { from, to } of paths.filter((path) => path.kind === kind)) {
      lines.push(`  ${idOf(from)} -->|"${mermaid(pathNames[kind])}"| ${idOf(to)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
