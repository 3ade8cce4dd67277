export { bookOf, type EditionRow, listEditions, loadBook, type PolicyBook } from "./book.ts";
export { actionFacts, dayAfter, dayCounter, POLICY_INCIDENT, POLICY_OWNER, reviewFacts, teamIdsOf } from "./count.ts";
