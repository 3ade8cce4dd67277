export { wordsOfMonday, writeMondays } from "./mail.ts";
export { monday } from "./week.ts";
