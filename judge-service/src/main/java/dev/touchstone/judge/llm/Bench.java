package dev.touchstone.judge.llm;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;
import dev.touchstone.judge.jury.Exhibit;
import dev.touchstone.judge.jury.Juror;
import dev.touchstone.judge.jury.Opinion;
import dev.touchstone.judge.jury.RubricJuror;

/** Seats the jury of an attempt: the rubric always, a model where one is wanted. */
@ApplicationScoped
public class Bench {

    public static final String MODEL = "model";

    private final ChatCompletions api;
    private final LlmConfig config;
    private final Clock clock;

    Bench(ChatCompletions api, LlmConfig config, Clock clock) {
        this.api = api;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param choice says why there is a model on the jury or not
     */
    public record Jury(List<Juror> jurors, ModelChoice choice) {

        public Jury {
            jurors = List.copyOf(jurors);
        }
    }

    public Jury seat(@Nullable LlmSettings asked) {
        ModelChoice choice = ModelChoice.of(config, asked);
        Juror rubric = new RubricJuror();
        return switch (choice) {
            case ModelChoice.Off ignored -> new Jury(List.of(rubric), choice);
            case ModelChoice.Unusable(String reason) -> new Jury(List.of(rubric, new EmptySeat(reason)), choice);
            case ModelChoice.Usable(ModelSettings settings) -> new Jury(List.of(rubric, juror(settings)), choice);
        };
    }

    private Juror juror(ModelSettings settings) {
        return new LlmJuror(chatModel(settings), settings.dryRun(), Fence::random);
    }

    ChatModel chatModel(ModelSettings settings) {
        boolean own = config.baseUrl().map(ModelChoice::withoutSlash).filter(settings.baseUrl()::equals).isPresent();
        Optional<String> key = own ? config.apiKey().filter(value -> !value.isBlank()) : Optional.empty();
        return new HttpChatModel(settings, new HttpChatModel.Host(api, key.map(value -> "Bearer " + value).orElse(null)),
                Patience.of(config), Thread::sleep, clock);
    }

    /** A model that was asked for and is not to be had. */
    private record EmptySeat(String reason) implements Juror {

        @Override
        public String name() {
            return MODEL;
        }

        @Override
        public Opinion judge(Exhibit exhibit) {
            return new Opinion.Abstained(MODEL, reason, Opinion.Deliberation.NONE);
        }
    }
}
