export { listSuggestions } from "./list.ts";
export { acceptAllSuggestions, acceptSuggestion, rejectAllSuggestions, rejectSuggestion } from "./resolve.ts";
