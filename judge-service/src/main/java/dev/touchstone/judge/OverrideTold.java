package dev.touchstone.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.touchstone.events.EventDraft;
import dev.touchstone.events.LlmSettings;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.LlmOverrideApplied;
import dev.touchstone.events.StageStatement.LlmOverrideReceived;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;

/** What is told of another LLM that a person asked for: that it was, and, only if it is so, with what the attempt runs. */
final class OverrideTold {

    private OverrideTold() {
    }

    static List<EventDraft> of(StageEvent request, LlmSettings asked, ModelChoice choice) {
        List<EventDraft> events = new ArrayList<>();
        events.add(EventDraft.after(request, new LlmOverrideReceived(asked, request.origin().actor().name())));
        applied(asked, choice).ifPresent(ran -> events.add(EventDraft.after(request, new LlmOverrideApplied(ran))));
        return events;
    }

    /** What the first model runs with: the one whose provider, address and model a request can choose. */
    private static Optional<LlmSettings> applied(LlmSettings asked, ModelChoice choice) {
        return switch (choice) {
            case ModelChoice.Off ignored -> Boolean.FALSE.equals(asked.enabled())
                    ? Optional.of(new LlmSettings(false, null, null, null, null, null, null))
                    : Optional.empty();
            case ModelChoice.Seated(List<ModelSeat> seats) -> applied(seats.getFirst());
        };
    }

    private static Optional<LlmSettings> applied(ModelSeat seat) {
        return switch (seat) {
            case ModelSeat.Usable(var model) -> Optional.of(model.asApplied());
            case ModelSeat.Unusable ignored -> Optional.empty();
        };
    }
}
