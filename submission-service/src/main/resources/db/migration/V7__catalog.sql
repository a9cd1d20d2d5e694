-- Which revision of an agent is, and was, its baseline: the last row counts.
create table baseline (
    number        bigint           primary key generated always as identity,
    agent_id      text             not null,
    revision      text             not null,
    submission_id uuid             not null references submission,
    cause         text             not null check (cause in ('publication', 'rollback')),
    reason        text             not null,
    set_by        text             not null,
    set_at        timestamptz      not null,
    trust_score   double precision, -- null where a person approved without one
    breakdown     text             not null, -- JSON: the parts of the trust score, against which the next revision is held
    policy_version text            -- under which it was scored, null where it was not
);

create index baseline_of_agent on baseline (agent_id, number desc);

create trigger baseline_only_grows before update or delete or truncate on baseline
    for each statement execute function refuse_change();

-- A revision that was replaced or rolled back stays in the catalog, and is marked.
alter table catalog_entry add column standing text not null default 'current'
    check (standing in ('current', 'superseded', 'withdrawn'));
alter table catalog_entry alter column standing drop default;
-- As with submissions: what came before anybody was asked who they are belongs to nobody who can call.
alter table catalog_entry add column organization_id text not null default 'unclaimed';
alter table catalog_entry alter column organization_id drop default;

-- What was published before there were baselines: the newest of each agent is its own.
update catalog_entry set standing = 'superseded' where exists (
    select from catalog_entry newer where newer.agent_id = catalog_entry.agent_id
        and (newer.published_at, newer.revision) > (catalog_entry.published_at, catalog_entry.revision));
insert into baseline (agent_id, revision, submission_id, cause, reason, set_by, set_at, trust_score, breakdown)
    select agent_id, revision, submission_id, 'publication', status_reason, 'submission-service', published_at,
           trust_score, '[]' from catalog_entry order by published_at, revision;

create unique index catalog_current on catalog_entry (agent_id) where standing = 'current';

-- One index for each order in which the catalog can be read.
drop index catalog_newest;
create index catalog_by_publication on catalog_entry (published_at desc, agent_id, revision);
create index catalog_by_name on catalog_entry (lower(display_name), agent_id, revision);
create index catalog_by_score on catalog_entry (trust_score desc nulls last, agent_id, revision);
create index submission_of_agent on submission (agent_id, created_at desc, id);
