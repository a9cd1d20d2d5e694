package dev.touchstone.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.client.Answer;
import dev.touchstone.local.client.ExitCode;

/** {@code submit FILE}: puts an agent up for review, and waits for the end if it is asked to. */
public final class Submit {

    /** What can stand between the quotes of the header. */
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]{1,250}");

    private final Session session;

    private Submit(Session session) {
        this.session = session;
    }

    public static ExitCode submit(List<String> arguments, Surroundings surroundings)
            throws Usage, NothingRuns, IOException, InterruptedException {
        Options options = Session.parse(arguments, Set.of("--wait", "--no-wait-for-decision"),
                Set.of("--card", "--signature", "--idempotency-key", "--summary"));
        byte[] submission = SubmissionFile.of(options).read(surroundings.in());
        String key = key(options, submission);
        return new Submit(Session.open(options, surroundings, Session.REVIEW)).submit(submission, key);
    }

    /** The same content is the same submission, however often and from wherever it is sent. */
    private static String key(Options options, byte[] submission) throws Usage {
        String key = Optional.ofNullable(options.values().get("--idempotency-key"))
                .orElseGet(() -> UUID.nameUUIDFromBytes(submission).toString());
        if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new Usage("--idempotency-key takes 1 to 250 visible ASCII characters without quotes and backslashes");
        }
        return key;
    }

    private ExitCode submit(byte[] submission, String key) throws IOException, InterruptedException {
        Answer answer = session.submissions().submit(submission, key);
        if (!(answer instanceof Answer.Success(int status, JsonNode acceptance))) {
            return session.report().failed(answer);
        }
        if (!waits()) {
            return accepted(acceptance);
        }
        if (!session.json()) {
            session.report().accepted(acceptance);
        }
        return new Waiting(session, this::summarize).await(acceptance.path("submissionId").asText());
    }

    private boolean waits() {
        return session.options().has("--wait") || session.options().has("--no-wait-for-decision");
    }

    private ExitCode accepted(JsonNode acceptance) {
        if (session.json()) {
            session.output().json(acceptance);
        } else {
            session.report().accepted(acceptance);
        }
        return ExitCode.DONE;
    }

    private void summarize(String markdown) throws IOException {
        String file = session.options().values().get("--summary");
        if (file != null) {
            Files.writeString(Path.of(file), markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
