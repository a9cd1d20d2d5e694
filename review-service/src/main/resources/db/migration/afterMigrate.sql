-- At every start, after the migrations. Where they run as another role than the service (quarkus.flyway.username), the
-- service's role gets what it needs and no more: it cannot change or drop what is in the ledger, nor the triggers that
-- refuse it, because it owns nothing.
do $$
declare
    service text := '${service-role}';
    ledger  name;
begin
    if service = current_user then
        return;
    end if;
    -- Replicas that start at once would else update the same rows of the catalogue.
    perform pg_advisory_xact_lock(7308332182834869588);
    execute format('grant usage on schema %I to %I', current_schema(), service);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), service);
    execute format('grant usage on all sequences in schema %I to %I', current_schema(), service);
    for ledger in select tablename from pg_tables where schemaname = current_schema()
            and tablename in ('ledger_entry', 'ledger_node', 'ledger_checkpoint') loop
        execute format('revoke update, delete, truncate on %I from %I', ledger, service);
        if ledger = 'ledger_node' then
            execute format('revoke insert on %I from %I', ledger, service);
        end if;
    end loop;
    execute format('revoke all on ${flyway:table} from %I', service);
end
$$;
