-- Idempotency keys, apart from the submissions: a key is claimed before anything is accepted under it, and is forgotten
-- long before the submission.
create table idempotency_key (
    organization_id text        not null,
    key             text        not null,
    request_digest  text        not null, -- sha256 of the RFC 8785 canonical form of the request
    claim           uuid        not null, -- of the request that is, or was, carried out under it
    claimed_until   timestamptz not null, -- a process that died must not hold a key for ever
    submission_id   uuid        references submission, -- null while the request is being carried out
    created_at      timestamptz not null,
    primary key (organization_id, key)
);

create index idempotency_key_age on idempotency_key (created_at);

insert into idempotency_key (organization_id, key, request_digest, claim, claimed_until, submission_id, created_at)
select organization_id, idempotency_key, request_digest, id, created_at, id, created_at
from submission where idempotency_key is not null;

alter table submission drop column idempotency_key;

-- An agent belongs to the organisation that used its id first. Who submits it holds the row's lock.
create table agent (
    agent_id        text        primary key,
    organization_id text        not null references organization,
    created_at      timestamptz not null
);

-- What was submitted before anybody was asked who they are gives nobody a right to the name.
insert into agent (agent_id, organization_id, created_at)
select distinct on (agent_id) agent_id, organization_id, created_at
from submission where organization_id in (select id from organization) order by agent_id, created_at;

-- Of card and endpoint manifest; null for what was accepted before it was kept.
alter table submission add column snapshot_digest text;

create index submission_of_snapshot on submission (agent_id, snapshot_digest);
