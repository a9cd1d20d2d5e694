package dev.touchstone.review.cases;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.OwnerStatement.TrustScoreCalculated;
import dev.touchstone.events.Stage;
import dev.touchstone.events.codec.EventJson;
import dev.touchstone.review.AttemptStatus;
import dev.touchstone.review.CaseView;
import dev.touchstone.review.StageAttempt;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a list shows of a case: a small part of it, kept beside it, since whole cases are too much to read fifty of.
 *
 * @param reason for the state, cut to what a line can hold; null where none was given
 * @param trustScore null where there is none
 */
@RegisterForReflection
public record CaseSummary(Named agent, @Nullable String reason, @Nullable Double trustScore, List<StageMark> stages) {

    private static final int LONGEST_REASON = 600;

    /**
     * @param displayName from the card, so hostile; the agent's id where it has none
     */
    @RegisterForReflection
    public record Named(String agentId, String displayName, String revision) {

        /** The agent's id, or empty where that is already its name. */
        public String ownId() {
            return displayName.equals(agentId) ? "" : agentId;
        }
    }

    /** The current attempt of a stage that has begun. */
    @RegisterForReflection
    public record StageMark(Stage stage, AttemptStatus status, boolean stalled, StageAttempt.@Nullable Progress progress) {

        private static StageMark of(StageAttempt attempt) {
            return new StageMark(attempt.key().stage(), attempt.status(), attempt.times().stalledSince() != null,
                    attempt.outcome().progress());
        }
    }

    static CaseSummary of(CaseView view) {
        CaseView.Subject subject = view.subject();
        TrustScoreCalculated trust = view.findings().trustScore();
        return new CaseSummary(
                new Named(subject.review().agentId(), subject.displayName(), subject.review().revision()),
                cut(view.course().reason()), trust == null ? null : trust.score(),
                Stream.of(Stage.values()).flatMap(stage -> view.current(stage).stream()).map(StageMark::of).toList());
    }

    private static @Nullable String cut(@Nullable String reason) {
        return reason == null || reason.codePointCount(0, reason.length()) <= LONGEST_REASON ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON)) + "…";
    }

    String json() {
        try {
            return EventJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A summary is made of records that Jackson can write", impossible);
        }
    }

    static CaseSummary read(String json) {
        try {
            return EventJson.mapper().readValue(json, CaseSummary.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A summary was written by this service", corrupt);
        }
    }
}
