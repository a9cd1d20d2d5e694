package dev.touchstone.local.wandb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The official W&amp;B client, where a Python has it: the one that {@code TOUCHSTONE_WANDB_PYTHON} names, else the one on the
 * path. It is kept to a directory of its own, and speaks to one server only.
 *
 * @param python the program
 * @param home what it writes for itself, and where it runs unless told otherwise
 */
public record OfficialClient(String python, Path home) {

    /** Why tests of it are skipped. */
    public static final String ABSENT = "no Python with wandb: set TOUCHSTONE_WANDB_PYTHON, or install it for python3";

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final long PATIENCE_SECONDS = 120;

    /** What it came to. */
    public record Ended(int code, String output) {
    }

    /** Empty where there is none. */
    public static Optional<OfficialClient> find() {
        String python = Optional.ofNullable(System.getenv("TOUCHSTONE_WANDB_PYTHON")).filter(path -> !path.isBlank())
                .orElse("python3");
        try {
            OfficialClient client = new OfficialClient(python, Files.createTempDirectory("touchstone-wandb"));
            return client.run(URI.create("http://127.0.0.1:9"), client.home, "-c", "import wandb").code() == 0
                    ? Optional.of(client)
                    : Optional.empty();
        } catch (UncheckedIOException noPython) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Runs a script against a server. */
    public Ended script(URI server, String script) throws InterruptedException {
        return run(server, home, "-c", script);
    }

    /** {@code wandb sync .} */
    public Ended sync(URI server, Path directory) throws InterruptedException {
        return run(server, directory, "-m", "wandb", "sync", ".");
    }

    private Ended run(URI server, Path directory, String... arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(python));
        words.addAll(List.of(arguments));
        File output = home.resolve("output").toFile();
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("WANDB_"));
        builder.environment().putAll(Map.of("WANDB_BASE_URL", server.toString(), "WANDB_API_KEY", KEY, "WANDB_DIR",
                home.toString(), "WANDB_CONFIG_DIR", home.toString(), "WANDB_CACHE_DIR", home.toString(), "WANDB_DATA_DIR",
                home.toString(), "WANDB_SILENT", "false", "WANDB_ERROR_REPORTING", "false"));
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Ended(process.waitFor(), Files.readString(output.toPath()));
        } catch (IOException noSuchProgram) {
            throw new UncheckedIOException(noSuchProgram);
        }
    }
}
