package dev.touchstone.local.processes;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One process that is kept alive from {@link #keepAlive} to {@link #close}. It is started and replaced by one thread at a
 * time: the caller's before, the watcher's after {@code keepAlive}; {@code close} waits for neither to start another.
 */
public final class Supervised implements AutoCloseable {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Command command;
    private final PidFiles files;
    private final Consumer<String> tell;
    private final BooleanSupplier ending;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Process process;

    private Supervised(Command command, PidFiles files, Consumer<String> tell, BooleanSupplier ending) throws IOException {
        this.command = command;
        this.files = files;
        this.tell = tell;
        this.ending = ending;
        this.process = spawn();
    }

    /**
     * @param tell is told in a sentence when the process ended unasked
     * @param ending whether all is to end, so that what ends now was meant to
     */
    public static Supervised start(Command command, PidFiles files, Consumer<String> tell, BooleanSupplier ending)
            throws IOException {
        return new Supervised(command, files, tell, ending);
    }

    public String name() {
        return command.name();
    }

    public Command command() {
        return command;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Starts the process again whenever it ends from now on. */
    public void keepAlive() {
        Thread.ofVirtual().name("watch-" + name()).start(this::watch);
    }

    /** Asks the process to end and does not wait. */
    public void signal() {
        stopped.countDown();
        process.destroy();
    }

    /** Ends the process, by force if it does not go by itself. */
    @Override
    public void close() throws InterruptedException, IOException {
        synchronized (stopped) {
            signal();
        }
        LeftOvers.await(process.toHandle());
        files.remove(name());
    }

    private void watch() {
        Duration wait = SHORTEST_WAIT;
        try {
            while (true) {
                long begun = System.nanoTime();
                int code = process.waitFor();
                boolean livedLong = System.nanoTime() - begun > LONGEST_WAIT.toNanos();
                wait = livedLong ? SHORTEST_WAIT : wait;
                // Ctrl-C reaches the children first: only after a while it is clear that nobody meant to stop them.
                if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS) || !replace(code)) {
                    return;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean replace(int code) {
        synchronized (stopped) {
            if (stopped.getCount() == 0 || ending.getAsBoolean()) {
                return false;
            }
            tell.accept(name() + " ended with code " + code + "; it is started again");
            try {
                process = spawn();
                return true;
            } catch (IOException cannot) {
                tell.accept(name() + " cannot be started again: " + cannot.getMessage());
                return false;
            }
        }
    }

    private Process spawn() throws IOException {
        Process started = command.start();
        // Nothing is ever said to it; what it reads ends at once.
        started.getOutputStream().close();
        files.write(command.name(), Pid.of(started.toHandle()));
        return started;
    }
}
