import type { NormalizedEvent, ParsedSource } from "#importers/index.ts";

const CUTS: Partial<Record<NormalizedEvent["precision"], number>> = { minute: 16, approx: 16, hour: 16, day: 10 };

/**
 * Describes the result of parsing in lines for people: events in order of time, then rejected lines, then the counts.
 */
export function describeParsed({ label, reason, events, rejects, context, days = [] }: ParsedSource): string {
  const sorted = [...events].sort((a, b) => (a.at ?? "~").localeCompare(b.at ?? "~"));
  const rows = sorted.map((event) => [whenOf(event), event.kind, event.title] as const);
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? "").length)));
  const lines = [
    `${label}. ${reason}`,
    "",
    ...rows.map(([when, kind, title]) => `${when.padEnd(widths[0] ?? 0)}  ${kind.padEnd(widths[1] ?? 0)}  ${title}`),
    ...(rows.length > 0 ? [""] : []),
    ...(events.some(({ ambiguity }) => ambiguity?.reason === "date")
      ? [
          "Nothing near the times names their day. Set it with --date.",
          ...days.map(
            ({ date, line, text }) => `Elsewhere, ${line === 0 ? "the name" : `line ${line}`}: ${date}, “${text}”`,
          ),
        ]
      : []),
    ...rejects.map((reject) => `Rejected, line ${reject.line}: ${reject.reason}`),
    `${events.length} events, ${rejects.length} rejected, ${context.length} lines of context.`,
  ];
  return `${lines.join("\n")}\n`;
}

function whenOf({ at, endAt, precision, ambiguity, statedText }: NormalizedEvent): string {
  if (at === null) return ambiguity ? `? ${statedText ?? ambiguity.local ?? ""}` : "unknown";
  const cut = (instant: string) => instant.slice(0, CUTS[precision] ?? 19).replace("T", " ");
  const start = `${precision === "approx" || precision === "hour" ? "~" : ""}${cut(at)}Z`;
  return endAt === null
    ? start
    : `${start} to ${endAt.slice(0, 10) === at.slice(0, 10) ? cut(endAt).slice(11) : cut(endAt)}Z`;
}
