package dev.touchstone.judge.llm;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.touchstone.events.LlmSettings;

/** Which models judge, if any. What was asked for and is not possible is said, and never replaced by something else. */
public sealed interface ModelChoice {

    /** The seat of the one model. */
    String JUROR = "model";

    /** Nobody wants a model: the rubric judges alone. */
    record Off(String reason) implements ModelChoice {
    }

    /**
     * Models are wanted.
     *
     * @param seats at least one, in the order of the configuration
     */
    record Seated(List<ModelSeat> seats) implements ModelChoice {

        public Seated {
            seats = List.copyOf(seats);
        }
    }

    /**
     * @param asked of the request; null where it does not say
     */
    public static ModelChoice of(LlmConfig operator, @Nullable LlmSettings asked) {
        LlmSettings wish = asked == null ? new LlmSettings(null, null, null, null, null, null, null) : asked;
        if (!or(wish.enabled(), operator.enabled())) {
            return new Off(wish.enabled() == null ? "No LLM is configured." : "The request asked for no LLM.");
        }
        Optional<URI> baseUrl = Optional.ofNullable(wish.baseUrl()).or(operator::baseUrl).map(ModelChoice::withoutSlash);
        Optional<String> model = Optional.ofNullable(wish.model()).or(operator::model).filter(name -> !name.isBlank());
        if (baseUrl.isEmpty() || model.isEmpty()) {
            return new Seated(List.of(new ModelSeat.Unusable(JUROR, "An LLM is asked for, but none is configured.")));
        }
        ModelSettings settings = new ModelSettings(JUROR, Provider.OPENAI, baseUrl.get(), model.get(),
                or(wish.temperature(), operator.temperature()),
                or(wish.maxOutputTokens(), operator.maxOutputTokens()), or(wish.dryRun(), operator.dryRun()));
        return new Seated(List.of(problem(operator, wish, settings).<ModelSeat> map(why -> new ModelSeat.Unusable(JUROR, why))
                .orElseGet(() -> new ModelSeat.Usable(settings))));
    }

    private static Optional<String> problem(LlmConfig operator, LlmSettings wish, ModelSettings settings) {
        if (wish.provider() != null && !Set.of("openai", Provider.OPENAI.key()).contains(wish.provider())) {
            return Optional.of("The LLM provider that was asked for is not supported.");
        }
        if (!allowed(operator).contains(settings.baseUrl())) {
            return Optional.of("The LLM address that was asked for is not allowed by the operator.");
        }
        if (!mayJudge(operator, settings.model())) {
            return Optional.of("The LLM model that was asked for is not allowed by the operator.");
        }
        boolean temperature = settings.temperature() >= 0 && settings.temperature() <= 2;
        boolean tokens = settings.maxOutputTokens() >= 1 && settings.maxOutputTokens() <= 8192;
        return temperature && tokens ? Optional.empty() : Optional.of("The LLM settings that were asked for are out of range.");
    }

    /** The operator's own and those allowed by name: a submitter must not choose who judges, nor where we connect to. */
    private static List<URI> allowed(LlmConfig operator) {
        return Stream.concat(operator.baseUrl().stream(), operator.allowedBaseUrls().orElse(List.of()).stream())
                .map(ModelChoice::withoutSlash).toList();
    }

    private static boolean mayJudge(LlmConfig operator, String model) {
        return operator.allowedModels().map(allowed -> allowed.contains(model)).orElse(true)
                || operator.model().filter(model::equals).isPresent();
    }

    static URI withoutSlash(URI uri) {
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }

    private static <T> T or(@Nullable T value, T other) {
        return value == null ? other : value;
    }
}
