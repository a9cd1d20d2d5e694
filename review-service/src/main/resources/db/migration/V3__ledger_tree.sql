-- The Merkle tree over the entries (RFC 6962): the hashes of its complete subtrees, which never change again. A head or a
-- proof is made of a few of them for each doubling of the ledger.
create table ledger_node (
    level    int    not null check (level between 0 and 62), -- of 2^level entries
    position bigint not null check (position >= 0),          -- how many of its size stand left of it
    hash     text   not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (level, position)
);

-- Heads that were signed. One for each size and key: the note of a size is the same whoever signs it first.
create table ledger_checkpoint (
    size      bigint      not null check (size > 0),
    key       text        not null, -- the verifier key of who signed, as name+hash+key
    root      text        not null check (root ~ '^[0-9a-f]{64}$'),
    note      text        not null, -- as it was signed
    signed_at timestamptz not null,
    primary key (size, key)
);

create function ledger_leaf(entry text) returns text language sql stable strict as $$
    select encode(sha256('\x00'::bytea || convert_to(entry, 'UTF8')), 'hex')
$$;

create function ledger_parent(left_hash text, right_hash text) returns text language sql immutable strict as $$
    select encode(sha256('\x01'::bytea || decode(left_hash, 'hex') || decode(right_hash, 'hex')), 'hex')
$$;

-- Adds a leaf and every subtree that it completes: as many as its index ends in ones in binary, so one on average.
create function grow_ledger_tree(index bigint, leaf_hash text) returns void language plpgsql as $$
declare
    at_level    int    := 0;
    at_position bigint := index;
    grown       text   := leaf_hash;
    sibling     text;
begin
    if index > 0 and not exists (select from ledger_node where level = 0 and position = index - 1) then
        raise exception 'The ledger has no gap: entry % comes before entry %', index - 1, index;
    end if;
    insert into ledger_node (level, position, hash) values (at_level, at_position, grown);
    while at_position % 2 = 1 loop
        select hash into strict sibling from ledger_node where level = at_level and position = at_position - 1;
        grown := ledger_parent(sibling, grown);
        at_level := at_level + 1;
        at_position := at_position / 2;
        insert into ledger_node (level, position, hash) values (at_level, at_position, grown);
    end loop;
end
$$;

create function ledger_root(size bigint) returns text language plpgsql stable strict as $$
declare
    at_level int := 0;
    rest     bigint := size;
    subtree  text;
    root     text;
begin
    -- A complete subtree for each one in the size's binary form; from the right, each larger one has the smaller at its right.
    while rest > 0 loop
        if rest % 2 = 1 then
            select hash into strict subtree from ledger_node where level = at_level and position = rest - 1;
            root := coalesce(ledger_parent(subtree, root), subtree);
        end if;
        at_level := at_level + 1;
        rest := rest / 2;
    end loop;
    return root;
end
$$;

-- In the database, not in the service: also what an older replica appends during an upgrade is in the tree. The owner's
-- right, so that the service's role needs none to write a node.
create function add_ledger_leaf() returns trigger language plpgsql security definer as $$
begin
    if new.leaf_hash <> ledger_leaf(new.entry) then
        raise exception 'Entry % does not have the hash that came with it', new.index;
    end if;
    perform grow_ledger_tree(new.index, new.leaf_hash);
    return null;
end
$$;

create function check_ledger_checkpoint() returns trigger language plpgsql as $$
begin
    if new.root <> ledger_root(new.size) then
        raise exception 'The head at size % is another one', new.size;
    end if;
    return new;
end
$$;

-- Whoever may make temporary tables must not put one in the place of a table that is read here: those come last.
do $$
declare
    reader text;
begin
    foreach reader in array array['add_ledger_leaf()', 'check_ledger_checkpoint()', 'grow_ledger_tree(bigint, text)',
            'ledger_root(bigint)'] loop
        execute format('alter function %s set search_path = %I, pg_temp', reader, current_schema());
    end loop;
end
$$;

create or replace function refuse_ledger_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger only grows: % of % is refused', tg_op, tg_table_name;
end
$$;

create trigger ledger_node_only_grows before update or delete or truncate on ledger_node
    for each statement execute function refuse_ledger_change();

create trigger ledger_checkpoint_only_grows before update or delete or truncate on ledger_checkpoint
    for each statement execute function refuse_ledger_change();

create trigger ledger_checkpoint_is_true before insert on ledger_checkpoint
    for each row execute function check_ledger_checkpoint();

-- From here to the commit nobody else appends.
create trigger ledger_tree_grows after insert on ledger_entry
    for each row execute function add_ledger_leaf();

-- What was appended before there was a tree.
do $$
declare
    entry record;
begin
    for entry in select index, leaf_hash from ledger_entry order by index loop
        perform grow_ledger_tree(entry.index, entry.leaf_hash);
    end loop;
end
$$;
