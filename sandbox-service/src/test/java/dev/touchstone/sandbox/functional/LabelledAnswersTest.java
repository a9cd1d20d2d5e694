package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.sandbox.attempt.Transcript;
import dev.touchstone.sandbox.functional.LabelledAnswers.Labelled;
import dev.touchstone.sandbox.functional.ScenarioResult.TurnResult;
import dev.touchstone.sandbox.suite.Language;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the default model, bounds and weights make of labelled answers; the figures of the README are printed here. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class LabelledAnswersTest {

    private static final Logger LOG = Logger.getLogger(LabelledAnswersTest.class);
    private static final Rules RULES = Rules.of(TestConfig.functional(Map.of()), false);

    @Inject
    OnnxEmbeddings model;

    private final Map<String, float[]> vectors = new HashMap<>();

    private record Judged(Labelled labelled, TurnResult result) {

        Grade grade() {
            return result.graded().grade();
        }
    }

    @Test
    void theDefaultsTellAnswersApartThatTheyWereChosenBy() {
        // When
        List<Judged> judged = LabelledAnswers.calibrating().stream().map(this::judge).toList();
        // Then
        assertFloors("calibrating", judged, 0.8);
    }

    @Test
    void theyTellOthersApartAsWell() {
        // When
        List<Judged> judged = LabelledAnswers.heldOut().stream().map(this::judge).toList();
        // Then
        assertFloors("held out", judged, 0.7);
    }

    private static void assertFloors(String set, List<Judged> judged, double leastCorrectPasses) {
        for (Language language : Language.values()) {
            List<Judged> all = judged.stream().filter(each -> each.labelled().language() == language).toList();
            report(set + " " + language.key(), all);
            for (String label : List.of("off-topic", "refusal", "echo", LabelledAnswers.ANOTHER)) {
                assertEquals(0, share(all, label, Grade.PASS), language + " " + label);
            }
            assertEquals(1, share(all, "off-topic", Grade.FAIL), language + " off-topic");
            assertTrue(share(all, LabelledAnswers.ANOTHER, Grade.FAIL) >= 0.95, language + " another");
            assertTrue(share(all, "correct", Grade.PASS) >= leastCorrectPasses, language + " correct");
            assertTrue(share(all, "correct", Grade.FAIL) <= 0.1, language + " correct");
            // Wrong figures and names are seen where an answer is expected; what is wrong in other ways is not.
            List<Judged> exact = all.stream().filter(each -> each.labelled().turn().aim() == Aim.ANSWER).toList();
            assertTrue(share(exact, "wrong", Grade.PASS) <= 0.35, language + " wrong");
        }
    }

    private static double share(List<Judged> all, String label, Grade grade) {
        List<Judged> labelled = all.stream().filter(each -> each.labelled().label().equals(label)).toList();
        return (double) labelled.stream().filter(each -> each.grade() == grade).count() / labelled.size();
    }

    /** Every answer is measured against many questions. */
    private Embeddings remembering() {
        return new Embeddings() {
            @Override
            public Model model() {
                return model.model();
            }

            @Override
            public float[] embed(String text) {
                return vectors.computeIfAbsent(text, model::embed);
            }
        };
    }

    private Judged judge(Labelled labelled) {
        TurnJudge judge = new TurnJudge(RULES, new Distance.Measure(remembering(), RULES.japaneseWordsWeight()),
                labelled.language());
        Transcript.Heard heard = new Transcript.Heard(labelled.answer(), null, List.of(), List.of(), null);
        return new Judged(labelled,
                judge.judge(labelled.turn(), new Transcript.Turn(labelled.turn().question(), heard, 1), heard,
                        null));
    }

    private static void report(String set, List<Judged> all) {
        StringBuilder table = new StringBuilder(set).append(": answers, pass, review, fail, least/median/most\n");
        LabelledAnswers.LABELS.forEach(label -> table.append(line(all, label)));
        table.append(line(all, LabelledAnswers.ANOTHER));
        all.stream().filter(LabelledAnswersTest::isMistaken).forEach(each -> table.append(each.labelled().id()).append(' ')
                .append(each.labelled().label()).append(": ").append(each.result().graded().reason()).append('\n'));
        LOG.info(table);
    }

    private static boolean isMistaken(Judged each) {
        return switch (each.labelled().label()) {
            case "correct" -> each.grade() != Grade.PASS;
            case "wrong" -> each.grade() == Grade.PASS && each.labelled().turn().aim() == Aim.ANSWER;
            default -> each.grade() != Grade.FAIL;
        };
    }

    private static String line(List<Judged> all, String label) {
        List<Judged> labelled = all.stream().filter(each -> each.labelled().label().equals(label)).toList();
        double[] distances = labelled.stream().map(each -> each.result().distance()).filter(Objects::nonNull)
                .mapToDouble(distance -> Objects.requireNonNull(distance).combined()).sorted().toArray();
        String spread = distances.length == 0 ? "not measured"
                : String.format(Locale.ROOT, "%.2f/%.2f/%.2f", distances[0], distances[distances.length / 2],
                        distances[distances.length - 1]);
        return String.format(Locale.ROOT, "%s: %d, %s, %s%n", label, labelled.size(),
                String.join(", ", Arrays.stream(new Grade[] { Grade.PASS, Grade.NEEDS_REVIEW, Grade.FAIL })
                        .map(grade -> String.valueOf(labelled.stream().filter(each -> each.grade() == grade).count()))
                        .toList()),
                spread);
    }
}
