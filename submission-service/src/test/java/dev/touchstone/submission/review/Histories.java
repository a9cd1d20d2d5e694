package dev.touchstone.submission.review;

import static java.util.Map.entry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.touchstone.events.Actor;
import dev.touchstone.events.Decision;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.DecisionPending;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;

/** Telling histories by name, as scripts from which the recordings were made. */
final class Histories {

    private static final Actor PERSON = Actor.person("Sumi Submitter");

    static final Map<String, UnaryOperator<Played>> SCRIPTS = Map.ofEntries(
            entry("published-by-policy", played -> running(played).passesUpTo(Stage.JUDGE).says(Stage.PUBLISH, published())),
            entry("published-by-a-person", played -> published(left(played))),
            entry("rejected-by-policy", played -> {
                List.of(Stage.PRECHECK, Stage.SECURITY, Stage.FUNCTIONAL, Stage.JUDGE)
                        .forEach(stage -> played.says(stage, Told.passed(stage, 0.2)));
                return played;
            }),
            entry("rejected-by-a-person", played -> left(played).says(Stage.HUMAN, Told.decided(Decision.REJECTED, Stage.JUDGE))
                    .says(Stage.HUMAN, Told.passed(Stage.HUMAN))),
            entry("rejected-by-precheck", played -> played.says(Stage.PRECHECK, Told.failed("precheck_failed"))
                    .says(Stage.SECURITY, 1, Told.retry())),
            entry("gate-failed-and-approved",
                    played -> published(approved(played.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK))
                            .says(Stage.SECURITY, Told.failed("gate_failed")), Stage.SECURITY)
                            .says(Stage.FUNCTIONAL, Told.passed(Stage.FUNCTIONAL))
                            .says(Stage.JUDGE, Told.passed(Stage.JUDGE)))),
            entry("both-gates-failed-and-approved", played -> published(approved(approved(played
                    .says(Stage.PRECHECK, Told.passed(Stage.PRECHECK)).says(Stage.SECURITY, Told.failed("gate_failed")),
                    Stage.SECURITY)
                    .says(Stage.FUNCTIONAL, Told.failed("gate_failed")), Stage.FUNCTIONAL)
                    .says(Stage.JUDGE, Told.passed(Stage.JUDGE)))),
            entry("precheck-again", played -> again(played, Stage.PRECHECK)),
            entry("security-again", played -> again(played, Stage.SECURITY)),
            entry("functional-again", played -> again(played, Stage.FUNCTIONAL)),
            entry("judge-again-with-another-llm", played -> {
                left(played).says(Stage.JUDGE, new RetryRequested("another model",
                        new LlmSettings(true, "openai", "gpt-x", 0.0, 100, null, null)));
                return played.says(Stage.JUDGE, Told.passed(Stage.JUDGE)).says(Stage.PUBLISH, published());
            }),
            entry("question-again", played -> published(left(played).says(Stage.HUMAN, 1, Told.retry()))),
            entry("publication-again",
                    played -> played.passesUpTo(Stage.JUDGE).says(Stage.PUBLISH, Told.failed("internal_error"))
                            .says(Stage.PUBLISH, 1, Told.retry()).says(Stage.PUBLISH, published())),
            entry("refused-retries",
                    played -> left(played).says(Stage.PUBLISH, 1, Told.retry()).says(Stage.SECURITY, 1, Told.retry())
                            .says(Stage.JUDGE, 1, Told.retry()).says(Stage.SECURITY, 1, Told.retry())),
            entry("late-result-of-an-attempt-given-up",
                    played -> played.passesUpTo(Stage.FUNCTIONAL).says(Stage.SECURITY, 1, Told.retry())
                            .says(Stage.JUDGE, 1, Told.passed(Stage.JUDGE)).says(Stage.SECURITY, 1, Told.failed("gate_failed"))
                            .says(Stage.SECURITY, 2, Told.passed(Stage.SECURITY))),
            entry("cancelled-while-running",
                    played -> cancelled(played.passesUpTo(Stage.PRECHECK).says(Stage.SECURITY, new Started()))
                            .says(Stage.SECURITY, new Progressed(3, 9)).says(Stage.SECURITY, Told.passed(Stage.SECURITY))),
            entry("cancelled-while-a-person-decides", played -> cancelled(left(played))
                    .says(Stage.HUMAN, Told.decided(Decision.APPROVED, Stage.JUDGE))),
            entry("reopened-and-published", played -> {
                StageEvent late = Samples.event(played.dossier.review(), Stage.SECURITY, 1, 9, Told.passed(Stage.SECURITY));
                cancelled(played.passesUpTo(Stage.PRECHECK)).plays(reopened(1));
                played.hears(late);
                return played.passesUpTo(Stage.JUDGE).says(Stage.PUBLISH, published());
            }),
            entry("reopened-twice", played -> {
                played.says(Stage.PRECHECK, Told.failed("precheck_failed")).plays(reopened(1));
                cancelled(played).plays(reopened(2));
                return played.says(Stage.PRECHECK, Told.passed(Stage.PRECHECK));
            }),
            entry("stalled-and-done", played -> {
                played.passesUpTo(Stage.PRECHECK).plays(new Move.Stall(Samples.NOON));
                played.plays(new Move.Stall(Samples.NOON));
                played.says(Stage.SECURITY, new Started()).plays(new Move.Stall(Samples.NOON.plusSeconds(60)));
                return played.says(Stage.SECURITY, Told.passed(Stage.SECURITY));
            }),
            entry("stalled-and-given-up", played -> {
                played.passesUpTo(Stage.PRECHECK).plays(new Move.Stall(Samples.NOON));
                return played.says(Stage.SECURITY, 1, Told.retry()).says(Stage.SECURITY, 1, Told.passed(Stage.SECURITY));
            }));

    private Histories() {
    }

    private static Played running(Played played) {
        return played.says(Stage.PRECHECK, new Started()).says(Stage.PRECHECK, new Progressed(1, 4));
    }

    /** Up to where the jury leaves it to a person. */
    private static Played left(Played played) {
        return played.passesUpTo(Stage.FUNCTIONAL).says(Stage.JUDGE, Told.judged("manual"))
                .says(Stage.HUMAN, new DecisionPending(Stage.JUDGE, "The jury left it to a person"));
    }

    private static Played approved(Played played, Stage sourceStage) {
        return played.says(Stage.HUMAN, Told.decided(Decision.APPROVED, sourceStage))
                .says(Stage.HUMAN, Told.passed(Stage.HUMAN));
    }

    private static Played published(Played played) {
        return approved(played, Stage.JUDGE).says(Stage.PUBLISH, published());
    }

    private static Played again(Played played, Stage stage) {
        left(played).says(stage, 1, Told.retry());
        for (Stage each : Stage.values()) {
            if (!each.isBefore(stage) && each.isBefore(Stage.HUMAN)) {
                played.says(each, Told.passed(each));
            }
        }
        return played.says(Stage.PUBLISH, published());
    }

    private static Played cancelled(Played played) {
        played.plays(new Move.Cancel("Wrong revision", PERSON));
        return played;
    }

    private static Move reopened(int number) {
        return new Move.Reopen(new UUID(0, number), "The endpoint was fixed", PERSON);
    }

    private static Published published() {
        return new Published(URI.create("http://localhost:8080/api/v1/catalog"), 100.0, "Approved by policy");
    }
}
