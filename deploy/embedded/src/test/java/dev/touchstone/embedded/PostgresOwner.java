package dev.touchstone.embedded;

import java.nio.file.Path;

/** A process that starts PostgreSQL, says {@code ready <pid>} and waits to be killed. */
final class PostgresOwner {

    private PostgresOwner() {
    }

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), FreePorts.next());
        postgres.createDatabase("review");
        System.out.println("ready " + postgres.pid());
        Thread.currentThread().join();
    }
}
