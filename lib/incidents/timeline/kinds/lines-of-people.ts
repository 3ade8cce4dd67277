/** Lines of write-ups with all kinds that are right for them, the best one first: what people do, think and report. */
export const LINES_OF_PEOPLE = `
acknowledged | Sam acks the page
acknowledged | Page acknowledged by the primary on-call
acknowledged | On-call picks up the alert and opens a laptop
acknowledged | Alert ack'd
acknowledged | The alert is acknowledged within two minutes by the engineer on duty
acknowledged | The on-call engineer acknowledges within 3 minutes
acknowledged | Page ack'd, investigation started
alert_fired | First Nagios alert for replication lag on db-07
alert_fired error_observed paged | Synthetic checks for /login fail and page the on-call
alert_fired paged | PagerDuty pages the primary on-call for elevated 5xx
alert_fired | Our monitoring picks up an elevated error rate on the ingest endpoint
alert_fired | An alert goes off for low disk space on kafka-3
alert_fired | Automated alert: queue depth above 50k
alert_fired | Pingdom reports the marketing site as down
alert_fired | SLO burn-rate alert triggers for the search service
alert_fired | Internal monitoring flags a drop in successful payments
alert_fired | Datadog monitor "p99 latency" moves to ALERT
alert_fired | Grafana alert fires: no data from the EU collectors
alert_fired | We got alerted about high memory usage on the API pods
alert_fired | On-call receives an alert for a stuck consumer group
alert_fired paged | The on-call engineer gets an alert from Opsgenie
alert_fired | Engineers receive the first alert: "Checkout success rate below 95%"
alert_fired | Alerts start firing for elevated latency
alert_fired paged | Automated alerts notify the on-call engineer
alert_fired | Alertmanager: KubePodCrashLooping on ingest-7
alert_fired paged | Monitoring system pages the on-call engineer
alert_fired | Health check alarm triggered for the eu cluster
alert_fired | Team receives alerts about failing cron jobs
closed | Incident closed after 24 hours without recurrence
closed | Incident call ended and channel archived
closed | Incident bridge closed
closed | War room disbanded
closed | We close the incident
commander_assigned | Jo becomes incident commander
commander_assigned | Kim takes over as IC
commander_assigned | Incident commander assigned: Ravi
commander_assigned | Marta takes the incident commander role
commander_assigned | Lee is appointed incident commander
commander_assigned | I take over as incident commander
confusion | It is unclear which version is running where
confusion | Nobody is sure who owns the service
confusion | It is not clear why the replicas are lagging
customer_report | First customer ticket about missing emails
customer_report | Support starts receiving tickets about failed logins
customer_report | Several customers write in about timeouts
customer_report | Tweets appear complaining that the app will not load
customer_report | A user on Reddit notes that images are broken
customer_report | An enterprise customer calls their account manager about errors
customer_report | Customer support escalates reports of missing invoices to engineering
customer_report | We received the first report from a customer that exports were empty
customer_report | A bug report is filed by a contributor: pip install hangs
customer_report | Support notices an influx of tickets mentioning blank pages
customer_report | Multiple users in the forum mention that uploads time out
customer_report | First complaints appear on Hacker News
customer_report | Our account team hears from two large customers that their dashboards are blank
customer_report alert_fired | A customer's own monitoring alerts them and they call us
customer_report | We receive the first customer reports of failed uploads
customer_report | A partner reports that callbacks no longer arrive
customer_report | Reports of login failures start coming in through Zendesk
customer_report | Users begin reporting 504s on the forum
customer_report | Support is flooded with tickets
customer_report | An issue is opened in our GitHub tracker: "cannot install package"
decision | Decision taken to fail over
decision | We agree to roll back rather than fix forward
decision | Since the cause is not clear we decide to roll the deploy back first and investigate afterwards
decision | Go/no-go: go for failover
decision | The commander decides against a full restart
decision | The decision is made to fail over to the DR site
decision | We opt for a full restart of the cluster
decision | It is agreed to keep the feature off for the weekend
declared | SEV1 declared
declared | Incident channel #inc-4711 created and incident declared
declared | We open a SEV-2 incident
declared | Incident raised by support
declared | A major incident is called
declared joined | Incident declared; video bridge opened and responders join
declared | We declare a major incident
declared | Severity 1 incident opened
declared | Incident response process initiated
escalated | Escalated to the vendor with a P1 ticket
escalated | Opened a critical support case with AWS
escalated | Reached out to the networking team for help
escalated | We called in the DBA team
escalated | Looped in the identity team
escalated | Pulled in two engineers from the platform group
escalated | Requested assistance from Google support
escalated paged | On-call pages the infrastructure lead as the problem is outside of their area
escalated | We open a ticket with our hosting provider
escalated | Vendor support engaged
escalated | The issue is escalated to the core infrastructure team
escalated | We contact our upstream transit provider
escalated | Raised a support case with MongoDB Atlas
escalated | Asked the vendor for help
escalated | Brought in a subject-matter expert from the storage team
handoff | Handover to the APAC on-call
handoff | Incident command handed over from Jo to Max
handoff | Night shift takes over from the day team
handoff | Command passes to Nadia
handoff | Shift change: EU hands over to US
hypothesis | We suspect a memory leak in the new build
hypothesis | Initial theory: the network provider is dropping packets
hypothesis | Team believes a slow query is to blame
hypothesis | At this point we believe that the disk controller is failing
hypothesis observation | Engineers suspect the recent config push
hypothesis_rejected | DNS ruled out as the cause
hypothesis_rejected | Turns out the deploy was not the cause
hypothesis_rejected | We rule out a DDoS attack
hypothesis_rejected | We rule out the database as a cause
joined | Two SREs hop on the bridge
joined | The payments lead joins the incident channel
joined | Database engineers were added to the call
joined | Lena comes online and starts reading the channel
joined observation | The on-call engineer gets online and starts to look at dashboards
joined | Joined by two people from the network team
joined | Several engineers join the incident call
joined | Engineering manager joins
joined | The response team assembles on a video call
left | Priya drops off the call for the night
left | Tom signs off
left | Two engineers leave the call
paged | The database on-call is paged
paged | On-call for networking was paged at the request of the commander
paged | Secondary on-call paged after no response from the primary
paged | Page sent to the storage team
paged | Because nobody had picked up, the page escalates to the second on call
paged | Paged the database team
paged | The incident response team is paged
paged | Second page goes out to the platform on-call
question | Is anyone else seeing this?
question | Did anything change around 09:00?
question | @ana can you check the lag on db-2?
question | Should we page the DBA?
reopened | Incident re-opened after errors returned
reopened declared error_observed | Errors are back; we reopen the incident
reopened | The incident is reopened as errors come back
role_assigned joined observation | Comms lead assigned
severity_changed | Incident upgraded from SEV3 to SEV2
severity_changed | Severity lowered to minor
severity_changed | We bump the severity to critical
severity_changed | Downgraded to a SEV-3
severity_changed | Severity bumped to P1
`;
