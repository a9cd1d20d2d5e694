-- JSON is stored as it came, and may hold what no text of PostgreSQL can: NUL, and halves of characters. A backslash that is
-- itself escaped begins nothing. Pairs of halves go as well; what is made here only finds and sorts.
create function plain_json(stored text) returns text language sql immutable as $$
    select case when stored ~* '\\u(0000|d[89a-f])'
        then regexp_replace(stored, '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})', '\1\\ufffd', 'gi') else stored end
$$;

-- Timelines are listened to, searched and paged. Whoever writes an event of a review holds the lock of its causal clock, so that
-- positions of one review rise in the order of commits: a listener that has seen one never finds an earlier one later.
alter table timeline add column position bigint not null generated always as identity;
alter table timeline add column workflow_run_id uuid;
alter table timeline add column search text not null default '';

-- What is older than this column is found by its kind; by its text as well where that cannot hold an agent's address.
update timeline set workflow_run_id = cast(cast(plain_json(event) as json) ->> 'workflowRunId' as uuid),
    search = lower(kind || case when event like '%"endpoint"%' then '' else ' ' || left(event, 8000) end);
alter table timeline alter column workflow_run_id set not null;

create unique index timeline_arrival on timeline (submission_id, position);

create trigger timeline_written after insert on timeline for each statement execute function notify_delivery();

-- An agent's revisions have a page, and runs that wait have one: columns to find them by. The view says everything else.
alter table review_case add column agent_id text not null default '';
alter table review_case add column run_state text not null default '';
alter table review_case add column started_at timestamptz;
update review_case set agent_id = cast(plain_json(view) as json) -> 'subject' -> 'review' ->> 'agentId',
    run_state = coalesce(cast(plain_json(view) as json) -> 'trail' -> 'run' ->> 'state', ''),
    started_at = changed_at;
alter table review_case alter column started_at set not null;

create index review_case_revisions on review_case (agent_id, started_at desc);
create index review_case_run on review_case (run_state, changed_at desc) where run_state in ('offline', 'catching-up');

-- What some service could not take. Payload and headers are as they came: hostile.
create table dead_letter (
    id           uuid        primary key, -- from where the letter lies: topic, partition and offset of the dead-letter topic
    handler      text        not null,
    reason       text        not null,
    topic        text        not null, -- where the record came from; empty where no letter says so
    partition    int         not null,
    record_offset bigint     not null,
    size         bigint      not null, -- of the record as it came; more than the payload where that was cut
    message_key  text        not null,
    headers      text        not null, -- a JSON object of strings, without those of the letter
    payload      bytea       not null,
    written_at   timestamptz not null,
    arrived_at   timestamptz not null,
    search       text        not null,
    follows      uuid,                 -- the letter whose redelivery died again
    redelivered  int         not null default 0,
    redelivered_by text,               -- the last time, as the table below says of each
    redelivered_at timestamptz
);

create index dead_letter_newest on dead_letter (arrived_at desc, id);

-- Who sent which letter again, when. A click counts once, however often it arrives.
create table redelivery (
    letter_id    uuid        not null references dead_letter,
    attempt      int         not null check (attempt >= 1),
    requested_by text        not null,
    requested_at timestamptz not null,
    primary key (letter_id, attempt)
);

drop function plain_json(text);
