-- Which entries the operator's audit endpoint is told of. A row comes with its entry, in the same transaction, where an endpoint
-- is named.
create table ledger_upload (
    index         bigint      primary key,
    asked_at      timestamptz not null default clock_timestamp(),
    state         text        not null default 'waiting' check (state in ('waiting', 'failed', 'delivered')),
    attempts      int         not null default 0, -- since it was last asked for
    last_tried_at timestamptz,
    delivered_at  timestamptz,
    reason        text        check ((state = 'failed') = (reason is not null))
);

create index ledger_upload_open on ledger_upload (index) where state <> 'delivered';

create trigger ledger_upload_asked after insert or update of asked_at on ledger_upload
    for each statement execute function notify_delivery();

-- One entry at a time is posted, over all replicas, so that they arrive in order.
create table ledger_upload_turn (
    the_only    boolean     primary key default true check (the_only),
    lease_until timestamptz,
    fence       bigint      not null default 0, -- rises with every claim; who has an older one has lost the turn
    due_at      timestamptz not null default now()
);

insert into ledger_upload_turn default values;

-- The read model made anew from the timeline. One at a time; whoever goes on holds the row for the length of one submission.
create table rebuild (
    number       bigint      generated always as identity primary key,
    requested_by text        not null,
    requested_at timestamptz not null default now(),
    submissions  bigint      not null, -- when it was asked for
    done         bigint      not null default 0,
    changed      bigint      not null default 0, -- something else was stored than follows from the events
    failed       bigint      not null default 0, -- events that cannot be read any more
    last_done    uuid,                 -- submissions go in the order of their ids
    ended_at     timestamptz
);

create unique index rebuild_one_at_a_time on rebuild ((true)) where ended_at is null;

create trigger rebuild_asked after insert on rebuild for each statement execute function notify_delivery();

-- An entry may be about the installation instead of a submission: which policy was put in force. Then there is no event.
alter table ledger_entry alter column submission_id drop not null;
alter table ledger_entry alter column event_id drop not null;
alter table ledger_entry add column activation bigint unique;
alter table ledger_entry add constraint ledger_entry_about check (
    (submission_id is null) = (event_id is null) and (event_id is null) = (activation is not null));
