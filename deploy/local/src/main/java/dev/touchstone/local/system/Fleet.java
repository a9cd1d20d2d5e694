package dev.touchstone.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.touchstone.embedded.EmbeddedKafka;
import dev.touchstone.local.processes.Command;
import dev.touchstone.local.processes.Supervised;

/** The processes of the system: the broker and the five services, each in a JVM with a small heap. */
final class Fleet {

    static final String BROKER = "kafka";

    /** C1 alone and one collector thread: it starts sooner and needs half the memory, and nobody waits for throughput. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError");

    private final Settings settings;
    private final Closing closing;
    private final Consumer<String> tell;

    Fleet(Settings settings, Closing closing, Consumer<String> tell) {
        this.settings = settings;
        this.closing = closing;
        this.tell = tell;
    }

    Supervised broker() throws IOException {
        List<String> words = java(128);
        words.addAll(List.of("-cp", Layout.classPath(), EmbeddedKafka.class.getName(),
                settings.layout().broker().toString(), Integer.toString(settings.ports().broker()),
                Integer.toString(settings.ports().controller())));
        return start(BROKER, words, Map.of());
    }

    /** All are started at once: each spends most of its start in waiting for the two processors. */
    Services services(ServiceEnvironment environment) throws IOException {
        Map<Service, Supervised> started = new EnumMap<>(Service.class);
        try {
            for (Service service : Service.values()) {
                List<String> words = java(service.heapMebibytes());
                words.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar",
                        settings.layout().runnable(service).toString()));
                started.put(service, start(service.module(), words, environment.of(service)));
            }
        } catch (IOException failed) {
            new Services(started).close();
            throw failed;
        }
        return new Services(started);
    }

    private Supervised start(String name, List<String> words, Map<String, String> environment) throws IOException {
        Path log = settings.layout().log(name);
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Supervised.start(new Command(name, words, environment, log), settings.layout().pidFiles(), tell,
                closing::hasBegun);
    }

    private static List<String> java(int heapMebibytes) {
        List<String> words = new ArrayList<>(List.of(Layout.java().toString(), "-Xmx" + heapMebibytes + "m"));
        words.addAll(SMALL);
        return words;
    }

    /** The five, asked to end at once and then waited for. */
    record Services(Map<Service, Supervised> all) implements AutoCloseable {

        void keepAlive() {
            all.values().forEach(Supervised::keepAlive);
        }

        @Override
        public void close() {
            all.values().forEach(Supervised::signal);
            for (Supervised service : all.values()) {
                try {
                    service.close();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                } catch (IOException ignored) {
                    // Its pid file stays; the next start finds out that the process is gone.
                }
            }
        }
    }

    /** How long a part may take to come up on a slow machine. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
}
