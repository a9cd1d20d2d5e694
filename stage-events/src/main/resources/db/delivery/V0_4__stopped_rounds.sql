-- Rounds that ended before their work did. A request may come after the end, since they come on different topics.
create table stopped_round (
    workflow_run_id uuid        primary key,
    stopped_at      timestamptz not null
);

create index stopped_round_age on stopped_round (stopped_at);
