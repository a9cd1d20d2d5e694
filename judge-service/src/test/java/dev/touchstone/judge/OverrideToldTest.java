package dev.touchstone.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.events.AgentTarget;
import dev.touchstone.events.EventBody;
import dev.touchstone.events.EventDraft;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.ReviewContext;
import dev.touchstone.events.Stage;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.LlmOverrideReceived;
import dev.touchstone.events.testing.Samples;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.ModelSettings;
import dev.touchstone.judge.llm.Provider;

class OverrideToldTest {

    private static final URI HOST = URI.create("https://llm.example/v1");
    private static final LlmSettings WARMER = new LlmSettings(null, null, null, 0.7, null, null, null);
    private static final LlmSettings NONE = new LlmSettings(false, null, null, null, null, null, null);
    private static final ModelSeat FIRST = new ModelSeat.Usable(
            new ModelSettings("first", Provider.OPENAI, HOST, "large", 0.7, 2048, false));
    private static final ModelSeat EMPTY = new ModelSeat.Unusable("first", "not allowed");

    @Test
    void whatIsAppliedIsWhatTheFirstModelRunsWith() {
        assertEquals(List.of(received(WARMER), new LlmOverrideApplied(
                new LlmSettings(true, "openai-compatible", "large", 0.7, 2048, HOST, false))), told(WARMER, FIRST, EMPTY));
    }

    @Test
    void whatTheFirstModelCannotRunWithIsNotApplied() {
        assertEquals(List.of(received(WARMER)), told(WARMER, EMPTY, FIRST));
    }

    @Test
    void aJuryWithoutAModelIsAppliedWhereItWasAskedFor() {
        assertEquals(List.of(received(NONE), new LlmOverrideApplied(NONE)), told(NONE, new ModelChoice.Off("asked for none")));
    }

    @Test
    void nothingIsAppliedWhereNoModelJudges() {
        assertEquals(List.of(received(WARMER)), told(WARMER, new ModelChoice.Off("none is configured")));
    }

    private static EventBody received(LlmSettings asked) {
        return new LlmOverrideReceived(asked, "test");
    }

    private static List<EventBody> told(LlmSettings asked, ModelSeat... seats) {
        return told(asked, new ModelChoice.Seated(List.of(seats)));
    }

    private static List<EventBody> told(LlmSettings asked, ModelChoice choice) {
        AgentTarget agent = new AgentTarget("Trip planner", URI.create("http://agent.test"), AgentTarget.Protocol.A2A_1_0,
                Samples.CARD);
        StageEvent request = Samples.event(Samples.review(), Stage.JUDGE, 2, 1, new Requested("retry", agent,
                new ReviewContext("acme", null, null, null, "policy-1"), asked, null));
        return OverrideTold.of(request, asked, choice).stream().map(EventDraft::body).toList();
    }
}
