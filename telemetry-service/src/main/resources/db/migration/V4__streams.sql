-- What a run shows besides its history, who may write it, and how fast a project may be written to.

-- One console line for each history line, of the same number; empty in rows of before.
alter table wandb_row add column console text not null default '';
-- What the service that told the event measured of itself; not every event has it, so these lines count by themselves.
alter table wandb_row add column stat text;
alter table wandb_row add column stat_line bigint;
alter table wandb_row add constraint wandb_row_stat_numbered check ((stat is null) = (stat_line is null));
create unique index wandb_row_stat_line on wandb_row (submission_id, stat_line) where stat_line is not null;

-- Every id that W&B knows, or is to know, a run of ours by. A run whose id was deleted there goes on under another one.
create table wandb_run_name (
    base_url      text not null,
    entity        text not null,
    project       text not null,
    wandb_id      text not null,
    submission_id uuid not null,
    primary key (base_url, entity, project, wandb_id)
);
insert into wandb_run_name (base_url, entity, project, wandb_id, submission_id)
select base_url, entity, project, run_id, submission_id from wandb_run;

alter table wandb_run add column alias text; -- null as long as W&B has the run under its own id
alter table wandb_run add column stat_lines bigint not null default 0;
alter table wandb_run add column first_console bigint not null default 0;
alter table wandb_run add column first_stat bigint not null default 0;
-- W&B was never told of the console of the rows that it has: the first line that it gets is line 0.
update wandb_run set first_console = -sent_lines where storage_id is not null;

alter table wandb_run add column cause text;
alter table wandb_run add column since timestamptz;
update wandb_run set since = coalesce(last_request_at, started_at),
    cause = case state when 'ONLINE' then 'REACHABLE' when 'OFFLINE' then 'NO_KEY' else 'UNREACHABLE' end
where state is not null;

-- What W&B has is asked before anything else is written: the writer before may have said more than it could store here.
alter table wandb_run add column unsure boolean not null default false;
-- When a run for which nothing else is due is to be kept alive.
alter table wandb_run add column beat_at timestamptz;
update wandb_run set beat_at = due_at, due_at = null
where state = 'ONLINE' and sent_lines = lines and outcome is null and completed_lines is null;

-- A claim lasts as long as its owner lives.
create table wandb_writer (
    owner text        primary key,
    until timestamptz not null -- by the database's clock; whoever says nothing until then has lost all that it holds
);
alter table wandb_run drop column lease_until;
update wandb_run set lease_owner = null, fence = fence + 1 where lease_owner is not null;

drop index wandb_run_due;
create index wandb_run_due on wandb_run (due_at) where due_at is not null and lease_owner is null;
create index wandb_run_beat on wandb_run (beat_at) where beat_at is not null and due_at is null and lease_owner is null;
create index wandb_run_held on wandb_run (lease_owner) where lease_owner is not null;

-- How fast a project may be written to by all replicas together.
create table wandb_pace (
    base_url text        not null,
    entity   text        not null,
    project  text        not null,
    free_at  timestamptz not null, -- when all that was taken would have been used up at the configured rate
    primary key (base_url, entity, project)
);
