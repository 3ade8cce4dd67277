import type { RootContent } from "hast";

/** Kinds of code that have a colour. */
export type CodeKind = "comment" | "keyword" | "name" | "number" | "string";

export interface CodePiece {
  text: string;
  kind: CodeKind | null;
}

/** The languages that can be chosen. Others that a text has are kept, and coloured if they are known. */
export const LANGUAGES: readonly { value: string; label: string }[] = [
  { value: "", label: "Plain text" },
  { value: "bash", label: "Shell" },
  { value: "c", label: "C" },
  { value: "cpp", label: "C++" },
  { value: "csharp", label: "C#" },
  { value: "css", label: "CSS" },
  { value: "diff", label: "Diff" },
  { value: "go", label: "Go" },
  { value: "graphql", label: "GraphQL" },
  { value: "ini", label: "INI, TOML" },
  { value: "java", label: "Java" },
  { value: "javascript", label: "JavaScript" },
  { value: "json", label: "JSON" },
  { value: "kotlin", label: "Kotlin" },
  { value: "makefile", label: "Makefile" },
  { value: "markdown", label: "Markdown" },
  { value: "php", label: "PHP" },
  { value: "python", label: "Python" },
  { value: "ruby", label: "Ruby" },
  { value: "rust", label: "Rust" },
  { value: "sql", label: "SQL" },
  { value: "swift", label: "Swift" },
  { value: "typescript", label: "TypeScript" },
  { value: "xml", label: "XML, HTML" },
  { value: "yaml", label: "YAML" },
];

const KINDS: Readonly<Record<string, CodeKind>> = {
  ...{ comment: "comment", quote: "comment", deletion: "comment" },
  ...{ keyword: "keyword", built_in: "keyword", type: "keyword", literal: "keyword", "selector-tag": "keyword" },
  ...{ string: "string", regexp: "string", symbol: "string", addition: "string", link: "string" },
  number: "number",
  ...{ title: "name", section: "name", attr: "name", attribute: "name", variable: "name", name: "name", meta: "name" },
};

function kindOf(className: unknown): CodeKind | null {
  const [first] = Array.isArray(className) ? className : [];
  return KINDS[String(first).replace(/^hljs-/, "")] ?? null;
}

const piecesOf = (nodes: readonly RootContent[], kind: CodeKind | null): CodePiece[] =>
  nodes.flatMap((node) => {
    if (node.type === "text") return [{ text: node.value, kind }];
    return node.type === "element" ? piecesOf(node.children, kindOf(node.properties.className) ?? kind) : [];
  });

/** Longer code stays in one colour, because every letter typed in it would read all of it again. */
const MOST_LETTERS = 20_000;

export type Highlight = (code: string, language: string) => CodePiece[];

let loading: Promise<Highlight> | null = null;

/** Loads the grammars of common languages, once and only for a text that has code in a language. */
export function loadHighlight(): Promise<Highlight> {
  loading ??= import("lowlight").then(
    ({ common, createLowlight }) => {
      const lowlight = createLowlight(common);
      return (code, language) =>
        code.length <= MOST_LETTERS && lowlight.registered(language)
          ? piecesOf(lowlight.highlight(language, code).children, null)
          : [{ text: code, kind: null }];
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
