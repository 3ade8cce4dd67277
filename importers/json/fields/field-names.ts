const words = (list: string): string[] => list.trim().split(/\s+/);

/**
 * Names of fields in tools without their own importer, by fact and the most informative first. Compared without case
 * and `_`.
 */
const TIMES = words(`
  occurredat occurred happenedat happened eventtime eventdate eventdatetime incidenttime outagetime alerttime alarmtime timestamp
  @timestamp time datetime startedat starttime startdate startdatetime startsat started starts start began begin since firedat
  fired triggeredat triggered raisedat raised raisedtime openedat opened detectedat detected reportedat executedat
  executed issuedat issued when firstseen createdat created createdon createtime timecreated timeofcreation
  date at ts @t clock publishedat published updatedat updated lastupdated
`);
const ENDS = words(`
  endedat endtime endsat resolvedat closedat finishedat completedat end ended resolved finished completed
  terminated stopped stoptime stopdate recovered rclock closed cleared solved restored until recovery resolution closure
`);
const TITLES = words(`
  title summary subject headline heading caption shortdescription message errormessage errordescription errordetails errorreason failuremessage failurereason msg @m @mt text log name event
  eventname action activity reason description desc details cause info content contents note memo body trigger check monitor
  sensor what requestline request entry label update phase stage step type result outcome status state
`);
const BODIES = [
  "description",
  "details",
  "body",
  "content",
  "contents",
  "message",
  "text",
  "note",
  "reason",
  "comment",
];
/** The state of a record, the newest first. */
const STATES = words(`
  currentstate newstate newstatus monitorcondition alertstate servicestate hoststate eventstatus state
  status notificationtype triggertype humanstatus result outcome conclusion
`);
/** Codes of a delivery's subject, which can end in a state: `incident.resolved`. */
const CODES = [
  "eventtype",
  "eventname",
  "event",
  "type",
  "action",
  "trigger",
  "alertaction",
  "alerttype",
  "notifytype",
  "eventcode",
  "operation",
];
const SEVERITIES = ["severity", "eventseverity", "priority", "urgency", "level", "importancelevel", "severitylevel"];
const HOSTS = words(`
  requesthost authority   host hostname node nodename instance instancename server servername clustername device devicename
  machine machinename pod podname
`);
const ACTORS = words(`
  actor user username loggeduser performedby initiatedby changedby author creator by createdby updatedby person agent owner member sender from who
`);
/** URL of what is watched. */
const ADDRESSES = [
  "monitorurl",
  "checkurl",
  "targeturl",
  "siteurl",
  "requesturl",
  "website",
  "endpoint",
  "target",
  "address",
];
/** Request and response, as servers log them. */
const METHODS = ["requestmethod", "httpmethod", "method", "verb"];
const PATHS = ["requestpath", "requesturi", "path", "uri"];
const ANSWERS = ["downstreamstatus", "responsecode", "statuscode", "httpstatus", "status"];
const ZONES = ["timezone", "tz", "timezonename", "utcoffset", "timezoneoffset", "tzoffset"];
const IDS = ["id", "uuid", "_id", "eventid", "uid", "guid", "key"];
const URLS = words(`
  url htmlurl weburl permalink link href shortlink appurl fullurl publicurl viewurl detailsurl incidenturl alerturl eventurl issueurl
  ticketurl problemurl caseurl buildurl joburl runurl pipelineurl deployurl deploymenturl incidentlink alertlink eventlink
`);
const SERVICES = [
  "service",
  "servicename",
  "businessservice",
  "app",
  "application",
  "component",
  "project",
  "repository",
  "namespace",
];

/** Names of fields by possible meaning. */
export const NAMES = {
  times: TIMES,
  ends: ENDS,
  titles: TITLES,
  bodies: BODIES,
  actors: ACTORS,
  ids: IDS,
  urls: URLS,
  services: SERVICES,
  states: STATES,
  codes: CODES,
  severities: SEVERITIES,
  hosts: HOSTS,
  zones: ZONES,
  addresses: ADDRESSES,
  methods: METHODS,
  paths: PATHS,
  answers: ANSWERS,
};
/** Roles of a field by its name. */
export type Role = keyof typeof NAMES;
export const ROLES = Object.keys(NAMES) as Role[];
