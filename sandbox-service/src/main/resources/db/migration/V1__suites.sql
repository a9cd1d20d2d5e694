-- A result can only be compared with another if both were made with the same cases: what was imported never changes.
create function refuse_suite_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

create table suite (
    name        text        not null,
    version     text        not null,
    kind        text        not null check (kind in ('security', 'functional')),
    digest      text        not null, -- sha256 of the lines
    manifest    text        not null, -- JSON
    lines       text        not null, -- JSON Lines, as they were sent or made of CSV
    counts      text        not null, -- JSON: how many lines of which kind
    imported_by text        not null,
    imported_at timestamptz not null,
    primary key (name, version)
);

-- Not asked any more, though it stays readable: results point to it.
create table suite_retirement (
    name       text        not null,
    version    text        not null,
    reason     text        not null,
    retired_by text        not null,
    retired_at timestamptz not null,
    primary key (name, version),
    foreign key (name, version) references suite
);

create trigger suite_is_immutable before update or delete or truncate on suite
    for each statement execute function refuse_suite_change();
create trigger suite_retirement_only_grows before update or delete or truncate on suite_retirement
    for each statement execute function refuse_suite_change();
