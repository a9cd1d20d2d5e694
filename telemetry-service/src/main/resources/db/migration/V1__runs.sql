-- One W&B run per submission: what was recorded of it, and how far W&B has been told.
create table wandb_run (
    submission_id    uuid        primary key,
    -- The latest round and position, for the events that this service tells itself.
    workflow_run_id  uuid        not null,
    agent_id         text        not null,
    revision         text        not null,
    stage            text        not null,
    attempt          int         not null,
    -- Which run it is. Two submissions never write one run: they would overwrite each other's lines.
    entity           text        not null,
    project          text        not null,
    run_id           text        not null,
    base_url         text        not null,
    started_at       timestamptz not null,

    -- Recorded, in the transaction of each event.
    description      text        not null, -- JSON: display name, group, tags, config
    description_version bigint   not null,
    summary          text        not null, -- JSON
    lines            bigint      not null, -- how many rows there are; also the next line's number
    last_row_at      timestamptz not null,
    outcome          text        check (outcome in ('PUBLISHED', 'REJECTED')),
    turn_sequence    bigint      not null, -- of the last event that began a round or ended the review

    -- Told to W&B, by the holder of the lease only.
    storage_id       text,                 -- null until W&B has the run
    wandb_entity     text,
    wandb_project    text,
    first_line       bigint      not null default 0, -- of W&B's history that is ours: somebody may have begun the run before
    first_step       bigint      not null default 0,
    sent_lines       bigint      not null default 0,
    sent_description bigint      not null default 0,
    completed_lines  bigint,               -- how many lines there were when the run was last finished; null while it runs
    offline_lines    bigint      not null default 0,
    stopped          boolean     not null default false, -- somebody pressed stop on the run's page

    state            text        check (state in ('ONLINE', 'CATCHING_UP', 'OFFLINE')),
    reason           text        not null default '',

    tries            int         not null default 0, -- failures in a row
    due_at           timestamptz,          -- when something is to be done next; null where nothing is
    last_request_at  timestamptz,
    last_success_at  timestamptz,
    lease_owner      text,
    lease_until      timestamptz,
    fence            bigint      not null default 0, -- rises with every claim; a writer with an older one has lost its lease

    unique (base_url, entity, project, run_id)
);

create index wandb_run_due on wandb_run (due_at) where due_at is not null;

-- One history line per event. Rows are only ever added.
create table wandb_row (
    event_id      uuid        primary key,
    submission_id uuid        not null references wandb_run,
    line          bigint      not null,
    json          text        not null,
    stored_at     timestamptz not null,
    unique (submission_id, line)
);

-- The sender sleeps until it is told; polling is only its safety net.
create trigger row_written after insert on wandb_row for each statement execute function notify_delivery();
