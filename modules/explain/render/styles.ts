/** Styles of the page. The colours of both schemes have a contrast of at least 4.5 to 1 for text. */
export const styles = `
:root { color-scheme: light dark; --bg: #f6f7f9; --card: #ffffff; --text: #1b2430; --soft: #55606e; --rule: #d7dce3; --accent: #0b57d0;
  --zone: #eef2f7; --inner: #e4eaf2; --box: #ffffff; --api: #0b57d0; --node: #6b3fa0; --out: #b3420a; --in: #12703c; --store: #8a5a00; --bar: #8fb2e8; --critical: #c2410c; --warn: #9a3412; }
@media (prefers-color-scheme: dark) { :root { --bg: #12161c; --card: #1a2029; --text: #e6eaf0; --soft: #a3afbd; --rule: #343d4a; --accent: #8ab4f8;
  --zone: #202833; --inner: #283241; --box: #161c24; --api: #8ab4f8; --node: #c8a6f5; --out: #fba676; --in: #74d39b; --store: #e5bd62; --bar: #3d6199; --critical: #fb923c; --warn: #fdba74; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
header, main, footer, nav > ul { max-width: 1220px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 0 0 10px; }
h3 { font-size: 15.5px; margin: 18px 0 6px; }
p { margin: 0 0 10px; max-width: 92ch; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 12px; top: 8px; background: var(--card); padding: 6px 10px; z-index: 3; }
.kicker { color: var(--soft); margin: 0 0 14px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 16px 0; padding: 0; }
.figures div { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 10px 14px; }
.figures dt { color: var(--soft); font-size: 13px; } .figures dd { margin: 0; font-size: 20px; font-weight: 650; }
nav { position: sticky; top: 0; background: var(--bg); border-bottom: 1px solid var(--rule); z-index: 2; }
nav > ul { list-style: none; display: flex; gap: 4px 18px; overflow-x: auto; padding-top: 9px; padding-bottom: 9px; white-space: nowrap; }
section { background: var(--card); border: 1px solid var(--rule); border-radius: 12px; padding: 18px 20px; margin: 18px 0; scroll-margin-top: 56px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; min-width: 62px; }
th { color: var(--soft); font-weight: 600; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
ul { margin: 6px 0 10px; padding-left: 20px; } li { margin: 3px 0; }
details { margin: 6px 0; } summary { cursor: pointer; color: var(--soft); }
.source { color: var(--soft); font-size: 13px; white-space: nowrap; }
svg { display: block; max-width: 100%; height: auto; margin: 0 auto; } .scroll > svg { min-width: min(var(--wide), 1000px); }
svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--text); }
.over-0, .over-1, .over-2, .over-3 { paint-order: stroke; stroke-width: 5px; stroke-linejoin: round; stroke: var(--zone); } .over-1 { stroke: var(--card); } .over-3 { stroke: var(--inner); }
svg .title { font-weight: 650; }
.container rect { fill: none; stroke: var(--rule); } .depth-0 rect { fill: var(--zone); } .depth-1 rect { fill: var(--card); } .depth-2 rect { fill: var(--zone); } .depth-3 rect { fill: var(--inner); }
.box rect { fill: var(--box); stroke: var(--soft); }
.control-plane rect { stroke: var(--api); stroke-width: 2; } .store rect { stroke: var(--store); } .person rect { stroke: var(--api); } .internet rect { stroke: var(--out); } .gateway rect { stroke: var(--out); } .load-balancer rect { stroke: var(--in); }
.line { fill: none; stroke-width: 1.7; } .line.person-to-api { stroke: var(--api); stroke-width: 2.6; } .line.node-to-api { stroke: var(--node); stroke-dasharray: 5 3; } .line.pod-to-internet { stroke: var(--out); } .line.internet-to-service { stroke: var(--in); } .line.pod-to-storage { stroke: var(--store); stroke-dasharray: 2 3; }
.head.person-to-api { fill: var(--api); } .head.node-to-api { fill: var(--node); } .head.pod-to-internet { fill: var(--out); } .head.internet-to-service { fill: var(--in); } .head.pod-to-storage { fill: var(--store); }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; } .legend span { display: inline-block; width: 26px; height: 0; border-top: 3px solid; vertical-align: middle; margin-right: 7px; }
.legend .person-to-api { border-color: var(--api); } .legend .node-to-api { border-color: var(--node); border-top-style: dashed; } .legend .pod-to-internet { border-color: var(--out); } .legend .internet-to-service { border-color: var(--in); } .legend .pod-to-storage { border-color: var(--store); border-top-style: dotted; }
.bar { position: relative; height: 14px; min-width: 220px; border-radius: 4px; background: var(--zone); } .bar i { position: absolute; top: 0; bottom: 0; min-width: 3px; border-radius: 4px; background: var(--bar); } .bar i.critical { background: var(--critical); }
.steps { list-style: none; padding: 0; counter-reset: step; } .steps > li { counter-increment: step; border-top: 1px solid var(--rule); padding: 4px 0 8px; } .steps h3::before { content: counter(step) ". "; color: var(--soft); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(250px, 1fr)); gap: 4px 28px; }
.near-limit, .exceeded { color: var(--warn); font-weight: 650; }
footer { color: var(--soft); font-size: 13px; padding-bottom: 30px; }
@media (max-width: 600px) { header, main, footer, nav > ul { padding-left: 12px; padding-right: 12px; } section { padding: 14px 12px; } h1 { font-size: 22px; } }
@media print { body { background: #fff; } nav, .skip { display: none; } section, .figures div { break-inside: auto; border-color: #bbb; } .scroll { overflow: visible; } svg { max-width: 100%; height: auto; } details > * { display: block; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }
`;
