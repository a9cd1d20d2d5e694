package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.llm.ChatModel;
import dev.touchstone.judge.llm.ModelSettings;

/**
 * The juror that asks a model. It abstains wherever the model gives nothing usable: a missing vote lowers the verdict to a
 * person, an invented one would not. Concurrency: used by one attempt, for one answer after the other.
 */
final class LlmJuror implements Juror {

    /** A model that is away for two samples in a row is not waited for any longer in this attempt. */
    private static final int ENOUGH = 2;

    private final ChatModel model;
    private final ModelSettings settings;
    private final Seed seed;
    private final int samples;
    private int awayInARow;

    LlmJuror(ChatModel model, ModelSettings settings, Seed seed, int samples) {
        this.model = model;
        this.settings = settings;
        this.seed = seed;
        this.samples = samples;
    }

    @Override
    public String name() {
        return settings.juror();
    }

    @Override
    public Mechanism mechanism() {
        return Mechanism.MODEL;
    }

    /** Empty in a dry run. */
    Optional<ChatModel> model() {
        return settings.dryRun() ? Optional.empty() : Optional.of(model);
    }

    @Override
    public Opinion judge(Exhibit exhibit) throws InterruptedException {
        List<Deliberating> sittings = seed.sittings(exhibit, name(), samples).stream()
                .map(sitting -> new Deliberating(sitting, exhibit, new ServedBy(settings.model(), settings.facts().servedAs())))
                .toList();
        return settings.dryRun() ? pretend(sittings) : deliberate(sittings);
    }

    private Opinion pretend(List<Deliberating> sittings) {
        return new Opinion.Abstained(name(), mechanism(), "Dry run: the prompts were made and kept, but not sent.",
                sittings.stream().map(Deliberating::pretend).toList());
    }

    private Opinion deliberate(List<Deliberating> sittings) throws InterruptedException {
        List<Deliberated> deliberated = new ArrayList<>();
        for (Deliberating sitting : sittings) {
            deliberated.add(deliberate(sitting));
        }
        return Samples.opinion(name(), deliberated);
    }

    private Deliberated deliberate(Deliberating sitting) throws InterruptedException {
        if (awayInARow >= ENOUGH) {
            return new Deliberated.Away(
                    sitting.without("not asked, as the model did not answer " + ENOUGH + " times in a row"));
        }
        Deliberated deliberated = sitting.with(model);
        awayInARow = deliberated instanceof Deliberated.Away ? awayInARow + 1 : 0;
        return deliberated;
    }

    @Override
    public void recall(Opinion earlier) {
        earlier.samples().forEach(sample -> sample.exchanges().forEach(model::recall));
    }
}
