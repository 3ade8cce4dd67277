/** Lines whose words sound like a kind that they do not tell, beside lines that do tell it; with all kinds that are right, the best one first. */
export const LINES_THAT_MISLEAD = `
observation | The vendor acknowledges that their documentation is out of date
observation | Support lead acknowledges the need for a better runbook
observation | The platform team acknowledges that they would prefer a longer window
observation | Management acknowledges the risk of another failure next week
observation | Everyone acknowledges how hard the graphs are to read
observation | Nora acknowledged a misunderstanding about the order of the steps
acknowledged | Nora acknowledges the page from her phone
acknowledged | The database on-call acknowledges
acknowledged | Alert acknowledged by Imran
observation | Priya observes the consumers being restarted
observation metric_shift | Operator sees the load stabilise
observation | The responder watches the nodes being drained
observation | We noticed the old build being deployed
observation | Team observes the flag being turned off by the vendor
observation | The engineer saw pods being evicted
observation error_observed | Watched the queue workers come up one by one
observation error_observed | The engineer sees connections failing
observation metric_shift | The restart counter of the pod went up to 40
observation | Deploy pipeline is red
observation | Rollback plan reviewed by the storage team
observation | Alert channel renamed to make it easier to find
observation | The escalation policy was discussed
observation | Release notes checked
observation | Went through the deployment checklist
observation | Looked at the restart policy of the unit
observation | The upgrade guide mentions no such step
rollback_started rollback_finished | Rollback of the mail gateway
alert_fired | Alert for full disks on the mail gateway
observation | The intruder attempts to deploy a crypto miner
observation | Attacker attempts to disable the audit log
observation | Workers attempt to remove jobs from the list
observation | The consumers try to delete messages that are gone
observation | The malicious actor tries to install a backdoor
observation infra_change | Rebooted host 12 as part of the maintenance
observation infra_change | During the planned maintenance the switch was rebooted
observation infra_change | Ran package updates on the bastion and rebooted it
observation infra_change | Maintenance window begins; hosts are rebooted one by one
observation infra_change | Applied security updates and rebooted the router
observation infra_change | Installed updates on the file server, then rebooted
restarted | Rebooted the file server because it hung
restarted | Rebooted both routers
observation infra_change mitigation_started | Installed missing packages on the build host
observation infra_change mitigation_started | Installed the missing driver by hand
observation infra_change | We install a debugger on the worker
observation infra_change mitigation_started | Reinstalled the missing library
deploy_finished | Installed release 4.2 on all terminals
customer_report | Users informed us that they did not receive their invoices
customer_report | Two customers told us that the export was empty
customer_report | Users in chat informed us that they cannot post
customer_report | A customer notified support that his account was locked
customer_report | Several members told us in chat that pages came up blank
customer_report | A client informed the team that no alerts arrive
support_update | Informed the customers that their invoices are on the way
support_update | We told the affected users that exports work now
observation error_observed mitigation_failed | Queue consumer back on; mail relay still failed
observation error_observed mitigation_failed mitigation_started | Workers enabled; both failed
observation error_observed mitigation_failed | Node 1 back online; node 2 still failing
observation error_observed mitigation_failed mitigation_started | Imports enabled again; all of them failed
observation error_observed mitigation_failed restarted | Restarted the two brokers; one still fails
observation impact_changed | Search is back, but uploads are still broken
question | Is anybody seeing errors on the importer?
question | Did the restart help?
customer_report | A customer reports errors regarding invoices?
error_observed | The importer logs errors about missing columns?
alert_fired | Alert fired for the importer?
question | Seeing 502s at the edge?
observation | Copied the notes into the shared document by hand
observation | Created the missing ticket
observation | Wrote the missing paragraph
observation | Added the missing owner to the action
observation | Bo ran the numbers by hand
observation | Rewrote the missing tests
observation | The portal runs normally in staging
observation | The site works again in the test environment
observation | We stopped looking at the network
observation | Stopped waiting for the vendor
observation | The team stopped investigating for the night
observation | Declared the exercise complete
observation | Handed the list of fixes to the product team
observation | On the other hand, we created a list of owners
observation | Reset the meeting to 14:00
observation | Access to the document was restored
observation | Locked the door of the server room
observation | Nobody can explain the graph
observation | E-mail from a customer about the invoice layout
mitigation_started | Stopped the import by hand
mitigation_started infra_change data_change | Recreated the missing volume
`;
