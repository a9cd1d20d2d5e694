-- The id that W&B has the run under, where the run's own belonged to a run that was deleted there. Nothing else of a
-- submission changes after it was accepted.
alter table submission add column wandb_alias text;
alter table submission add column wandb_alias_sequence bigint not null default 0; -- of the event that told it

-- A new submission must not take an alias for its own run.
create index submission_of_wandb_alias on submission (wandb_alias) where wandb_alias is not null;

alter table run_state add column cause text; -- null where telemetry-service told none
alter table run_state add column stopped boolean not null default false; -- somebody pressed stop on the run's page

-- Artifacts of the runs: those that W&B has, in each version, and those that it will not have.
create table run_artifact (
    submission_id uuid   not null references submission,
    name          text   not null,
    type          text   not null,
    digest        text,            -- of W&B's manifest; null where W&B will not have it
    artifact_id   text,            -- W&B's; null where it goes to a directory that somebody uploads
    contents      text   not null, -- JSON: the digests of our files that it holds
    reason        text,            -- why W&B will not have it; null where it has
    sequence      bigint not null
);

create unique index run_artifact_version on run_artifact (submission_id, name, coalesce(digest, ''));
