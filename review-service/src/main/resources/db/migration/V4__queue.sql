-- A word against the jury's verdict, until another reviewer agrees.
alter table escalation add column proposed_decision text,
    add column proposed_by text,
    add column proposed_at timestamptz,
    add column proposed_notes text,
    add check ((proposed_decision is null) = (proposed_by is null) and (proposed_by is null) = (proposed_at is null)
        and (proposed_by is null) = (proposed_notes is null));
