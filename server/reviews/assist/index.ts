export { ASSIST_JOB, askAssistant, cancelAssist, getAssist } from "./requests.ts";
export { answerAssistant } from "./run.ts";
