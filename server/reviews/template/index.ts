export { chosenTemplate, contentOf, getTemplate, listTemplates, newestVersion } from "./read.ts";
export { createTemplate, publishTemplate, updateTemplate } from "./write.ts";
