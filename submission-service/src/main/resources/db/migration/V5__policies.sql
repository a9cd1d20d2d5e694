-- What was decided under a policy must stay explicable: neither policies nor their activations ever change.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

create table policy (
    number    bigint      generated always as identity unique, -- the order of storing
    version   text        primary key,
    document  text        not null, -- JSON in RFC 8785 canonical form
    digest    text        not null, -- sha256 of the document
    stored_by text        not null,
    stored_at timestamptz not null
);

-- The policy in force is that of the last row.
create table policy_activation (
    number       bigint      primary key generated always as identity,
    version      text        not null references policy,
    reason       text        not null,
    activated_by text        not null,
    activated_at timestamptz not null
);

create trigger policy_is_immutable before update or delete or truncate on policy
    for each statement execute function refuse_change();
create trigger policy_activation_only_grows before update or delete or truncate on policy_activation
    for each statement execute function refuse_change();
