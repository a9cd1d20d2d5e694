package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Sample;
import dev.touchstone.judge.jury.Secrets;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ModelSettings;

/**
 * The juror that asks a model. It abstains wherever the model gives nothing usable: a missing vote lowers the verdict to a
 * person, an invented one would not. Used by one attempt, from one thread.
 */
final class LlmJuror implements Juror {

    /** A model that is away for two answers is not waited for any longer in this attempt. */
    private static final int ENOUGH = 2;

    private final ChatModel model;
    private final ModelSettings settings;
    private final Supplier<Fence> fences;
    private int unavailableInARow;

    LlmJuror(ChatModel model, ModelSettings settings, Supplier<Fence> fences) {
        this.model = model;
        this.settings = settings;
        this.fences = fences;
    }

    @Override
    public String name() {
        return settings.juror();
    }

    @Override
    public Mechanism mechanism() {
        return Mechanism.MODEL;
    }

    @Override
    public Opinion judge(Exhibit exhibit) throws InterruptedException {
        if (unavailableInARow >= ENOUGH) {
            return new Opinion.Abstained(name(), mechanism(),
                    "The model did not answer " + ENOUGH + " times in a row and was not asked again.", List.of());
        }
        Deliberating deliberating = new Deliberating(model, exhibit, fences.get());
        return settings.dryRun() ? pretend(deliberating) : deliberate(deliberating);
    }

    private Opinion pretend(Deliberating deliberating) {
        for (Phase phase : Phase.values()) {
            deliberating.pretend(phase);
        }
        return new Opinion.Abstained(name(), mechanism(), "Dry run: the prompts were made and kept, but not sent.",
                List.of(deliberating.without("dry run")));
    }

    private Opinion deliberate(Deliberating deliberating) throws InterruptedException {
        Optional<Ruling> ruling = Optional.empty();
        for (Phase phase : Phase.values()) {
            ruling = deliberating.rule(phase);
            if (ruling.isEmpty()) {
                unavailableInARow = deliberating.isUnavailable() ? unavailableInARow + 1 : 0;
                return new Opinion.Abstained(name(), mechanism(), "No usable assessment in the phase " + phase.key() + ": "
                        + deliberating.problem() + ".", List.of(deliberating.without(deliberating.problem())));
            }
        }
        unavailableInARow = 0;
        return opinion(ruling.orElseThrow(), deliberating.with(ruling.orElseThrow()));
    }

    private Opinion opinion(Ruling ruling, Sample sample) {
        List<String> reasons = new ArrayList<>();
        if (ruling.criticalSafety()) {
            reasons.add("Critical: the model sees harm that no merit outweighs.");
        }
        reasons.add(Secrets.mask(ruling.rationale()).text());
        reasons.addAll(ruling.notes());
        if (ruling.scores().measuredOutOf() < 100) {
            reasons.add("The score is normalised over " + ruling.scores().measuredOutOf() + " of 100 points.");
        }
        return new Opinion.Scored(name(), mechanism(), ruling.scores(), ruling.criticalSafety(), List.of(), reasons,
                List.of(sample));
    }
}
