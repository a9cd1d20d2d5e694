package dev.touchstone.local.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param environment beside the one that this program was given
 * @param log what the process says is appended here
 */
public record Command(String name, List<String> words, Map<String, String> environment, Path log) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // A key of whoever started this is for calling services, not for them.
        builder.environment().remove("TOUCHSTONE_API_KEY");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
