package dev.touchstone.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.touchstone.local.demo.Api;
import dev.touchstone.local.system.SystemState;

/** {@code submit FILE}: puts an agent up for review in the running system and prints the answer. */
public final class Submit {

    private Submit() {
    }

    public static int submit(List<String> arguments) throws Usage, IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of());
        if (options.words().size() != 1) {
            throw new Usage("submit takes one file with a submission as JSON");
        }
        Optional<SystemState> running = options.running();
        if (running.isEmpty()) {
            System.err.println(
                    "Nothing is running with the data in " + options.layout().data() + "; start it with: touchstone up");
            return 3;
        }
        Path file = Path.of(options.words().getFirst());
        Api api = new Api(running.get().ports());
        // The same file is the same submission, however often it is sent.
        byte[] submission = Files.readAllBytes(file);
        Api.Answer answer = api.submit(submission, UUID.nameUUIDFromBytes(submission).toString());
        System.out.println(answer.body().toPrettyString());
        return answer.isSuccess() ? 0 : 1;
    }
}
