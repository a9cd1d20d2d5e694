package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.touchstone.sandbox.functional.LabelledAnswers.Labelled;
import dev.touchstone.sandbox.suite.Language;

/**
 * What comparisons make of labelled answers. By words alone by default, which takes no time; with
 * {@code -Dtouchstone.measure.meaning=true} by the model as well. Whoever sets bounds for the figures finds them printed here.
 */
class ComparisonFiguresTest {

    private static final Logger LOG = Logger.getLogger(ComparisonFiguresTest.class);

    private static final Comparison.Measure MEASURE = new Comparison.Measure(
            Boolean.getBoolean("touchstone.measure.meaning") ? new OnnxEmbeddings(TestConfig.model(Map.of())) : null,
            Set.of(Language.EN));

    private record Compared(Labelled labelled, Comparison comparison) {
    }

    @Test
    void noCorrectAnswerIsSaidToContradict() {
        // When
        List<Compared> compared = Stream.of(LabelledAnswers.calibrating(), LabelledAnswers.heldOut()).flatMap(List::stream)
                .filter(each -> each.turn().aim() == Aim.ANSWER).map(ComparisonFiguresTest::compare).toList();
        // Then
        report(compared);
        assertEquals(List.of(), compared.stream().filter(each -> each.labelled().label().equals("correct"))
                .filter(each -> each.comparison().contradicted()).map(each -> each.labelled().answer()).toList());
    }

    private static Compared compare(Labelled labelled) {
        return new Compared(labelled, MEASURE.of(new Comparison.Pair(labelled.turn().question(), labelled.turn().expected(),
                labelled.answer(), labelled.language())));
    }

    private static void report(List<Compared> all) {
        StringBuilder table = new StringBuilder("answers, contradicted, all facts, some missing; words; meaning (sorted)\n");
        for (Language language : Language.values()) {
            Stream.concat(LabelledAnswers.LABELS.stream(), Stream.of(LabelledAnswers.ANOTHER)).forEach(label -> table
                    .append(line(language.key() + " " + label,
                            all.stream().filter(each -> each.labelled().language() == language)
                                    .filter(each -> each.labelled().label().equals(label)).map(Compared::comparison)
                                    .toList())));
        }
        LOG.info(table);
    }

    private static String line(String name, List<Comparison> all) {
        long contradicted = all.stream().filter(Comparison::contradicted).count();
        long missing = all.stream().filter(each -> each.facts().stream().anyMatch(fact -> !fact.kept())).count();
        long none = all.stream().filter(each -> each.facts().isEmpty()).count();
        return String.format(Locale.ROOT, "%s: %d, %d, %d, %d%n  %s%n  %s%n", name, all.size(), contradicted,
                all.size() - missing - none, missing, sorted(all, Comparison::overlap), sorted(all, Comparison::embedding));
    }

    private static String sorted(List<Comparison> all, Function<Comparison, @Nullable Double> figure) {
        return String.join(" ", all.stream().map(figure).filter(Objects::nonNull).sorted()
                .map(each -> String.format(Locale.ROOT, "%.2f", each)).toList());
    }
}
