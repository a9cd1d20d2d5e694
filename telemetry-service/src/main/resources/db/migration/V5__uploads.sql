-- What an event brings to the run besides its line: artifacts and alerts. Written with the event's row, settled once.
create table wandb_upload (
    id              uuid        primary key, -- of the event's id and the name: an event heard twice brings nothing twice
    submission_id   uuid        not null references wandb_run,
    event_id        uuid        not null,
    workflow_run_id uuid        not null,    -- the round of the event
    stage           text        not null,
    attempt         int         not null,
    line            bigint      not null,    -- of the event in the history
    type            text        not null,
    name            text        not null,
    plan            text        not null,    -- JSON: what to fetch from where, and how W&B is to show it
    suite_digest    text,                    -- of a suite's cases, so that other runs of the project find it

    state           text        not null check (state in ('PENDING', 'LOGGED', 'REFUSED')),
    reason          text        not null,
    tries           int         not null,
    due_at          timestamptz not null,
    waiting_since   timestamptz,             -- the first of the tries that failed
    recorded_at     timestamptz not null,
    settled_at      timestamptz,
    artifact_id     text,                    -- W&B's
    artifact_digest text                     -- W&B's, of the manifest
);

create index wandb_upload_of_run on wandb_upload (submission_id);
create index wandb_upload_pending on wandb_upload (state) where state = 'PENDING';
create index wandb_upload_suite on wandb_upload (suite_digest) where suite_digest is not null and state = 'LOGGED';
