-- An organisation's agents, in their order.
create index submission_of_organizations_agents on submission (organization_id, agent_id);
