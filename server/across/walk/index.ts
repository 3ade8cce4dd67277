export { sayHereWalk } from "./here.ts";
export { wordsOfMinutes } from "./minutes.ts";
export { getWalk, isWalking, listWalks } from "./read.ts";
export { closeWalks, decideWalk, endWalk, startWalk, undoWalk } from "./write.ts";
