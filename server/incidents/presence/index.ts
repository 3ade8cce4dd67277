export { listHere } from "./list-here.ts";
export { sayHere } from "./say-here.ts";
