import { expect, it } from "vitest";
import { misread } from "./testing/misread.ts";

/** Lines of people who aren't engineers, with every kind that is right for each, and lines that only sound like them. */
const TOLD: Readonly<Record<string, string>> = {
  "what a check found": `
    observation | Verified /health (200), and a login request returning a proper 401 (not 404)
    observation | Smoke tested the error page, all green
    error_observed | Verification failed with error 500
    observation | Verificación: 0 pacientes colgados, cron de avisos 200, login 2/2
    observation | Verificado: página de estado y avisos funcionan, 0 errores y 200 ok
    observation dependency_event | Coincide con incidente abierto en status.example.com
    declared | Incidente abierto con severidad 1
  `,
  "what people outside say": `
    customer_report | The first ward phoned the service desk because no one could open charts
    customer_report | Students write in the forum that they can't submit
    customer_report | We got word from two universities that the feed had stopped
    customer_report | A listener told us that her app showed no episodes
    customer_report | A member bank asked where its file was
    customer_report | Several lecturers wrote to us
    customer_report | We learned of it from a user on Discord
    customer_report | The help desk got its first calls
    customer_report | First report on the residents' page
    customer_report | Second complaint by a tenant
    observation | A listener told us that it works again
    observation impact_ended | Passengers told us that all was well
    observation | The doctor asked about the survey
  `,
  "signals and calls": `
    alert_fired | An alarm rang in the control room
    alert_fired | Automatic check opened a ticket
    alert_resolved | The disk alarm went back to green
    acknowledged | The on-call engineer acknowledged it
    acknowledged | Duty officer confirmed receipt of the alarm
    acknowledged | The ticket was picked up by the network team
    paged | The duty engineer was called out of bed
    paged | The night technician was rung at home
    joined | The vendor's specialist dialled in
    joined | Two more colleagues came to help
    joined | Technicians on site
    escalated | Field engineer dispatched
    escalated | We escalated the ticket to the second level
    escalated | Reported the fault to the manufacturer
    escalated | We had requested a replacement card
    declared | The operations centre set up a crisis call
    commander_assigned | The duty director was put in charge of the response
    observation | The technician is not on site yet
    observation | The duty engineer was not called out
    observation | Should the ticket be picked up by the network team
    observation | We had not requested a replacement
  `,
  "how a story starts": `
    impact_started error_observed | The issue began at approximately 11:30 a.m.
    impact_started | The network outage lasted roughly from 11 a.m. until 4 p.m.
    impact_started | Builds were non-operational from 5:46 AM UTC till 6:06 AM UTC.
    impact_started | The disruption affected service between 2:10 p.m. and 2:50 p.m.
    impact_started | Traffic between the two regions was interrupted.
    impact_started error_observed | A faulty update caused the mirror list to go down.
    impact_started | The incident started at 09:00 when the index was dropped.
    error_observed | We experienced an issue with our core routers.
    error_observed | There were communication issues between gateways and the trading unit.
    error_observed | The array suffered multiple drive failures.
    error_observed | The mail server exhausted its memory.
    error_observed | A breaker in the generator tripped.
    customer_report | Issues reported with site unavailability.
    customer_report | Reports of users having trouble to log in came in.
    observation | The outage began a discussion about redundancy.
    observation | The issue of cost was raised.
    observation | We started to discuss the incident.
    observation | The disruption plan was reviewed.
    observation | No orders were interrupted.
    observation | No issue was experienced with the routers.
    observation | The outage will begin at 10:00.
    observation | The breaker did not trip.
    observation | We experienced no issues with the routers.
  `,
  "how a story ends": `
    resolved | The certificate problem was rectified.
    resolved | The licensee terminated the alert.
    mitigated | The issue has been remediated.
    impact_ended | The chain resumed producing blocks.
    mitigation_started | Engineers initiated failover from East to Central.
    mitigation_started | The faulty gateway was removed from service.
    mitigation_started | The workloads were moved to other servers.
    mitigation_started | We are powering on all equipment.
    mitigation_started | Credentials are rolled, invalidating all leaked ones.
    mitigation_started | The affected certificates were revoked.
    public_update | The railway posted a message about the fault.
    observation | The fix for the issue was not found.
    observation | We expect access to return to normal by noon.
    observation | The issue has not been rectified.
    observation | Failover was not initiated.
    observation | The certificates were not revoked.
    observation | No message was posted.
    observation | The gateway should be removed from service.
    observation | Has the issue been rectified?
  `,
  "harm and relief": `
    impact_started | Agents at two airports could not print boarding passes
    impact_started | Players started being kicked out of matches
    impact_started | Flights were grounded
    impact_changed | Only the mobile app was still affected
    impact_changed | Now businesses are hit too
    error_observed impact_started | DNS problems began
    error_observed impact_started | There was a problem at the exchange
    error_observed impact_started | There were delays in processing
    error_observed impact_started | The core systems and the archive (both sites) were unavailable
    error_observed | Fibre cut between two towns
    error_observed | The core switch rebooted by itself
    error_observed | Responder nodes began to time out
    impact_ended | Viewers had a picture again
    impact_ended | All stations online
    impact_ended | Printing worked everywhere
    impact_ended | Feeds were fine for everyone
    mitigated impact_ended | Most stations are back online
    mitigated impact_ended | The game came back online
    mitigated impact_ended resolved | The archive was fully operational again
    resolved | All-clear given
    resolved mitigated | Control room confirmed that everything was normal
    closed | Case closed after monitoring
    closed | No further problems, closing
    reopened | The ticket had to be opened again because the fault came back
    monitoring | The link is under observation
    error_observed impact_started | The switch where the signer is connected failed
    mitigated | The new settings and changes have helped to bring down the error rate
    impact_ended | Withdrawals were enabled again
    impact_ended | The auction house was reopened
    mitigated impact_ended | Charts opened again
    mitigated | Trains started to move again
    mitigated | 90 % of stations online
    impact_started | The portal slowed down
    observation | There was no problem at the exchange
    observation | There was a problem with the approach
    observation | The manager was unavailable
    observation | If the systems were unavailable, call us
    observation | Currently a fibre is out, which is non-service affecting
    observation | We wait until the game is back online
    observation | It is not under observation
  `,
  "what was done": `
    mitigation_started | A spare gateway was installed
    mitigation_started | Issuance was stopped
    mitigation_started | Splicing commenced
    mitigation_started | Vendor cleared a stuck queue
    mitigation_started restarted | The import was run again
    mitigation_started rerouted | The operator takes the faulty gateway out of service
    mitigation_started | Waiting room switched on
    mitigation_started | The licence was renewed
    mitigation_failed | It made no difference
    rollback_finished | We returned to last week's version
    rollback_finished | The previous zone file was put back
    rollback_finished | The change was undone
    rollback_finished | Maintenance is reversed
    flag_off | The beta search was switched off
    rerouted | We moved calls to our second carrier
    rerouted | Traffic now runs through the backup line
    rerouted | The check-in system was moved to the backup data centre
    scaled | The volume was enlarged to 2 TB
    observation | The change was not undone
    observation | Will the change be undone
    observation | We might have moved calls to our second carrier
    observation | Should we fit a spare gateway
    observation | The licence has to be renewed next month
  `,
  "what others were told": `
    public_update | The operator announced on its site that there were difficulties
    public_update | We apologised on air
    public_update | A notice was put on the login page
    public_update | A warning is sent through the app
    public_update | The agency issues its first statement
    public_update | The carrier's managing director gives a second media interview
    public_update | Clients were notified through the portal
    public_update | The bank informed customers through its website
    public_update | Announcement was updated with more details
    internal_update | All branches were told to use paper forms
    internal_update | Head office sends a warning to frontline teams
    support_update | We replied to the customer that the fix was on its way
    dependency_event | The carrier reports that its softswitch is repaired
    observation | Should customers be notified by mail
    observation support_update | The notice is still a draft
    observation | Customers were not informed
  `,
  "how things break": `
    error_observed impact_started | We have been seeing intermittent connection problems since 14:10
    error_observed impact_started public_update | We have been experiencing a storage issue since Tuesday morning.
    error_observed impact_started | We noticed instability on two of our database hosts.
    error_observed impact_started | Feeder 3 tripped on overcurrent.
    error_observed impact_started | The primary UPS faulted and the racks lost power.
    error_observed | Compressor relay burned out.
    error_observed | The switch's line card panicked.
    error_observed impact_started | The transformer at the north substation exploded.
    error_observed impact_started | A main water valve burst in the basement.
    error_observed impact_started | Chiller 2 gave up and the room heated up to 41 degrees.
    error_observed | The replica fell out of the cluster.
    error_observed | One of the brokers ran out of file handles.
    error_observed | The volume filled up with core dumps.
    error_observed | Health checks begin failing in eu-west.
    error_observed metric_shift | Consumer lag begins to climb.
    error_observed | The job hung again after three minutes.
    error_observed impact_started | Trains lost contact with the control room.
    impact_started error_observed | Our website went down.
    impact_started error_observed | First failed checkout seen in the logs.
    impact_started error_observed | Start of the outage
    impact_started error_observed | Beginning of impact for customers in region A
    impact_started error_observed | Calls to the emergency number were not connected.
    impact_started error_observed | Logins stopped working for everyone on campus.
    impact_started error_observed | Students could not submit their assignments.
    impact_started error_observed | All outgoing mail was stuck in the queue.
    impact_started error_observed | Subscribers in the valley had no dial tone.
    impact_started error_observed | Half of the requests returned a blank page.
    impact_started error_observed | The campus lost all connectivity
    error_observed | Login failures observed on two hosts
  `,
  "what only sounds like it": `
    observation | The disk had not filled up at this point.
    observation | No contact was lost.
    observation | We looked for a way to trip the breaker by hand.
    observation | If the valve bursts, the basement floods.
    observation | Tickets from the exploded diagram were sorted.
    observation | Whether the queue had drained was not known.
    observation | The system was not confirmed to be stable.
    observation | A plan to get back to nominal was drafted.
    observation | The last customer on the list was called Meyer.
    observation decision | We wondered about taking the host out of the pool.
    observation | The crew would replace the insulator the next day.
    observation | It was not necessary to power-cycle anything.
    observation | The spare optic had been ordered in May.
    observation | The customer database was backed up.
    observation | Users of the old version are not concerned.
    observation | The status page has a new design.
    observation | The press was not told.
    observation | We have never experienced such problems.
    observation | No errors were observed.
    observation hypothesis | The engineers had not noticed any instability.
    observation | The feeder did not trip.
    observation | The volume was not filled.
    observation | The customer database was contacted by the replica.
    observation | Customers were not contacted.
    observation | The notice went to the archive.
    observation | The rules go to legal for review.
    observation | Jobs will resume at noon.
    observation | The last customer left the shop.
    observation | Complaints are handled by the desk.
    observation | The vendor might have changed its certificate.
    observation | If errors drop to zero, close the call.
    observation | We had not reported the problem to our carrier.
    observation | The bank told us that it had no plans.
    observation decision | The team discussed running the repair script.
    observation | A broken link in the wiki was removed from the menu last year.
    observation | The transformer model was explained.
    observation | The rollback plan was verified to be working in staging.
    observation | Users without access badges wait outside.
    observation | Homes are without exception connected in June.
    observation | The lines fell silent in the chat.
    observation | The pool gave each worker a connection.
    observation | The city informed us of its schedule for next year.
    observation | The library became available in version 2.
    observation | The issue was detected by reading the code.
  `,
  "how it ends": `
    resolved impact_ended mitigated | The system was confirmed to be stable and the call was ended.
    resolved mitigated impact_ended | Everything has been up since then.
    resolved mitigated impact_ended | Full functionality was regained.
    resolved mitigated impact_ended | Line voltage is back to nominal.
    resolved impact_ended mitigated | The last affected customer was reconnected.
    resolved mitigated impact_ended | The blockage was removed and trains ran on schedule.
    resolved impact_ended mitigated | Site reachable again from all probes.
    mitigated impact_ended resolved | Most users are able to log in again.
    mitigated resolved impact_ended rerouted | Power came back on from the second feed.
    mitigated impact_ended resolved | The tunnel re-established itself.
    mitigated | The portal became available to staff
  `,
  "what is done": `
    mitigation_started restarted | We power-cycled the modem bank.
    mitigation_started restarted | The node was bounced.
    mitigation_started | Crew starts to replace the cracked insulator.
    mitigation_started infra_change | Ran the consistency repair on shard 4.
    mitigation_started rerouted infra_change | We took the broken host out of the pool.
    mitigation_started data_change | Deleted the corrupted index and reindexed from backup.
    mitigation_started rerouted infra_change | Standby database promoted by hand.
    mitigation_started | Technicians began reseating cables one by one.
    mitigation_started config_changed | We blocked the offending IP range at the edge.
    mitigation_started scaled | Four more workers were put into service to work through the backlog.
    mitigation_started rerouted | Patients' calls are diverted to the hospital in the next town.
    mitigation_started config_changed flag_off | We switched the recommendation panel off.
    mitigation_started config_changed | The rate limit was tightened to 50 per minute.
    mitigation_started rerouted | DNS pointed at the backup site.
    mitigation_started infra_change | The faulty optic was swapped for a spare.
    mitigation_failed observation | The power-cycle changed nothing.
    mitigation_failed error_observed | After the restart the errors came straight back.
    mitigation_failed observation | Reseating the cable brought no relief.
    mitigation_failed error_observed | The promotion of the standby failed with a timeout.
    config_changed deploy_finished | The team merged and applied the Terraform change.
    config_changed deploy_finished infra_change | New firewall rules go live.
    config_changed | A new retention policy was switched on.
    deploy_finished config_changed | Version 4.2 of the driver was installed on all hosts.
    deploy_started deploy_finished | Release 2024.3 goes out to the first ten percent.
    deploy_finished deploy_started | Bad build pushed to production.
    migration deploy_started infra_change | Cut-over to the new data centre begins.
    third_party_change dependency_event | Our hosting provider upgraded its hypervisors.
    escalated | We asked the vendor to join the bridge.
    escalated paged | The network team was pulled in.
    escalated | A P1 case was opened with the manufacturer.
    joined responding | Two developers joined the call.
    paged | The on-call DBA was woken up.
    paged alert_fired | PagerDuty alert goes to the secondary on-call.
    acknowledged responding | On-call picks up the page and starts looking at graphs.
    acknowledged | Alert acked by Priya.
    alert_fired | Nagios turned red for the mail cluster.
    alert_fired | Smoke detector in hall 2 triggered.
    alert_resolved | The disk alert cleared.
    declared | We called it a SEV1.
    declared | Emergency operations centre activated.
    declared escalated | A major incident was raised.
    commander_assigned | Tom takes incident command.
    decision | The team agrees to fail over instead of waiting.
    decision | It was decided to keep the site in maintenance mode overnight.
    hypothesis | We think the cache is stampeding.
    hypothesis observation | It looks as if the firmware is at fault.
    hypothesis_rejected observation | Not the firewall after all.
    rollback_started rollback_finished | The change was backed out.
    rollback_started mitigation_started | Begin reverting commit 4f2a.
    rollback_finished | Revert complete on all nodes.
    alert_fired | Problem noticed by a synthetic check
    escalated | We raised the fault with our upstream carrier
    escalated | The case has been escalated within the vendor
    escalated | Looped in the storage experts
    rerouted | Mail was moved back to the primary site
  `,
  "what is said and heard": `
    customer_report | A professor emailed that the grade upload was failing.
    customer_report | The first ticket about missing invoices came in.
    customer_report error_observed | Someone on the forum posted that the mirror was serving old packages.
    customer_report | Our partner bank flagged that transfers were being declined.
    customer_report | Two residents called the hotline about brown water.
    customer_report | We were told by a shop in Lyon that the tills had stopped.
    customer_report | Complaints started piling up on social media.
    customer_report | User noticed the dashboard was empty.
    customer_report | Received an email from a security researcher describing the bug.
    support_update observation | We wrote back to the professor.
    support_update | The customer was contacted and given a workaround.
    support_update | The affected customers were called back one by one.
    public_update | The council tweeted that its phone lines were down.
    public_update | A banner went up on the booking page.
    public_update | We put a note on the login screen.
    public_update | The utility told the press that it hopes to restore power by noon.
    public_update | Status page set to "Degraded".
    public_update | The mayor informed the public about the outage on the radio.
    public_update | Passengers were informed over the loudspeakers.
    public_update | Incident posted on status.example.com.
    public_update | Second update sent to all subscribers.
    internal_update | Head of IT sent a mail to all employees.
    internal_update | The board was briefed.
    dependency_event error_observed | AWS reports elevated error rates in us-east-1.
    dependency_event | The carrier confirmed a fibre cut near Utrecht.
    dependency_event | Vendor states that the fix will take two hours.
    support_update | Client was called and offered a workaround
  `,
};

it.each(Object.entries(TOLD))("%s is told as it is meant", (_, table) => expect(misread(table)).toEqual([]));
