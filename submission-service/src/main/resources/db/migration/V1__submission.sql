-- What was accepted. Rows are only ever added.
create table submission (
    id              uuid        primary key,
    idempotency_key text        unique,
    request_digest  text        not null, -- sha256 of the RFC 8785 canonical form of the request
    agent_id        text        not null,
    revision        text        not null,
    wandb_base_url  text        not null,
    wandb_entity    text        not null,
    wandb_project   text        not null,
    wandb_run_id    text        not null,
    dossier         text        not null, -- JSON: what goes along with every request of the review
    acceptance      text        not null, -- JSON: what the intake kept besides
    created_at      timestamptz not null default clock_timestamp(),
    -- A W&B run shows one review: two submissions in one run could not be told apart there.
    unique (wandb_base_url, wandb_entity, wandb_project, wandb_run_id)
);

create index submission_newest on submission (created_at desc, id);

-- The state machine of each submission's review. Whoever changes it holds the row's lock.
create table review (
    submission_id uuid        primary key references submission,
    standing      text        not null check (standing in ('in_review', 'awaiting_decision', 'published', 'rejected')),
    body          text        not null, -- JSON: the state with its history
    updated_at    timestamptz not null
);

-- Whether the W&B run can be written, as telemetry-service last said.
create table run_state (
    submission_id uuid   primary key references submission,
    state         text   not null,
    reason        text   not null,
    sequence      bigint not null
);

create table catalog_entry (
    agent_id      text             not null,
    revision      text             not null,
    submission_id uuid             not null references submission,
    display_name  text             not null,
    trust_score   double precision, -- null where a person approved without one
    status_reason text             not null,
    wandb_url     text             not null,
    published_at  timestamptz      not null,
    primary key (agent_id, revision)
);

create index catalog_newest on catalog_entry (published_at desc);
