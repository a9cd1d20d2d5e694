-- JSON is stored as it came, and may hold what no text of PostgreSQL can: NUL, and halves of characters. A backslash that is
-- itself escaped begins nothing. Pairs of halves go as well; what is made here only finds and sorts.
create function plain_json(stored text) returns text language sql immutable as $$
    select case when stored ~* '\\u(0000|d[89a-f])'
        then regexp_replace(stored, '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})', '\1\\ufffd', 'gi') else stored end
$$;

-- A word against the jury's verdict, until another reviewer agrees.
alter table escalation add column proposed_decision text,
    add column proposed_by text,
    add column proposed_at timestamptz,
    add column proposed_notes text,
    add check ((proposed_decision is null) = (proposed_by is null) and (proposed_by is null) = (proposed_at is null)
        and (proposed_by is null) = (proposed_notes is null));

-- Who looks at a case now. A promise with an end, not a lock.
create table case_claim (
    submission_id uuid        primary key,
    claimed_by    text        not null,
    claimed_until timestamptz not null,
    assigned_by   text -- null where they took it themselves
);

-- Who was here as a reviewer lately: to them a case can be given.
create table reviewer (
    name            text        not null,
    organization_id text        not null,
    seen_at         timestamptz not null,
    primary key (name, organization_id)
);

-- What the queue filters and sorts by, and a line of it, so that no list reads whole cases.
alter table review_case
    add column source_stage text, -- that asks a person now
    add column reason text,       -- why, as one of a few kinds
    add column verdict text,      -- of the jury
    add column agent_name text not null default '',
    add column line text,         -- CaseSummary as JSON; null in cases from before there was one
    add column section text not null generated always as (case state when 'awaiting_decision' then 'waiting'
        when 'in_review' then 'running' else 'ended' end) stored,
    add column since timestamptz not null generated always as (coalesce(waiting_since, changed_at)) stored;

update review_case set verdict = lower(cast(plain_json(view) as json) #>> '{findings,verdict,ruling}'),
    source_stage = cast(plain_json(view) as json) #>> '{course,question,sourceStage}',
    agent_name = lower(left(coalesce(cast(plain_json(view) as json) #>> '{subject,agent,displayName}',
        cast(plain_json(view) as json) #>> '{subject,review,agentId}'), 100));

update review_case set reason = case
    when source_stage in ('security', 'functional') then source_stage || case when jsonb_path_exists(cast(plain_json(view) as jsonb),
        '$.attempts[*] ? (@.key.stage == $stage && @.outcome.reasonCode == "gate_failed")',
        jsonb_build_object('stage', source_stage)) then '_gate' else '_unfinished' end
    when source_stage = 'judge' then case when verdict is null then 'jury_unfinished' when verdict = 'manual'
        then 'jury_undecided' else 'policy' end
    when source_stage in ('precheck', 'publish') then source_stage || '_unfinished'
    else 'other' end
where source_stage is not null;

-- Words that begin so, by an index of the core: an extension for parts of words is not to be had in every cluster.
update review_case set search = array_to_string(array(
    select left(word, 64) from regexp_split_to_table(search, '\s+') word where word <> '' limit 200), ' ');
alter table review_case add column search_terms tsvector not null
    generated always as (array_to_tsvector(string_to_array(search, ' '))) stored;
create index review_case_search on review_case using gin (search_terms);

drop index review_case_queue;
create index review_case_state on review_case (state);
create index review_case_section on review_case (section, since, submission_id) include (reason);
create index review_case_agent on review_case (section, agent_name, submission_id);
create index review_case_own on review_case (organization_id, section, since, submission_id);

drop function plain_json(text);
