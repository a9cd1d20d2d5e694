package dev.touchstone.judge.jury.panel;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Mechanism;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.reference.ReferenceJuror;
import dev.touchstone.judge.jury.rubric.RubricJuror;
import dev.touchstone.judge.llm.ChatModels;
import dev.touchstone.judge.llm.LlmConfig;
import dev.touchstone.judge.llm.ModelChoice;
import dev.touchstone.judge.llm.ModelSeat;
import dev.touchstone.judge.llm.ModelSettings;
import dev.touchstone.judge.llm.Spending;
import io.quarkus.runtime.StartupEvent;

/** Seats the jury of an attempt: the rubric and the comparison with expected answers always, models where they are wanted. */
@ApplicationScoped
public class Bench {

    private static final Logger LOG = Logger.getLogger(Bench.class);

    private final ChatModels models;
    private final LlmConfig config;
    private final PanelConfig panel;
    private final ReferenceJuror reference;

    Bench(ChatModels models, LlmConfig config, PanelConfig panel, ReferenceJuror reference) {
        this.models = models;
        this.config = config;
        this.panel = panel;
        this.reference = reference;
    }

    void warnOfKnownSeed(@Observes StartupEvent event) {
        if (panel.seed().equals(PanelConfig.DEVELOPMENT_SEED)) {
            LOG.warn("prompts can be foreseen: touchstone.judge.jury.seed is the development default");
        }
    }

    public Jury seat(@Nullable LlmSettings asked) {
        return seat(asked, 1);
    }

    /** @param times so many attempts' budgets, for what asks as much as they would */
    public Jury seat(@Nullable LlmSettings asked, int times) {
        ModelChoice choice = ModelChoice.of(config, asked);
        List<Juror> jurors = new ArrayList<>(List.of(new RubricJuror(), reference));
        switch (choice) {
            case ModelChoice.Off ignored -> {
            }
            case ModelChoice.Seated(List<ModelSeat> seats) -> {
                Spending spending = new Spending(config.budget(), times);
                seats.forEach(seat -> jurors.add(juror(seat, spending)));
            }
        }
        return new Jury(jurors, choice, panel.method());
    }

    private Juror juror(ModelSeat seat, Spending spending) {
        return switch (seat) {
            case ModelSeat.Usable(ModelSettings settings) ->
                new LlmJuror(models.of(settings, spending), settings, new Seed(panel.seed()), panel.samples());
            case ModelSeat.Unusable(String name, String reason) -> new EmptySeat(name, reason);
        };
    }

    /** A model that was asked for and is not to be had. */
    private record EmptySeat(String name, String reason) implements Juror {

        @Override
        public Mechanism mechanism() {
            return Mechanism.MODEL;
        }

        @Override
        public Opinion judge(Exhibit exhibit) {
            return new Opinion.Abstained(name, Mechanism.MODEL, reason, List.of());
        }
    }
}
