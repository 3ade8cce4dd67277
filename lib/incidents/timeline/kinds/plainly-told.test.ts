import { expect, it } from "vitest";
import { misread } from "./testing/misread.ts";

/** Lines of people who aren't engineers, with every kind that is right for each, and lines that only sound like them. */
const TOLD: Readonly<Record<string, string>> = {
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
};

it.each(Object.entries(TOLD))("%s is told as it is meant", (_, table) => expect(misread(table)).toEqual([]));
