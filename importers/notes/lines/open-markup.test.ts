import { describe, expect, it } from "vitest";
import { inMemory, openSource, parseSource } from "#importers/index.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(`# Certificate expired on 16 August 2020\n\nAll uploads failed.\n\n${text}\n`, "notes.md"), {
    zone: "UTC",
  });
const told = (text: string) =>
  read(text).events.map(({ at, title, line }) => [at?.slice(11, 16) ?? "?", title, line] as const);

const cells = (one: string, other: string) => `<tr class="odd">\n<td>${one}</td>\n<td>${other}</td>\n</tr>\n`;
const rows = `${cells("2:43pm", "First page")}${cells("2:48pm", "No request comes through")}${cells("4:05pm", "All clear")}`;
const head = (zone: string) =>
  `<thead>\n<tr>\n<th><strong>Time (${zone})</strong></th>\n<th>Notes</th>\n</tr>\n</thead>\n`;

describe("an HTML table inside notes", () => {
  it("gives each time the text of its own row, at its line", () => {
    expect(told(`## Timeline\n\n<table>\n${head("UTC")}<tbody>\n${rows}</tbody>\n</table>\n\n## Next`)).toEqual([
      ["14:43", "First page", 15],
      ["14:48", "No request comes through", 19],
      ["16:05", "All clear", 23],
    ]);
  });

  it.each([
    ["with the zone of its head", `<table>\n${head("EDT")}${rows}</table>`, ["18:43", "18:48", "20:05"]],
    ["without a head", `<table>\n${rows}</table>`, ["14:43", "14:48", "16:05"]],
    ["on one line", `<table>${rows.replaceAll("\n", "")}</table>`, ["14:43", "14:48", "16:05"]],
    [
      "in capitals",
      `<TABLE BORDER="1">\n${rows.replaceAll("td>", "TD>").replaceAll("tr", "TR")}</TABLE>`,
      ["14:43", "14:48", "16:05"],
    ],
    ["indented", `- Timeline:\n\n  <table>\n${rows}  </table>`, ["14:43", "14:48", "16:05"]],
    ["within another", `<table><tr><td>\n<table>\n${rows}</table>\n</td></tr></table>`, ["14:43", "14:48", "16:05"]],
    [
      "below another",
      `<table>\n${cells("Severity", "2")}</table>\n\n<table>\n${rows}</table>`,
      ["14:43", "14:48", "16:05"],
    ],
    ["right below words", `The timeline:\n<table>\n${rows}</table>\nThat was all.`, ["14:43", "14:48", "16:05"]],
    [
      "with attributes",
      `<table style="width:100%" class="c">\n<colgroup><col/></colgroup>\n${rows}</table>`,
      ["14:43", "14:48", "16:05"],
    ],
    ["after a list", `- Uploads failed\n- Queries too\n\n<table>\n${rows}</table>`, ["14:43", "14:48", "16:05"]],
  ])("is read %s", (_how, text, times) => {
    expect(told(text).map(([at]) => at)).toEqual(times);
    expect(told(text).at(-1)?.[1]).toBe("All clear");
  });

  it("keeps its text if it never ends", () => {
    const { events, context, rejects } = read(`<table>\n<tr>\n<td>Severity</td>\n<td>of the second kind</td>`);
    expect(JSON.stringify({ events, context, rejects })).toContain("of the second kind");
  });

  it("stays code between fences", () => {
    expect(told(`\`\`\`html\n<table>\n${rows}</table>\n\`\`\``).map(([, title]) => title)).not.toContain("First page");
  });

  it("lists action items", () => {
    const text = `# Outage\n\n## Timeline\n\n- 14:00 down\n\n## Action items\n\n<table>\n<tr><th>Action item</th><th>Owner</th></tr>\n<tr><td>Renew certificates by a job</td><td>Ines</td></tr>\n</table>`;
    const { filename, bytes } = textInput(text, "notes.md");
    const { actions } = openSource({ filename, bytes: inMemory(bytes) });
    expect(actions.map(({ title, line }) => [title, line])).toEqual([["Renew certificates by a job", 11]]);
  });
});
