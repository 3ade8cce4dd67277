export { AssistFailure, type ChatMessage, type Connection, complete } from "./complete.ts";
export { assistConnection, configureAssistant, getAssistSetting, testAssistant } from "./setting.ts";
