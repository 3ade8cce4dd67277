export { listSuggestions } from "./list.ts";
export { reopenSuggestions } from "./reopen.ts";
export { acceptAllSuggestions, acceptSuggestion, rejectAllSuggestions, rejectSuggestion } from "./resolve.ts";
