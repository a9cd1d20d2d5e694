package dev.touchstone.local.system;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.touchstone.embedded.EmbeddedPostgres;
import dev.touchstone.local.processes.Pid;

/** The database server with one database for each service; started again if it dies. */
final class Database implements AutoCloseable {

    static final String NAME = "postgres";

    private static final long FIRST_WAIT_SECONDS = 1;
    private static final long LONGEST_WAIT_SECONDS = 30;

    private final Settings settings;
    private final Closing closing;
    private final Consumer<String> tell;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile EmbeddedPostgres server;

    private Database(Settings settings, Closing closing, Consumer<String> tell) throws IOException, InterruptedException {
        this.settings = settings;
        this.closing = closing;
        this.tell = tell;
        this.server = spawn();
    }

    static Database start(Settings settings, Closing closing, Consumer<String> tell)
            throws IOException, InterruptedException, SQLException, StartFailed {
        // Added at once: what has been started is stopped, also if the rest of the start fails.
        Database database = closing.add(new Database(settings, closing, tell));
        for (Service service : Service.values()) {
            database.server.createDatabase(service.key());
        }
        // Of its own, so that the ledger belongs to somebody else.
        database.server.createRole(Service.REVIEW.key());
        return database;
    }

    void keepAlive() {
        ProcessHandle.of(server.pid()).ifPresent(process -> Thread.ofVirtual().name("watch-postgres").start(() -> {
            process.onExit().join();
            replace();
        }));
    }

    @Override
    public void close() throws IOException {
        synchronized (stopped) {
            stopped.countDown();
        }
        server.close();
        settings.layout().pidFiles().remove(NAME);
    }

    private EmbeddedPostgres spawn() throws IOException, InterruptedException {
        EmbeddedPostgres started = EmbeddedPostgres.start(settings.layout().database(), settings.ports().database());
        ProcessHandle process = ProcessHandle.of(started.pid()).orElseThrow(() -> new IOException("PostgreSQL is gone"));
        settings.layout().pidFiles().write(NAME, Pid.of(process));
        return started;
    }

    private void replace() {
        try {
            boolean replaced = false;
            for (long wait = FIRST_WAIT_SECONDS; !replaced && !stopped.await(wait, TimeUnit.SECONDS);) {
                synchronized (stopped) {
                    // The server's own shutdown hook ends it as soon as a signal comes, beside our orderly end.
                    replaced = stopped.getCount() == 0 || closing.hasBegun() || startAgain();
                }
                wait = Math.min(2 * wait, LONGEST_WAIT_SECONDS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean startAgain() throws InterruptedException {
        tell.accept("postgres ended; it is started again");
        try {
            server = spawn();
            keepAlive();
            return true;
        } catch (IOException cannot) {
            tell.accept("postgres cannot be started again yet: " + cannot.getMessage());
            return false;
        }
    }
}
