package dev.touchstone.local.chaos;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.touchstone.local.system.Layout;
import dev.touchstone.local.system.Service;

/** One process of a packaged service, which may be killed at any time. */
final class Replica {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    /** Several of them, with all that they need, have a place on one small machine. */
    static final List<String> SMALL = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Service service;
    private final List<String> jvm;
    private final Map<String, String> environment;
    private final File log;
    private Process process;
    private int starts;

    Replica(Service service, List<String> jvm, Map<String, String> environment, File log) throws IOException {
        this.service = service;
        this.jvm = jvm;
        this.environment = environment;
        this.log = log;
        this.process = spawn();
    }

    long pid() {
        return process.pid();
    }

    int starts() {
        return starts;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has come so far that it takes requests. */
    boolean isUp() {
        int port = Integer.parseInt(Objects.requireNonNull(environment.get("QUARKUS_HTTP_PORT")));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Without a word, as by kill -9, and then again from the start. */
    void killAndStartAgain() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = spawn();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process spawn() throws IOException {
        starts++;
        List<String> words = new ArrayList<>(List.of(Layout.java().toString()));
        words.addAll(jvm);
        words.addAll(
                List.of("-XX:+ExitOnOutOfMemoryError", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar",
                        new Layout(HOME, HOME).runnable(service).toString()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
