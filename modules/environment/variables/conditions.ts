import { nearest } from "../../cluster/nearest";
import { error, type Finding } from "../../cluster/problem";
import { shown } from "../../cluster/values";
import { variablesIn, type Variables } from "./references";

/**
 * The functions of Terraform that conditions can call: the result depends on the arguments only. Others read files, the machine, the
 * clock or secrets, and Terraform prints the arguments of a call that fails.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
const functions: ReadonlySet<string> = new Set(
  (
    "abs alltrue anytrue base64decode base64encode can ceil chomp chunklist cidrhost cidrnetmask cidrsubnet cidrsubnets coalesce " +
    "coalescelist compact concat contains distinct element endswith flatten floor format formatdate formatlist indent index join " +
    "jsondecode jsonencode keys length log lookup lower matchkeys max md5 merge min one parseint pow range regex regexall replace " +
    "reverse setintersection setproduct setsubtract setunion sha1 sha256 sha512 signum slice sort split startswith strcontains strrev " +
    "substr sum timeadd timecmp title tobool tolist tomap tonumber toset tostring transpose trim trimprefix trimspace trimsuffix try " +
    "upper urlencode values yamldecode yamlencode zipmap"
  ).split(" "),
);

/** The faults of a condition of a variable. */
export function conditionProblems(condition: string, name: string, variables: Variables): Finding[] {
  if (/[$%]\{/.test(condition))
    return [error([], `must be an expression without \${ }, got ${shown(condition)}`)];
  const fault = faultOf(condition);
  if (fault !== undefined) return [error([], `${fault} in ${shown(condition)}`)];

  const used = variablesIn(condition);
  const unknown = used.filter((other) => !Object.hasOwn(variables, other));
  if (unknown.length > 0) {
    const meant = nearest(unknown[0], Object.keys(variables));
    return [
      error(
        [],
        `unknown variable ${shown(unknown[0])}${meant === undefined ? "" : `; did you mean ${shown(meant)}?`}`,
      ),
    ];
  }
  return used.includes(name) ? [] : [error([], `must refer to var.${name}, got ${shown(condition)}`)];
}

function faultOf(condition: string): string | undefined {
  const bare = withoutStrings(condition);
  if (bare === undefined) return "a quote is never closed";
  const [sign] = /<<|#|\/\/|\/\*/.exec(bare) ?? [];
  if (sign !== undefined) return `an unexpected ${sign}`;
  return bracketFault(bare) ?? callFault(bare) ?? referenceFault(bare);
}

/** The expression with empty strings; undefined if one is not closed. Without `${`, a string has no expressions in it. */
function withoutStrings(expression: string): string | undefined {
  let isClosed = true;
  const bare = expression.replace(/"(?:[^"\\]|\\[^])*("?)/g, (_, end: string) => {
    isClosed &&= end !== "";
    return '""';
  });
  return isClosed ? bare : undefined;
}

function bracketFault(bare: string): string | undefined {
  const open: string[] = [];
  const closing: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
  for (const character of bare) {
    if ("([{".includes(character)) open.push(character);
    else if (Object.hasOwn(closing, character) && open.pop() !== closing[character])
      return `an unexpected ${character}`;
  }
  return open.length > 0 ? `a ${open.at(-1)} is never closed` : undefined;
}

/** Keywords of expressions, which can be in front of brackets. */
const keywords: ReadonlySet<string> = new Set(["for", "in", "if"]);

function callFault(bare: string): string | undefined {
  const called = bare.matchAll(/(?<![\p{L}\p{N}_:-])([\p{L}\p{N}_:-]+)\s*\(/gu);
  const names = [...called].map(([, one]) => one.replace(/^[-:]+/, ""));
  const other = names.find((one) => one !== "" && !functions.has(one) && !keywords.has(one));
  return other === undefined ? undefined : `the function ${shown(other)} is not allowed`;
}

/** Names that are no function, no variable, no attribute, no key, and not bound by `for`. */
function referenceFault(bare: string): string | undefined {
  const bound = [...bare.matchAll(/\bfor\s+([\p{L}\p{N}_-]+)(?:\s*,\s*([\p{L}\p{N}_-]+))?\s+in\b/gu)].flatMap(
    ([, key, value]) => [key, value],
  );
  const roots = [...bare.matchAll(/(?<![\p{L}\p{N}_.-])([\p{L}_][\p{L}\p{N}_-]*)\s*[.[]/gu)].map(
    ([, root]) => root,
  );
  const other = roots.find((root) => root !== "var" && !bound.includes(root) && !keywords.has(root));
  return other === undefined ? undefined : `${shown(other)} is not a variable: use var.NAME`;
}
