package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.events.Topics;
import dev.touchstone.local.agents.AgentServer;
import dev.touchstone.local.agents.Sample;
import dev.touchstone.local.llm.ScriptedJudge;
import dev.touchstone.local.processes.LeftOvers;
import dev.touchstone.local.processes.Pid;
import dev.touchstone.local.processes.Supervised;
import dev.touchstone.local.wandb.EmulatorSettings;
import dev.touchstone.local.wandb.WandbEmulator;

/** A running system. {@link #close} may be called by the shutdown hook at any time, also during the start. */
public final class LocalSystem implements AutoCloseable {

    private static final int PARTITIONS = 3;

    private final Settings settings;
    private final Consumer<String> tell;
    private final Closing closing;
    private final Fleet fleet;

    /** @param tell is told about progress, a line at a time */
    public LocalSystem(Settings settings, Consumer<String> tell) {
        this.settings = settings;
        this.tell = tell;
        this.closing = new Closing(tell);
        this.fleet = new Fleet(settings, closing, tell);
    }

    public Settings settings() {
        return settings;
    }

    /** Returns when all is ready. After a failure everything is stopped. */
    public void start() throws StartFailed, InterruptedException {
        long begun = System.nanoTime();
        boolean ready = false;
        try {
            settings.layout().create();
            closing.add(Lock.take(settings.layout().lock()));
            write(SystemState.Phase.STARTING);
            stopLeftOvers();
            requirePorts();
            bringUp();
            write(SystemState.Phase.READY);
            tell.accept("ready in " + seconds(begun));
            ready = true;
        } catch (IOException | SQLException failed) {
            throw new StartFailed(failed.toString(), failed);
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    @Override
    public void close() {
        closing.close();
    }

    private void bringUp() throws IOException, SQLException, StartFailed, InterruptedException {
        requireBuilt();
        long begun = System.nanoTime();
        Supervised broker = closing.add(fleet.broker());
        Database database = Database.start(settings, closing, tell);
        tell.accept(line("postgres", settings.ports().database(), begun));
        await(broker, settings.ports().broker());
        createTopics();
        tell.accept(line(Fleet.BROKER, settings.ports().broker(), begun));
        emulator();
        agents();
        scriptedJudge();
        services();
        broker.keepAlive();
        database.keepAlive();
    }

    private void emulator() throws StartFailed {
        if (settings.wandb().isEmulated()) {
            long begun = System.nanoTime();
            closing.add(WandbEmulator.start(settings.ports().emulator(),
                    EmulatorSettings.defaults().keptIn(settings.layout().emulator())));
            tell.accept(line("wandb-emulator", settings.ports().emulator(), begun));
        }
    }

    private void agents() throws IOException, StartFailed {
        for (Sample sample : Sample.values()) {
            long begun = System.nanoTime();
            closing.add(AgentServer.start(sample, settings.ports().of(sample),
                    settings.layout().log("agent-" + sample.key())));
            tell.accept(line("agent-" + sample.key(), settings.ports().of(sample), begun));
        }
    }

    private void scriptedJudge() throws IOException, StartFailed {
        long begun = System.nanoTime();
        closing.add(ScriptedJudge.start(settings.ports().scriptedJudge()));
        tell.accept(line("scripted-judge", settings.ports().scriptedJudge(), begun));
    }

    private void services() throws IOException, StartFailed, InterruptedException {
        long begun = System.nanoTime();
        Secrets secrets = Secrets.of(settings.layout());
        Fleet.Services services = closing.add(fleet.services(new ServiceEnvironment(settings, secrets)));
        Health health = new Health();
        Map<Service, Supervised> waiting = new EnumMap<>(services.all());
        while (!waiting.isEmpty()) {
            for (Service service : List.copyOf(waiting.keySet())) {
                requireAlive(Objects.requireNonNull(waiting.get(service)), begun);
                if (health.isReady(settings.ports().managementUrl(service))) {
                    waiting.remove(service);
                    tell.accept(line(service.module(), settings.ports().of(service), begun));
                }
            }
            pause();
        }
        services.keepAlive();
    }

    private void await(Supervised broker, int port) throws StartFailed, InterruptedException {
        long begun = System.nanoTime();
        while (!Health.listens(port)) {
            requireAlive(broker, begun);
            pause();
        }
    }

    private void createTopics() throws StartFailed {
        try {
            EmbeddedKafka.createTopics(settings.ports().bootstrapServers(), Topics.ALL, PARTITIONS);
        } catch (Exception refused) {
            throw new StartFailed("kafka did not make the topics: " + refused.getMessage(), refused);
        }
    }

    private void requireAlive(Supervised process, long begun) throws StartFailed {
        if (!process.isAlive()) {
            throw new StartFailed(process.name() + " ended with code " + process.exitCode() + " while it was starting"
                    + LogTail.of(process.command().log()));
        }
        if (System.nanoTime() - begun > Fleet.PATIENCE.toNanos()) {
            throw new StartFailed(process.name() + " was not ready after " + Fleet.PATIENCE.toSeconds() + " seconds"
                    + LogTail.of(process.command().log()));
        }
    }

    private void requirePorts() throws StartFailed {
        List<String> taken = settings.ports().taken(settings.wandb().isEmulated());
        if (!taken.isEmpty()) {
            throw new StartFailed(String.join("\n", taken) + "\nChoose others with --port-base N, or stop what is there");
        }
    }

    private void requireBuilt() throws StartFailed {
        for (Service service : Service.values()) {
            if (!Files.exists(settings.layout().runnable(service))) {
                throw new StartFailed(settings.layout().runnable(service) + " is missing; build it with: ./mvnw package");
            }
        }
    }

    /** @return the parts that a killed launcher had left running in this data directory, and that are stopped now */
    public static List<String> stopLeftOvers(Layout layout) throws IOException, InterruptedException {
        return new LeftOvers(layout.pidFiles(), List.of(Fleet.BROKER, Database.NAME)).stop();
    }

    private void stopLeftOvers() throws IOException, InterruptedException {
        List<String> stopped = stopLeftOvers(settings.layout());
        if (!stopped.isEmpty()) {
            tell.accept("stopped what a killed launcher had left: " + String.join(", ", stopped));
        }
    }

    private void write(SystemState.Phase phase) throws IOException {
        new SystemState(phase, Pid.ownOne(), settings.ports(), settings.wandb().isEmulated())
                .write(settings.layout().state());
    }

    private static String line(String part, int port, long begun) {
        return "%-19s 127.0.0.1:%-6d ready after %s".formatted(part, port, seconds(begun));
    }

    private static String seconds(long begun) {
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(200);
    }
}
