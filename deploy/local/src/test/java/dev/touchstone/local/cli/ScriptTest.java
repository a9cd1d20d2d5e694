package dev.touchstone.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

    private static final Path SCRIPT = Path.of("../../touchstone").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private record Ended(int code, String output) {
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        Ended help = run(SCRIPT, "help");

        assertEquals(0, help.code);
        for (String command : List.of("demo", "up", "down", "status", "logs", "test", "wandb-emulator", "submit",
                "validate", "status ID", "watch", "events", "cancel", "verify-ledger", "compare-ledger")) {
            assertTrue(help.output.contains("\n  " + command), command);
        }
    }

    @Test
    void refusesACommandThatThereIsNot() throws Exception {
        Ended refused = run(SCRIPT, "fly");

        assertEquals(2, refused.code);
        assertTrue(refused.output.contains("there is no command fly"));
    }

    @Test
    void passesTestArgumentsOnFromAPlaceWithSpacesAndByALink() throws Exception {
        Path checkout = Files.createDirectories(directory.resolve("check out"));
        Path script = Files.copy(SCRIPT, checkout.resolve("touchstone"));
        Path wrapper = Files.writeString(checkout.resolve("mvnw"), "#!/bin/sh\necho \"$PWD: $*\"\n");
        assertTrue(wrapper.toFile().setExecutable(true));
        Path link = Files.createSymbolicLink(directory.resolve("a link"), script);

        Ended test = run(link, "test", "-pl", "stage-events");

        assertEquals(checkout.toRealPath() + ": verify -pl stage-events\n", test.output);
    }

    @Test
    void aKeyIsNeverOnTheCommandLineOfTheProgram() throws Exception {
        Path checkout = Files.createDirectories(directory.resolve("checkout/deploy/local/target/lib"));
        Path script = Files.copy(SCRIPT, directory.resolve("checkout/touchstone"));
        Path jdk = Files.createDirectories(checkout.resolve("jdk/bin"));
        executable(jdk.resolve("javac"), "echo javac 25");
        executable(jdk.resolve("java"), "printf '<%s>' \"$@\"; echo; echo \"key: $TOUCHSTONE_API_KEY\"");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), "submit", "key file.json", "--key",
                "ts_secret", "--wait").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.resolve("..").toString());

        Ended ended = end(builder);

        List<String> lines = ended.output.lines().toList();
        assertTrue(lines.getFirst().endsWith("<submit><key file.json><--wait>"), ended.output);
        assertEquals("key: ts_secret", lines.getLast());
    }

    @Test
    void aKeyIsNotForgottenInSilence() throws Exception {
        Ended ended = run(SCRIPT, "submit", "file.json", "--key");

        assertEquals(2, ended.code);
        assertTrue(ended.output.contains("--key needs a value"), ended.output);
    }

    @Test
    void saysHowToGetAJdk() throws Exception {
        Path tools = Files.createDirectories(directory.resolve("bin"));
        for (String tool : List.of("dirname", "readlink", "sed", "cat")) {
            Path own = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            assertTrue(own.toFile().setExecutable(true));
        }
        String text = Files.readString(SCRIPT).replace("/usr/lib/jvm/*", "/nowhere/*");
        Path script = Files.writeString(directory.resolve("touchstone"), text);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), "status").redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of());
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", directory.toString());

        Ended ended = end(builder);

        // Not 1: a job that is gated by the exit code would take that for a rejection.
        assertEquals(8, ended.code);
        assertTrue(ended.output.startsWith("touchstone: JDK 25 or later is needed; get one from"), ended.output);
    }

    private static void executable(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private static Ended run(Path script, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("/bin/sh", script.toString()));
        words.addAll(List.of(arguments));
        return end(new ProcessBuilder(words).redirectErrorStream(true));
    }

    private static Ended end(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
