package dev.touchstone.local.processes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    @TempDir
    Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean ending;
    private PidFiles files;

    @BeforeEach
    void files() {
        files = new PidFiles(directory);
    }

    @Test
    void startsAProcessAgainThatDied() throws Exception {
        try (Supervised sleeper = start()) {
            sleeper.keepAlive();
            Pid first = files.read("sleeper").orElseThrow();

            first.process().orElseThrow().destroyForcibly();

            await().until(() -> files.read("sleeper").filter(Pid::isAlive).filter(pid -> !pid.equals(first)).isPresent());
            assertEquals(List.of("sleeper ended with code 137; it is started again"), told);
        }
    }

    @Test
    void startsNothingAgainWhileAllEnds() throws Exception {
        try (Supervised sleeper = start()) {
            sleeper.keepAlive();
            Pid pid = files.read("sleeper").orElseThrow();
            ending = true;

            pid.process().orElseThrow().destroyForcibly();

            await().during(Duration.ofSeconds(2)).until(() -> !sleeper.isAlive());
            assertEquals(List.of(), told);
        }
    }

    @Test
    void endsItsProcessAndForgetsIt() throws Exception {
        Supervised sleeper = start();
        sleeper.keepAlive();
        Pid pid = files.read("sleeper").orElseThrow();

        sleeper.close();

        assertFalse(pid.isAlive());
        assertTrue(files.all().isEmpty());
        assertEquals(List.of(), told);
    }

    @Test
    void leftOversAreStoppedAndStrangersAreNot() throws Exception {
        Supervised left = start();
        Pid pid = files.read("sleeper").orElseThrow();
        Pid own = Pid.ownOne();
        files.write("stranger", new Pid(own.number(), own.started().minusSeconds(60)));

        List<String> stopped = new LeftOvers(files, List.of("sleeper")).stop();

        assertEquals(List.of("sleeper"), stopped);
        assertFalse(pid.isAlive());
        assertFalse(left.isAlive());
        assertTrue(own.isAlive());
        assertTrue(files.all().isEmpty());
    }

    @Test
    void aPidIsOneOfAProcessNotOfANumber() {
        Pid own = Pid.ownOne();

        assertTrue(own.isAlive());
        assertFalse(new Pid(own.number(), own.started().plusSeconds(60)).isAlive());
        assertNotEquals(own, new Pid(own.number(), own.started().plusSeconds(60)));
    }

    @Test
    void measuresMemory() {
        assertTrue(Memory.of(ProcessHandle.current().pid()).orElseThrow() > 10);
    }

    private Supervised start() throws Exception {
        return Supervised.start(new Command("sleeper", List.of("sleep", "300"), Map.of(), directory.resolve("sleeper.log")),
                files, told::add, () -> ending);
    }
}
