package dev.touchstone.judge.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.Secrets;

/**
 * The juror that asks a model. It abstains wherever the model gives nothing usable: a missing vote lowers the verdict to a
 * person, an invented one would not. Used by one attempt, from one thread.
 */
final class LlmJuror implements Juror {

    /** A model that is away for two answers is not waited for any longer in this attempt. */
    private static final int ENOUGH = 2;

    private final ChatModel model;
    private final boolean dryRun;
    private final Supplier<Fence> fences;
    private int unavailableInARow;

    LlmJuror(ChatModel model, boolean dryRun, Supplier<Fence> fences) {
        this.model = model;
        this.dryRun = dryRun;
        this.fences = fences;
    }

    @Override
    public String name() {
        return Bench.MODEL;
    }

    @Override
    public Opinion judge(Exhibit exhibit) throws InterruptedException {
        if (unavailableInARow >= ENOUGH) {
            return new Opinion.Abstained(name(),
                    "The model did not answer " + ENOUGH + " times in a row and was not asked again.",
                    Opinion.Deliberation.NONE);
        }
        Deliberating deliberating = new Deliberating(model, exhibit, fences.get());
        return dryRun ? pretend(deliberating) : deliberate(deliberating);
    }

    private Opinion pretend(Deliberating deliberating) {
        for (Phase phase : Phase.values()) {
            deliberating.pretend(phase);
        }
        return new Opinion.Abstained(name(), "Dry run: the prompts were made and kept, but not sent.",
                deliberating.asRecorded());
    }

    private Opinion deliberate(Deliberating deliberating) throws InterruptedException {
        Optional<Ruling> ruling = Optional.empty();
        for (Phase phase : Phase.values()) {
            ruling = deliberating.rule(phase);
            if (ruling.isEmpty()) {
                unavailableInARow = deliberating.isUnavailable() ? unavailableInARow + 1 : 0;
                return new Opinion.Abstained(name(), "No usable assessment in the phase " + phase.key() + ": "
                        + deliberating.problem() + ".", deliberating.asRecorded());
            }
        }
        unavailableInARow = 0;
        return opinion(ruling.orElseThrow(), deliberating.asRecorded());
    }

    private Opinion opinion(Ruling ruling, Opinion.Deliberation deliberation) {
        List<String> reasons = new ArrayList<>();
        if (ruling.criticalSafety()) {
            reasons.add("Critical: the model sees harm that no merit outweighs.");
        }
        reasons.add(Secrets.mask(ruling.rationale()).text());
        reasons.addAll(ruling.notes());
        if (ruling.scores().measuredOutOf() < 100) {
            reasons.add("The score is normalised over " + ruling.scores().measuredOutOf() + " of 100 points.");
        }
        return new Opinion.Scored(name(), ruling.scores(), ruling.criticalSafety(), List.of(), reasons, deliberation);
    }
}
