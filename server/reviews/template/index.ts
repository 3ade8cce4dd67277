export { chosenTemplate, contentOf, listTemplates } from "./read.ts";
