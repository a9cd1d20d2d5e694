package dev.touchstone.local.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.local.client.Answer;
import dev.touchstone.local.client.ExitCode;
import dev.touchstone.local.client.Progress;

/** {@code status ID}, {@code cancel ID} and {@code validate FILE}: one question, one answer. */
public final class ReviewCommands {

    private static final int CONFLICT = 409;
    private static final int LONGEST_REASON = 2_000;

    private ReviewCommands() {
    }

    public static ExitCode status(List<String> arguments, Surroundings surroundings)
            throws Usage, NothingRuns, InterruptedException {
        Session session = Session.open(Session.parse(arguments, Set.of(), Set.of()), surroundings, Session.ANSWER);
        return switch (session.submissions().progress(session.id())) {
            case Answer.Success(int status, JsonNode body) -> session.report().review(new Progress(body));
            case Answer other -> session.report().failed(other);
        };
    }

    public static ExitCode cancel(List<String> arguments, Surroundings surroundings)
            throws Usage, NothingRuns, InterruptedException {
        Options options = Session.parse(arguments, Set.of(), Set.of("--reason"));
        Session session = Session.open(options, surroundings, Session.ANSWER);
        String id = session.id();
        Optional<String> reason = Optional.ofNullable(options.values().get("--reason"));
        if (reason.filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            throw new Usage("--reason takes at most " + LONGEST_REASON + " characters");
        }
        return switch (session.submissions().cancel(id, reason)) {
            case Answer.Success(int status, JsonNode body) -> session.report().done(body, "cancelled: %s", id);
            // An attempt whose answer was lost may have done it.
            case Answer.Refusal(int status, JsonNode problem) when status == CONFLICT && isCancelled(session, id) ->
                session.report().done(problem, "was cancelled before: %s", id);
            case Answer other -> session.report().failed(other);
        };
    }

    public static ExitCode validate(List<String> arguments, Surroundings surroundings)
            throws Usage, NothingRuns, IOException, InterruptedException {
        Options options = Session.parse(arguments, Set.of(), Set.of("--card", "--signature"));
        byte[] submission = SubmissionFile.of(options).read(surroundings.in());
        Session session = Session.open(options, surroundings, Session.ANSWER);
        return switch (session.submissions().validate(submission)) {
            case Answer.Success(int status, JsonNode body) -> session.report().rehearsed(body);
            case Answer other -> session.report().failed(other);
        };
    }

    private static boolean isCancelled(Session session, String id) throws InterruptedException {
        return session.submissions().progress(id) instanceof Answer.Success(int status, JsonNode body)
                && new Progress(body).state().equals("cancelled");
    }
}
