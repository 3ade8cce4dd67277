/** Layer rules. A lower layer never imports a higher one, without exceptions. Tests can import anything below app/. */
const TEST = "\\.(test|spec)\\.tsx?$|(^|/)testing/";
const NPM = (names) => `node_modules/(${names})(/|$)`;

/** Bottom first. Areas of one entry are on one level and don't import each other. */
const WINGS = [["people"], ["incidents"], ["intake", "reviews"], ["follow"], ["across"]];
const ORDER = {
  lib: [["base"], ["document"], ...WINGS, ["contract"], ["story"]],
  importers: [
    ...["base", "lex", "kit", "html", "source", "json", "notes", "table", "chat", "mail", "tools"].map((one) => [one]),
    ...["afterword", "write-up", "open"].map((one) => [one]),
  ],
  server: [["base"], ...WINGS, ["jobs"], ["http"], ["main"]],
  components: [["ui"], ["base"], ...WINGS, ["screens"]],
};
/** Modules of server/ whose files are imported one by one. Every other module is imported through its index.ts. */
const DOORLESS = "base/(kernel|db|process)|people/auth|http|jobs|main|testing";
const ROOM = `server/(?!(${DOORLESS})/)[^/]+/[^/]+/(?!index\\.ts$)`;

const upward = Object.entries(ORDER).flatMap(([floor, levels]) =>
  levels.flatMap((level, at) =>
    level.map((wing) => {
      const above = [...levels.slice(at + 1).flat(), ...level.filter((other) => other !== wing)];
      return {
        name: `${floor}-${wing}-sees-nothing-above`,
        severity: "error",
        from: { path: `^${floor}/${wing}/`, pathNot: TEST },
        to: { path: above.length === 0 ? "^nothing$" : `^${floor}/(${above.join("|")})/` },
      };
    }),
  ),
);

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-imports-app", severity: "error", from: { pathNot: "^app/" }, to: { path: "^app/" } },
    ...upward,

    // The process outside of Next has no next/headers. Only functions that pages call read them.
    {
      name: "only-pages-ask-next-for-the-request",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/people/auth/require-signed-in\\.ts$" },
      to: { path: "node_modules/next/(headers|navigation|cache)" },
    },
    {
      name: "only-pages-require-signed-in",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/http/page\\.ts$" },
      to: { path: "^server/people/auth/require-signed-in\\.ts$" },
    },

    // lib/: pure, runs anywhere
    {
      name: "lib-imports-nothing-above",
      severity: "error",
      from: { path: "^lib/", pathNot: TEST },
      to: { path: "^(importers|server|components|app|cli|e2e|bench|prisma|generated)/" },
    },
    {
      name: "lib-is-pure",
      severity: "error",
      from: { path: "^lib/(?!document/)", pathNot: TEST },
      to: { path: NPM("react|react-dom|next|next-auth|@prisma|@tanstack|@tiptap|yjs|y-protocols|pg|@hocuspocus") },
    },
    {
      name: "lib-document-has-no-react",
      severity: "error",
      from: { path: "^lib/document/" },
      to: { path: NPM("react|react-dom|next|@tiptap/react") },
    },
    {
      name: "lib-has-no-node",
      severity: "error",
      from: { path: "^lib/", pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },

    // importers/: read bytes, return events, rejects and context
    {
      name: "importers-see-lib-only",
      severity: "error",
      from: { path: "^importers/", pathNot: TEST },
      to: { path: "^(server|components|app|cli|e2e|bench|prisma|generated)/" },
    },
    {
      name: "importers-know-no-database-and-no-screen",
      severity: "error",
      from: { path: "^importers/", pathNot: TEST },
      to: { path: NPM("react|react-dom|next|next-auth|@prisma|pg|@tanstack|@orpc") },
    },

    // components/: browser side, calls the server through components/base/api
    {
      name: "ui-never-touches-server",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(importers|server|app|cli|generated|prisma)/" },
    },
    {
      name: "ui-kit-is-domain-free",
      severity: "error",
      from: { path: "^components/ui/" },
      // The calendar and the rule for one line of text aren't a domain.
      to: { path: "^(components/(?!ui/)|lib/(?!base/(time/|text/one-line\\.ts$)))" },
    },

    // server/: plain Node
    {
      name: "server-never-imports-ui",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(app|components|cli)/" },
    },
    {
      name: "server-is-framework-free",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/(http|people/auth)/|^server/main\\.ts$" },
      to: { path: NPM("next|next-auth|server-only") },
    },
    {
      name: "react-only-draws-documents",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/across/mail/" },
      to: { path: NPM("react|react-dom|@react-pdf") },
    },
    {
      name: "prisma-stays-in-server",
      severity: "error",
      from: { pathNot: "^(server|prisma|generated)/|^prisma\\.config\\.ts$" },
      to: { path: `^generated/|${NPM("@prisma")}` },
    },

    // entry points
    {
      name: "app-cli-and-seed-use-front-doors",
      severity: "error",
      from: { path: "^(app|cli|prisma)/" },
      to: { path: `^${ROOM}` },
    },
    {
      name: "nouns-use-each-others-doors",
      severity: "error",
      from: { path: "^server/([^/]+/[^/]+)/", pathNot: TEST },
      to: { path: `^${ROOM}`, pathNot: "^server/$1/" },
    },
    {
      name: "importers-have-one-door",
      severity: "error",
      from: { path: "^(app|cli|prisma|server)/", pathNot: TEST },
      to: { path: "^importers/(?!index\\.ts$)" },
    },
    {
      name: "outside-looks-in-by-http",
      severity: "error",
      from: { path: "^(e2e|bench)/" },
      to: { path: "^(app|components|importers|server)/(?!testing/)" },
    },
  ],
  options: {
    parser: "swc", // TypeScript 7 has no compiler API yet; needs @swc/core. Fail the check when 0 modules were cruised.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules|^generated/" },
    exclude: { path: "^(\\.next|dist)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
