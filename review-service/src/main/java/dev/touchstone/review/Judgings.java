package dev.touchstone.review;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.Actor;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewerStatement.RetryRequested;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.Completed;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.VerdictApproved;
import dev.touchstone.events.StageStatement.VerdictManual;
import dev.touchstone.events.StageStatement.VerdictRejected;
import dev.touchstone.review.Findings.Ruling;
import dev.touchstone.review.Findings.Verdict;
import dev.touchstone.review.Judging.Seat;
import dev.touchstone.review.Judging.Wish;

/**
 * The fold of a review's events into the judge's attempts. An attempt that was given up stays: what another LLM made of the
 * same agent is what a reviewer who asked for it wants to see.
 */
public final class Judgings {

    private final Map<StageAttempt.Key, Judging> attempts = new LinkedHashMap<>();
    /** The last of each round: it goes along with all later attempts of the round. */
    private final Map<UUID, Wish> wishes = new HashMap<>();
    private final List<Wish> unmet = new ArrayList<>();

    private Judgings() {
    }

    /** In the order in which they were asked for; wishes that no attempt has taken up come last. */
    public static List<Judging> of(List<StageEvent> timeline) {
        Judgings judgings = new Judgings();
        timeline.forEach(judgings::hear);
        return Stream.concat(judgings.attempts.values().stream(), judgings.unmet.stream().map(Judging::unmet)).toList();
    }

    private void hear(StageEvent event) {
        switch (event.body()) {
            case RetryRequested retry when retry.llmOverride() != null -> wished(event, retry, retry.llmOverride());
            case Requested request when event.stage() == Stage.JUDGE -> begun(event, request);
            case LlmOverrideApplied applied -> change(event, judging -> judging.applied(applied.settings()));
            case VerdictApproved verdict -> ruled(event, Ruling.APPROVE, verdict.score(), verdict.reasons(), verdict.jurors());
            case VerdictManual verdict -> ruled(event, Ruling.MANUAL, verdict.score(), verdict.reasons(), verdict.jurors());
            case VerdictRejected verdict -> ruled(event, Ruling.REJECT, verdict.score(), verdict.reasons(), verdict.jurors());
            case Completed completed -> change(event, judging -> judging.ended(seats(completed.summary().path("llm"))));
            case EventBody ignored -> {
            }
        }
    }

    private void wished(StageEvent event, RetryRequested retry, LlmSettings settings) {
        Wish wish = new Wish(settings, event.origin().actor().name(), event.origin().occurredAt(), retry.reason());
        wishes.put(event.review().workflowRunId(), wish);
        unmet.add(wish);
    }

    /** A request that stalled is made again under the same number. */
    private void begun(StageEvent event, Requested request) {
        Actor actor = event.origin().actor();
        LlmSettings asked = request.llmJudge();
        Wish known = wishes.get(event.review().workflowRunId());
        Wish wish = asked == null || actor.kind() != Actor.Kind.PERSON ? null
                : known != null ? known : new Wish(asked, actor.name(), event.origin().occurredAt(), request.reason());
        unmet.remove(wish);
        attempts.putIfAbsent(StageAttempt.Key.of(event), Judging.begun(StageAttempt.Key.of(event), wish));
    }

    private void ruled(StageEvent event, Ruling ruling, @Nullable Double score, List<String> reasons, int jurors) {
        change(event, judging -> judging.ruled(new Verdict(ruling, score, reasons, jurors)));
    }

    private void change(StageEvent event, UnaryOperator<Judging> change) {
        attempts.computeIfPresent(StageAttempt.Key.of(event), (key, judging) -> change.apply(judging));
    }

    private static List<Seat> seats(JsonNode llm) {
        return StreamSupport.stream(llm.spliterator(), false).map(Judgings::seat).toList();
    }

    private static Seat seat(JsonNode seat) {
        LlmSettings settings = new LlmSettings(null, seat.path("provider").textValue(), seat.path("model").textValue(),
                seat.path("temperature").isNumber() ? (Double) seat.path("temperature").doubleValue() : null,
                seat.path("maxOutputTokens").isInt() ? (Integer) seat.path("maxOutputTokens").intValue() : null,
                address(seat.path("baseUrl").asText("")), null);
        return new Seat(seat.path("juror").textValue(), seat.path("state").asText(""), seat.path("reason").textValue(),
                settings);
    }

    private static @Nullable URI address(String text) {
        try {
            return text.isEmpty() ? null : URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
