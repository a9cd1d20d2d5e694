package dev.touchstone.sandbox.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.touchstone.embedded.InfraResource;
import dev.touchstone.sandbox.Answer;
import dev.touchstone.sandbox.Usage;
import dev.touchstone.sandbox.Utterance;
import dev.touchstone.sandbox.suite.Language;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Within the application, since one JVM loads the native runtime for one class loader only. */
@QuarkusTest
@WithTestResource(value = InfraResource.class, scope = TestResourceScope.GLOBAL)
class MiniLmEmbeddingsTest extends EmbeddingsKit {

    @Inject
    MiniLmEmbeddings model;

    @Override
    Embeddings embeddings() {
        return model;
    }

    @Test
    void likeMeaningIsNearWithoutSharedWords() {
        double like = model.distance("Where can I get a bite to eat?", "Recommend a restaurant for dinner");
        double other = model.distance("Where can I get a bite to eat?", "The stock market fell sharply");
        assertTrue(like < 0.65 && other > 0.8, like + " and " + other);
    }

    @Test
    void answersOnTheTopicPassAndOthersFailInBothLanguages() {
        // Given
        Scenario english = new Scenario("1", "Trains", "How do I get from Tokyo to Kyoto by train?",
                "Trains and tickets. Explains how to travel by train in Japan.\nHow do I get from Tokyo to Kyoto by train?",
                Language.EN);
        Scenario japanese = new Scenario("2", "温泉", "温泉のマナーを教えてください。", "温泉のマナーを教えてください。", Language.JA);
        ScenarioJudge judge = new ScenarioJudge(model, 0.55, 0.75, 16_000);
        // When
        List<Grade> grades = List.of(
                grade(judge, english, "Take the Tokaido Shinkansen; the Nozomi takes 2 hours and 15 minutes to Kyoto."),
                grade(judge, english, "Bananas are rich in potassium."),
                grade(judge, japanese, "温泉のマナーです。湯船に入る前に体をよく洗い、タオルは湯につけません。"),
                grade(judge, japanese, "私は亀が好きです。今日はよい天気ですね。"));
        // Then
        assertEquals(List.of(Grade.PASS, Grade.FAIL, Grade.PASS, Grade.FAIL), grades);
    }

    private static Grade grade(ScenarioJudge judge, Scenario scenario, String answer) {
        return judge.judge(scenario, new Answer.Said(Utterance.of(answer), null, Duration.ofMillis(1), Usage.NONE)).grade();
    }
}
