package dev.touchstone.submission.review;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import dev.touchstone.events.Actor;
import dev.touchstone.events.Decision;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.ReviewRef;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.DecisionPending;
import dev.touchstone.events.StageStatement.Progressed;
import dev.touchstone.events.StageStatement.Published;
import dev.touchstone.events.StageStatement.Started;
import dev.touchstone.events.testing.Samples;

/** Moves in any order: mostly what the open attempt could say, else anything about any attempt of any round, or a repeat. */
final class RandomMoves {

    private static final Actor PERSON = Actor.person("alice");
    private static final List<Stage> STAGES = List.of(Stage.values());

    private final Random random;
    private final ReviewRef review;
    private final List<StageEvent> said = new ArrayList<>();
    private int rounds;

    RandomMoves(long seed) {
        random = new Random(seed);
        ReviewRef any = Samples.review();
        review = new ReviewRef(new UUID(0, seed), new UUID(seed, 0), any.agentId(), any.revision(), any.wandbRun());
    }

    ReviewRef review() {
        return review;
    }

    Move next(Played played) {
        int choice = random.nextInt(100);
        if (played.state instanceof ReviewState.Ended && choice < 25) {
            return new Move.Reopen(new UUID(review.workflowRunId().getMostSignificantBits(), ++rounds), "better now", PERSON);
        }
        if (choice < 3) {
            return new Move.Cancel("not needed", PERSON);
        }
        if (choice < 4) {
            return new Move.Reopen(new UUID(review.workflowRunId().getMostSignificantBits(), ++rounds), "too early", PERSON);
        }
        if (choice < 9) {
            return new Move.Stall(Samples.NOON);
        }
        StageEvent event = event(played, choice);
        said.add(event);
        return new Move.Heard(event);
    }

    private StageEvent event(Played played, int choice) {
        if (choice < 20 && !said.isEmpty()) {
            return said.get(random.nextInt(said.size()));
        }
        if (choice < 28) {
            return latest(played, any(), Told.retry());
        }
        if (choice < 86 && played.state instanceof ReviewState.Open open) {
            return latest(played, open.stage(), body(open));
        }
        Stage stage = any();
        EventBody body = random.nextInt(3) == 0 ? Told.retry() : body(stage, any());
        return Samples.event(anyRound(played), stage, 1 + random.nextInt(4), 1, body);
    }

    private static StageEvent latest(Played played, Stage stage, EventBody body) {
        return Samples.event(played.dossier.review(), stage, Math.max(1, played.state.history().attempts(stage)), 1, body);
    }

    private ReviewRef anyRound(Played played) {
        List<UUID> before = List.copyOf(played.earlier.keySet());
        return before.isEmpty() || random.nextBoolean()
                ? played.dossier.review()
                : played.dossier.inRound(before.get(random.nextInt(before.size()))).review();
    }

    private Stage any() {
        return STAGES.get(random.nextInt(STAGES.size()));
    }

    /** A person mostly answers the question that was asked. */
    private EventBody body(ReviewState.Open open) {
        var asked = open.history().conclusion().escalation();
        return body(open.stage(), asked == null || random.nextInt(5) == 0 ? any() : asked.sourceStage());
    }

    private EventBody body(Stage stage, Stage asked) {
        return switch (random.nextInt(10)) {
            case 0 -> new Started();
            case 1 -> new Progressed(random.nextInt(5), 5);
            case 2 -> Told.failed(random.nextBoolean() ? "gate_failed" : "internal_error");
            case 3 -> stage == Stage.PRECHECK ? Told.failed("precheck_failed") : new DecisionPending(asked, "look at it");
            default -> ending(stage, asked);
        };
    }

    private EventBody ending(Stage stage, Stage asked) {
        double score = random.nextInt(4) == 0 ? random.nextDouble() : 1.0;
        return switch (stage) {
            case PRECHECK, SECURITY, FUNCTIONAL -> Told.passed(stage, score);
            case JUDGE -> random.nextBoolean() ? Told.passed(stage, score) : Told.judged("manual");
            case HUMAN -> random.nextInt(8) == 0
                    ? Told.passed(stage)
                    : Told.decided(random.nextInt(4) == 0 ? Decision.REJECTED : Decision.APPROVED, asked);
            case PUBLISH -> random.nextInt(8) == 0
                    ? Told.passed(stage)
                    : new Published(URI.create("http://localhost/"), null, "approved");
        };
    }
}
