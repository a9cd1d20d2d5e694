package dev.touchstone.review.pages.desk;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.Stage;
import dev.touchstone.events.artifacts.Artifacts;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.StageAttempt;
import dev.touchstone.review.human.Proposal;

/**
 * What a reviewer had before their eyes, as a digest that the form sends along: what is decided about something else than was
 * read is refused. It is no secret and proves nothing about its sender; it guards against mistakes.
 */
final class Seen {

    private Seen() {
    }

    /** What a decision rests on. What telemetry tells of the W&amp;B run meanwhile changes nothing about it. */
    static String question(CaseView view, @Nullable Proposal proposal) {
        return digest(Stream.of(view.course().question(), view.findings(), proposal).map(Objects::toString)
                .collect(Collectors.joining("\n")) + attempts(view, Seen::result));
    }

    /** Which attempts a retry gives up. That one of them has gone further meanwhile changes nothing about that. */
    static String attempts(CaseView view) {
        return digest(attempts(view, attempt -> attempt.key().toString()));
    }

    private static String attempts(CaseView view, Function<StageAttempt, String> words) {
        return Stream.of(Stage.values()).flatMap(stage -> view.current(stage).stream()).map(words)
                .collect(Collectors.joining("\n", "\n" + view.subject().review().workflowRunId() + "\n", ""));
    }

    /** That the human stage has begun since it was asked says nothing new: the question is what counts of it. */
    private static String result(StageAttempt attempt) {
        return attempt.key().stage() == Stage.HUMAN ? "" : attempt.key() + " " + attempt.status() + " " + attempt.outcome();
    }

    private static String digest(String text) {
        return Artifacts.digest(text.getBytes(StandardCharsets.UTF_8)).replaceFirst("^sha256:", "");
    }
}
