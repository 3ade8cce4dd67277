/** Layer law. Lower may never see higher: lib < server, lib < components, everything < app. No exceptions list. */
const TEST = "\\.(test|spec)\\.tsx?$";
const NPM = (names) => `node_modules/(${names})(/|$)`;
const DOORLESS = "kernel|db|http|auth|testing"; // every other folder of server/ is entered through its index.ts
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-imports-app", severity: "error", from: { pathNot: "^app/" }, to: { path: "^app/" } },

    // lib/: pure, runs anywhere
    {
      name: "lib-imports-nothing-above",
      severity: "error",
      from: { path: "^lib/", pathNot: TEST },
      to: { path: "^(server|components|app|cli|e2e|bench|prisma|generated)/" },
    },
    {
      name: "lib-is-pure",
      severity: "error",
      from: { path: "^lib/(?!editor/)", pathNot: TEST },
      to: { path: NPM("react|react-dom|next|next-auth|@prisma|@tanstack|@tiptap|yjs|y-protocols|pg|@hocuspocus") },
    },
    {
      name: "lib-editor-has-no-react",
      severity: "error",
      from: { path: "^lib/editor/" },
      to: { path: NPM("react|react-dom|next|@tiptap/react") },
    },
    {
      name: "lib-has-no-node",
      severity: "error",
      from: { path: "^lib/", pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },

    // components/: browser side; speaks HTTP through components/api
    {
      name: "ui-never-touches-server",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(server|app|cli|generated|prisma)/" },
    },
    {
      name: "ui-kit-is-domain-free",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|lib/)" },
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
      from: { path: "^server/", pathNot: "^server/(http|auth)/|^server/main\\.ts$" },
      to: { path: NPM("next|next-auth|server-only") },
    },
    {
      name: "react-only-draws-documents",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/(exports|mail)/" },
      to: { path: NPM("react|react-dom|@react-pdf") },
    },
    {
      name: "prisma-stays-in-server",
      severity: "error",
      from: { pathNot: "^(server|prisma|generated)/|^prisma\\.config\\.ts$" },
      to: { path: `^generated/|${NPM("@prisma")}` },
    },

    // doors
    {
      name: "app-cli-and-seed-use-front-doors",
      severity: "error",
      from: { path: "^(app|cli|prisma)/" },
      to: { path: `^server/(?!(${DOORLESS})/)[^/]+/(?!index\\.tsx?$)` },
    },
    {
      name: "nouns-use-each-others-doors",
      severity: "error",
      from: { path: "^server/([^/]+)/", pathNot: TEST },
      to: { path: `^server/(?!(${DOORLESS})/)[^/]+/(?!index\\.tsx?$)`, pathNot: "^server/$1/" },
    },
    {
      name: "outside-looks-in-by-http",
      severity: "error",
      from: { path: "^(e2e|bench)/" },
      to: { path: "^(app|components|server)/(?!testing/)" },
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
